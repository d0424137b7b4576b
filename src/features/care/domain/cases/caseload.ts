import { addDays, type PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';

/** What one coordinator has on her desk. */
export interface Load {
  readonly membershipId: string;
  /** Undefined when she does not work here any more. */
  readonly name: string | undefined;
  /** From which day on she does not, when that is known. */
  readonly leavesOn: PlainDate | undefined;
  /** That run or wait to start. */
  readonly open: number;
  /** Closed, and still called. */
  readonly aftercare: number;
  /** Open, and nobody stands in. */
  readonly alone: number;
  /** Open cases of others in which she stands in. */
  readonly standsIn: number;
  readonly away: Away | undefined;
}

export interface Away {
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate;
  readonly standsInName: string;
}

/** What asks something of a desk: nobody sits at it, nobody will, it is fuller than was agreed, or it is left alone. Nothing is weighed. */
export type LoadAlarm = 'left' | 'leaves' | 'over-norm' | 'away-alone';

export function loadAlarms(load: Load, norm: number | undefined): readonly LoadAlarm[] {
  const cases = load.open + load.aftercare;
  return [
    ...(load.name === undefined && cases > 0 ? (['left'] as const) : []),
    ...(load.name !== undefined && load.leavesOn !== undefined && cases > 0 ? (['leaves'] as const) : []),
    ...(norm !== undefined && load.open > norm ? (['over-norm'] as const) : []),
    ...(load.away !== undefined && load.alone > 0 ? (['away-alone'] as const) : []),
  ];
}

export type TakeOverRefusal = {
  readonly code: 'not-hers-to-give' | 'no-coordinator' | 'load-changed' | 'nothing-to-take';
};

/**
 * Whether all cases of one coordinator may go to another. She gives them herself; when she does not work here any more, a colleague does.
 * Nobody takes the cases of somebody who is there: who is ill or away has who stands in.
 */
export function mayTakeOver(asked: {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  /** Who coordinates here today. */
  readonly coordinators: readonly string[];
}): Result<undefined, TakeOverRefusal> {
  const { from, to, by, coordinators } = asked;
  if (coordinators.includes(from) && by !== from) return err({ code: 'not-hers-to-give' });
  return to !== from && coordinators.includes(to) ? ok(undefined) : err({ code: 'no-coordinator' });
}

export type AwayRefusal = { readonly code: 'ends-before-start' | 'away-in-past' | 'no-coordinator' };

export function checkAway(
  away: { readonly fromOn: PlainDate; readonly untilOn: PlainDate },
  today: PlainDate,
): Result<undefined, AwayRefusal> {
  if (away.untilOn < away.fromOn) return err({ code: 'ends-before-start' });
  return away.untilOn < today ? err({ code: 'away-in-past' }) : ok(undefined);
}

/** So many days before a coordinator leaves, who stays hears of it first. */
export const LEAVES_AHEAD = 30;

/**
 * On which day is looked again whether a coordinator leaves her cases behind: every day of her last month, every week once she left, and
 * otherwise once a month, because who ends a role does not always say so here.
 */
export function nextLook(leavesOn: PlainDate | undefined, today: PlainDate): PlainDate {
  if (leavesOn === undefined) return addDays(today, LEAVES_AHEAD);
  if (leavesOn <= today) return addDays(today, 7);
  const begins = addDays(leavesOn, -LEAVES_AHEAD);
  if (begins <= today) return addDays(today, 1);
  const month = addDays(today, LEAVES_AHEAD);
  return begins < month ? begins : month;
}
