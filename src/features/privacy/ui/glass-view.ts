/** One broken glass, as the pages show it. */
export interface GlassView {
  readonly id: string;
  readonly person: string;
  readonly role: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly until: Date;
  readonly told: readonly string[];
  readonly reviewDueAt: Date;
  readonly isEscalated: boolean;
  /** It still holds. */
  readonly isOpen: boolean;
  readonly isMine: boolean;
  readonly review:
    | { readonly verdict: 'justified' | 'not-justified'; readonly by: string; readonly at: Date; readonly note: string }
    | undefined;
}

/** Something done while the glass was broken, from the log. */
export interface DeedView {
  readonly at: Date;
  readonly action: string;
  readonly route: string | undefined;
  readonly outcome: string;
}
