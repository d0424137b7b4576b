import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import { type Clock, type Doubt, doubtsOn } from './clock.ts';
import { type ComputedTerm, computeTerm, type TermRefusal } from './compute-term.ts';
import { endersOf, type Procedure } from './procedure.ts';

/** On what a statement rests: the text that was read, its own day, the day it was read, and the day a lawyer checked it. */
export interface Rests {
  readonly source: string;
  readonly statedOn: PlainDate | null;
  readonly readOn: PlainDate | null;
  readonly mark: 'law' | 'found' | 'own' | 'design';
  /** null: no lawyer did, and it shows as "nog te verifiëren". */
  readonly verifiedOn: PlainDate | null;
}

export interface CareClock extends Clock, Rests {
  readonly name: string;
  /** What starts it: the day that is filled in. */
  readonly starts: string;
  /** The state of the procedure in which it runs; what leads out of that state ends it. */
  readonly runsIn: string;
  readonly article: string;
  /** What happens when the last day has passed, and what to do. */
  readonly after: string;
  /** A day to show the clock with, of which the outcome is computed; null for a clock without a term. */
  readonly example: PlainDate | null;
}

export interface CareProcedure extends Procedure, Rests {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly clocks: readonly CareClock[];
}

/** One edition of the procedures and clocks of care coordination. */
export interface CareTerms {
  /** The law on terms that the rules follow. */
  readonly law: Rests & { readonly name: string };
  /** The days that royal decrees put on a par with a holiday, and the years of which they are known. */
  readonly equated: Rests & {
    readonly name: string;
    readonly article: string;
    readonly days: readonly PlainDate[];
    readonly knownFrom: PlainDate;
    readonly knownUntil: PlainDate;
  };
  readonly procedures: readonly CareProcedure[];
}

/** A clock with its worked example, computed by the rules, and what ends it. */
export interface ClockRow extends CareClock {
  readonly worked: ComputedTerm | undefined;
  /** What ends it, as the state chart says. */
  readonly endedBy: readonly string[];
}

export interface ProcedureTable extends Omit<CareProcedure, 'clocks'> {
  readonly clocks: readonly ClockRow[];
}

/** Every procedure with its clocks, each with an example that follows from the rules. */
export function termTable(terms: CareTerms): readonly ProcedureTable[] {
  return terms.procedures.map((procedure) => ({
    ...procedure,
    clocks: procedure.clocks.map((clock) => ({
      ...clock,
      worked: clock.example === null ? undefined : workedOut(terms, clock, clock.example),
      endedBy: endersOf(procedure, clock.runsIn).map(({ name }) => name),
    })),
  }));
}

function workedOut(terms: CareTerms, clock: CareClock, example: PlainDate): ComputedTerm {
  const result = computeTerm(clock, example, terms.equated.days);
  if (!result.ok) throw new Error(`the example of ${clock.id} cannot be computed: ${result.error.code}`);
  return result.value;
}

/** What somebody who asks for a term gets: the dates, what is not sure about them, and the clock they belong to. */
export interface TermAnswer {
  readonly clock: CareClock;
  readonly procedure: string;
  readonly computed: ComputedTerm;
  readonly doubts: readonly Doubt[];
  /** The days equated with a holiday are not known for this year: the term may end later than is said here. */
  readonly isEquatedUnknown: boolean;
}

/** No clock has this id in the edition of today. */
export type AskRefusal = TermRefusal | { readonly code: 'no-such-clock' };

/** Computes a term of a clock. Keeps nothing. */
export function answerTerm(terms: CareTerms, clockId: string, given: PlainDate): Result<TermAnswer, AskRefusal> {
  const procedure = terms.procedures.find(({ clocks }) => clocks.some(({ id }) => id === clockId));
  const clock = procedure?.clocks.find(({ id }) => id === clockId);
  if (!procedure || !clock) return err({ code: 'no-such-clock' });
  const result = computeTerm(clock, given, terms.equated.days);
  if (!result.ok) return result;
  const computed = result.value;
  const { knownFrom, knownUntil } = terms.equated;
  const isMovable = computed.rule === 'moved' || computed.rule === 'stands';
  return ok({
    clock,
    procedure: procedure.name,
    computed,
    doubts: doubtsOn(clock, given),
    isEquatedUnknown: isMovable && (computed.nominal < knownFrom || computed.lastDay > knownUntil),
  });
}
