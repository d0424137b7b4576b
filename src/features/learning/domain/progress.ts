import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** How far one person is in one path. Only she sees it. */
export interface Progress {
  readonly path: string;
  /** The version of the path she last worked in. */
  readonly edition: string;
  /** Where she goes on, on whichever device. */
  readonly atStep: string;
  /** What she answered by step; a step that asks nothing holds ''. */
  readonly answers: Readonly<Record<string, string>>;
  readonly startedOn: PlainDate;
  readonly lastOn: PlainDate;
  readonly passedOn: PlainDate | undefined;
}

/** The steps that were done. */
export const doneSteps = (progress: Pick<Progress, 'answers'> | undefined): ReadonlySet<string> =>
  new Set(Object.keys(progress?.answers ?? {}));
