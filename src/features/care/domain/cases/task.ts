import { addMonths, type PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { AFTERCARE_MONTHS } from './case-file.ts';

export const TASK_KINDS = ['task', 'appointment', 'aftercare'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** What a coordinator writes down herself; the calls of the aftercare follow from closing. */
export const OWN_TASK_KINDS = ['task', 'appointment'] as const satisfies readonly TaskKind[];

export const SETTLED_WAYS = ['done', 'not-reached', 'not-needed'] as const;
export type SettledWay = (typeof SETTLED_WAYS)[number];

export interface CaseTask {
  readonly id: string;
  readonly caseId: string;
  readonly dossierId: string;
  readonly kind: TaskKind;
  readonly dueOn: PlainDate;
  readonly dueTime: string | undefined;
  readonly settled: { readonly on: PlainDate; readonly how: SettledWay; readonly byName: string } | undefined;
}

/** After so many months somebody is called, in the year after closing. [ours, nog te verifiëren; the year is issue 7, point 4] */
export const AFTERCARE_CALLS = [1, 3, 6, 9, AFTERCARE_MONTHS] as const;

/** The days on which somebody is called after a case closed on this day. */
export const aftercareDays = (closedOn: PlainDate): readonly PlainDate[] =>
  AFTERCARE_CALLS.map((months) => addMonths(closedOn, months));

/** How many days ahead each kind rings. */
export const RINGS_AHEAD: Readonly<Record<TaskKind, readonly number[]>> = {
  task: [1, 0],
  appointment: [1, 0],
  aftercare: [7, 0],
};
