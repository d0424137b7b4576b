import { err, ok, type Result } from '../../../shared-kernel/result.ts';

export const SUBMISSION_KINDS = ['practice', 'question', 'answer'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];
export type SubmissionState = 'waiting' | 'published' | 'returned' | 'withdrawn';

/** Something sent in to be read by all, and how far it is. */
export interface Submission {
  readonly tenantId: string;
  readonly id: string;
  readonly kind: SubmissionKind;
  readonly moderatorId: string;
  /** The question that an answer is to. */
  readonly aboutId: string | undefined;
  readonly content: unknown;
  /** The guard saw what looks like a name, and the sender said that it is none. */
  readonly isFlagged: boolean;
  readonly state: SubmissionState;
  readonly version: number;
  readonly submittedBy: string;
  readonly submittedByName: string;
  readonly submittedAt: Date;
  readonly moderatedAt: Date | undefined;
  /** Why it was sent back. */
  readonly reason: string | undefined;
  readonly publishedId: string | undefined;
}

export type ModerationRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'already-moderated' }
  | { readonly code: 'edit-conflict' }
  | { readonly code: 'own-submission' };

/** Whoever moderates looks at what stands there now, once, and never at what she wrote herself. */
export function mayModerate(
  submission: Submission | undefined,
  personId: string,
  seenVersion: number,
): Result<Submission, ModerationRefusal> {
  if (!submission || submission.state === 'withdrawn') return err({ code: 'not-found' });
  if (submission.state !== 'waiting') return err({ code: 'already-moderated' });
  if (submission.submittedBy === personId) return err({ code: 'own-submission' });
  return submission.version === seenVersion ? ok(submission) : err({ code: 'edit-conflict' });
}
