/** What a kind of deadline says on screen. No names: the parameters hold none. */
export interface DeadlineText {
  readonly title: string;
  readonly description: string;
  /** What it is called once its day has come; left out: that its term has passed. */
  readonly overdueLabel?: string | undefined;
}

/** The texts of every kind of deadline a feature sets, by kind; `times` when several messages that say the same are one. */
export type DeadlineTexts = Readonly<
  Record<string, (parameters: Readonly<Record<string, string>>, isOverdue: boolean, times?: number) => DeadlineText>
>;
