import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { type Counted, guarded, guardedPart, guardedTotal, type Shown } from '../../../shared-kernel/guarded-counts.ts';
import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { SignalCategory } from '../domain/catalogue.ts';
import { approximately, figureMonths, SMALLEST, SMALLEST_TEAM, STEPS, type Step } from '../domain/figures.ts';
import { FORMS, type Form, REPORTER_FUNCTIONS, type ReporterFunction } from '../domain/signal-report.ts';
import { type FigureTables, reportedCounts, stepCounts } from '../persistence/figures-query.ts';
import { signCounts } from '../persistence/tally-store.ts';

/** The figures as everybody who may see them sees them: what is too few is hidden, the rest is to the nearest five. */
export interface SignalFigures {
  readonly from: PlainDate;
  /** The first day of the month after the last. */
  readonly until: PlainDate;
  readonly total: number | undefined;
  readonly months: readonly Shown<PlainDate>[];
  readonly functions: readonly Shown<ReporterFunction>[];
  readonly forms: readonly Shown<Form>[];
  /** Of the signals that were kept: how far they came. */
  readonly steps: readonly Shown<Step>[];
  /** This year: which kinds of sign were recognised when weighing, and how often that led to something. */
  readonly signs: { readonly year: number; readonly kinds: readonly ShownSign[] };
}

/** A kind of sign: how often it was recognised, and how often weighing then led to something. */
export interface ShownSign {
  readonly category: SignalCategory;
  readonly recognised: number | undefined;
  readonly ledOn: number | undefined;
}

/** Of each step, what it is a part of. */
const WHOLE_OF: Readonly<Record<Step, Step | undefined>> = {
  kept: undefined,
  'taken-up': 'kept',
  'passed-on': 'kept',
  'to-answer': 'kept',
  'answered-in-time': 'to-answer',
};

/** How many signals came in over the last twelve whole months, and what was done with them. Three statements. */
export async function signalFigures(
  tx: Tx<FigureTables | 'signals.sign_tally'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  { today }: Pick<DomainTime, 'today'>,
): Promise<SignalFigures> {
  const year = Number(today.slice(0, 4));
  const months = figureMonths(today);
  const from = months[0]!;
  const until = addMonths(months.at(-1)!, 1);
  const counts = await reportedCounts(tx, organisationId, from, until);
  const steps = await stepCounts(tx, organisationId, from, until);
  const sumOf = <Key extends string>(keys: readonly Key[], keyOf: (row: (typeof counts)[number]) => string) =>
    keys.map(
      (key): Counted<Key> => ({
        key,
        count: counts.filter((row) => keyOf(row) === key).reduce((sum, { count }) => sum + count, 0),
      }),
    );
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return {
    from,
    until,
    total: told(guardedTotal(total, SMALLEST)),
    signs: { year, kinds: shownSigns(await signCounts(tx, organisationId, year)) },
    months: tell(
      guarded(
        sumOf(months, ({ month }) => month),
        SMALLEST,
      ),
    ),
    functions: tell(
      guarded(
        sumOf(REPORTER_FUNCTIONS, ({ reporterFunction }) => reporterFunction),
        SMALLEST_TEAM,
      ),
    ),
    forms: tell(
      guarded(
        sumOf(FORMS, ({ form }) => form),
        SMALLEST,
      ),
    ),
    steps: STEPS.map((key) => {
      const whole = WHOLE_OF[key];
      const count = steps.get(key) ?? 0;
      const shown =
        whole === undefined ? guardedTotal(count, SMALLEST) : guardedPart(count, steps.get(whole) ?? 0, SMALLEST);
      return { key, count: told(shown) };
    }),
  };
}

const told = (count: number | undefined) => (count === undefined ? undefined : approximately(count));
const tell = <Key extends string>(shown: readonly Shown<Key>[]): readonly Shown<Key>[] =>
  shown.map(({ key, count }) => ({ key, count: told(count) }));

/** Seen from ten on: a focal point weighs a few signals a month, and one more would tell what was in it. [field review, "Recognise it"] */
function shownSigns(counts: Awaited<ReturnType<typeof signCounts>>): readonly ShownSign[] {
  return counts
    .map(({ category, recognised, ledOn }) => ({
      category,
      recognised: told(guardedTotal(recognised, SMALLEST_TEAM)),
      ledOn: told(guardedPart(ledOn, recognised, SMALLEST_TEAM)),
    }))
    .filter(({ recognised }) => recognised !== undefined)
    .sort((a, b) => b.recognised! - a.recognised! || a.category.localeCompare(b.category));
}
