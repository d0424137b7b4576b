import type { Kind } from '../../../ui/show/shape.tsx';

/** A request as the pages show it. */
export interface ApprovalView {
  readonly id: string;
  /** What is asked, in words: 'Cijfers vrijgeven'. */
  readonly label: string;
  /** What happens at once when a second person agrees. */
  readonly effect: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** What is carried out, to the letter, and the digest of it. */
  readonly exact: string;
  readonly sha256: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedByOrganisation: string | undefined;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly state: 'open' | 'approved' | 'refused' | 'withdrawn' | 'expired';
  readonly decidedBy: string | undefined;
  readonly decidedAt: Date | undefined;
  readonly decisionReason: string | undefined;
  readonly isYours: boolean;
  readonly isMine: boolean;
}

export const STATE_WORDS: Readonly<Record<ApprovalView['state'], { readonly kind: Kind; readonly label: string }>> = {
  open: { kind: 'warning', label: 'Wacht op een besluit' },
  approved: { kind: 'ok', label: 'Goedgekeurd en uitgevoerd' },
  refused: { kind: 'error', label: 'Afgewezen' },
  withdrawn: { kind: 'neutral', label: 'Ingetrokken' },
  expired: { kind: 'neutral', label: 'Verlopen' },
};
