import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';

/** What happens in a case and is written down. */
export const EVENT_KINDS = ['contact', 'note', 'left-unknown', 'minor-missing', 'returned'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What must be done when somebody is gone. Order is that of the page. [field review; words and order are ours] */
export const EVENT_STEPS = {
  contact: [],
  note: [],
  returned: [],
  'left-unknown': ['reach', 'police', 'term', 'others'],
  'minor-missing': ['police', 'guardian', 'reach', 'term', 'others'],
} as const satisfies Record<EventKind, readonly string[]>;
export type EventStep = 'reach' | 'police' | 'term' | 'others' | 'guardian';

export interface CaseEvent {
  readonly id: string;
  readonly caseId: string;
  readonly dossierId: string;
  readonly kind: EventKind;
  readonly happenedOn: PlainDate;
  readonly steps: readonly string[];
  readonly settledOn: PlainDate | undefined;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  readonly version: number;
}

/** The steps that were not taken yet. What was settled stays settled, also when a step was added to the list since. */
export const openSteps = ({
  kind,
  steps,
  settledOn,
}: Pick<CaseEvent, 'kind' | 'steps'> & Partial<Pick<CaseEvent, 'settledOn'>>): readonly EventStep[] =>
  settledOn === undefined ? EVENT_STEPS[kind].filter((step) => !steps.includes(step)) : [];

/** As what it is written down: a child that left to who knows where is a missing child, whatever it was called. */
export const kindWritten = (kind: EventKind, isMinor: 'yes' | 'no' | 'unknown'): EventKind =>
  kind === 'left-unknown' && isMinor === 'yes' ? 'minor-missing' : kind;

/** Events after which somebody is gone, until she is back. */
export const GONE_KINDS = ['left-unknown', 'minor-missing'] as const satisfies readonly EventKind[];
/** That somebody is gone, and since when. */
export interface Gone {
  readonly kind: (typeof GONE_KINDS)[number];
  readonly since: PlainDate;
}

export type EventRefusal = { readonly code: 'happens-in-future' | 'not-a-minor' };

/** Whether this may be written down: it happened, and only a child is missing as a child. */
export function checkEvent(
  event: { readonly kind: EventKind; readonly happenedOn: PlainDate },
  isMinor: 'yes' | 'no' | 'unknown',
  today: PlainDate,
): Result<undefined, EventRefusal> {
  if (event.happenedOn > today) return err({ code: 'happens-in-future' });
  return event.kind === 'minor-missing' && isMinor === 'no' ? err({ code: 'not-a-minor' }) : ok(undefined);
}
