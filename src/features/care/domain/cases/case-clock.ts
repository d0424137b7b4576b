import { addDays, daysBetween, type PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { secondReading } from '../terms/compute-term.ts';

/** A clock that runs in a case, with the days the rules gave when it was set. */
export interface CaseClock {
  readonly id: string;
  readonly caseId: string;
  readonly dossierId: string;
  readonly clock: string;
  readonly edition: string;
  readonly givenOn: PlainDate;
  /** From which reminders count: where it ends if no day is special. */
  readonly warnsFor: PlainDate;
  readonly lastDay: PlainDate;
  readonly needsSecond: boolean;
  readonly second: { readonly day: PlainDate; readonly by: string; readonly name: string } | undefined;
  readonly setBy: string;
  readonly setByName: string;
  readonly setOn: PlainDate;
  readonly ended: { readonly on: PlainDate; readonly by: string; readonly name: string } | undefined;
  readonly version: number;
}

/** Whether a second person read the day in the letter, and read the same. */
export type Reading = 'not-needed' | 'missing' | 'same' | 'differs';

export function readingOf(clock: Pick<CaseClock, 'needsSecond' | 'givenOn' | 'second'>): Reading {
  return clock.needsSecond ? secondReading(clock.givenOn, clock.second?.day) : 'not-needed';
}

/** The day to be ready by: of two readings that differ, the earlier counts until both read the same. */
export function readyBy(clock: Pick<CaseClock, 'needsSecond' | 'givenOn' | 'second' | 'warnsFor'>): PlainDate {
  if (readingOf(clock) !== 'differs' || clock.second === undefined) return clock.warnsFor;
  // a stated term ends as many days before the day in the letter, whoever read it
  const ahead = daysBetween(clock.givenOn, clock.second.day);
  return ahead < 0 ? addDays(clock.warnsFor, ahead) : clock.warnsFor;
}
