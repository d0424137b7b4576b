import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';

export const PAPER_KINDS = ['letter', 'decision', 'identity', 'medical', 'other'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** A document of a case. */
export interface Paper {
  readonly id: string;
  readonly caseId: string;
  readonly dossierId: string;
  readonly fileId: string;
  readonly kind: PaperKind;
  /** What it is called here; undefined when its key was destroyed. What the file called itself is not kept. */
  readonly title: string | undefined;
  readonly addedBy: string;
  readonly addedByName: string;
  readonly addedOn: PlainDate;
  /** When a virus scanner looked it through; undefined while there was none. */
  readonly scannedAt: Date | undefined;
}

/** So many documents a case may hold: what is needed for the plan, not an archive. */
export const MOST_PAPERS = 50;

export type PaperRefusal = { readonly code: 'too-many-papers' };

export const mayAddPaper = (papers: readonly unknown[]): Result<undefined, PaperRefusal> =>
  papers.length >= MOST_PAPERS ? err({ code: 'too-many-papers' }) : ok(undefined);
