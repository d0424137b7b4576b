import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { currentEdition, type Edition } from '../../../platform/content/current-edition.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { type PlainDate, plainDate } from '../../../shared-kernel/plain-date.ts';
import { faultsOf } from '../domain/terms/procedure.ts';
import type { CareTerms } from '../domain/terms/term-table.ts';

const filled = z.string().trim().min(1, 'vul iets in');
const aDay = z.string().transform((text, context) => {
  const date = plainDate(text);
  if (date) return date;
  context.addIssue({ code: 'custom', message: 'schrijf een bestaande dag als 2026-11-25' });
  return z.NEVER;
});
const rests = {
  source: filled,
  statedOn: aDay.nullable(),
  readOn: aDay.nullable(),
  mark: z.enum(['law', 'found', 'own', 'design']),
  verifiedOn: aDay.nullable(),
};

const TermFile = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['statutory', 'never-later']),
    count: z.int().min(1),
    unit: z.enum(['days', 'weeks', 'months', 'years']),
  }),
  z.strictObject({ kind: z.literal('stated'), daysBefore: z.int().min(0), needsSecondReader: z.boolean() }),
  z.strictObject({ kind: z.literal('unknown') }),
]);

const ClockFile = z
  .strictObject({
    id: filled,
    name: filled,
    starts: filled,
    runsIn: filled,
    term: TermFile,
    holdsFrom: aDay.nullable(),
    article: filled,
    after: filled,
    doubts: z.array(z.strictObject({ from: aDay.nullable(), text: filled })),
    example: aDay.nullable(),
    ...rests,
  })
  .refine(({ term, example }) => (term.kind === 'unknown') === (example === null), {
    message: 'geef een voorbeeld, behalve bij een klok zonder termijn',
    path: ['example'],
  });

const State = z.strictObject({ id: filled, name: filled, isEnd: z.boolean() });
const Event = z.strictObject({ from: filled, to: filled, name: filled });
const ProcedureFile = z
  .strictObject({
    id: filled,
    name: filled,
    about: filled,
    start: filled,
    states: z.array(State).min(2),
    events: z.array(Event).min(1),
    clocks: z.array(ClockFile).min(1),
    ...rests,
  })
  .superRefine((procedure, context) => {
    for (const message of faultsOf(procedure)) context.addIssue({ code: 'custom', message, path: ['states'] });
    procedure.clocks.forEach(({ runsIn }, index) => {
      const state = procedure.states.find(({ id }) => id === runsIn);
      if (!state || state.isEnd)
        context.addIssue({
          code: 'custom',
          message: 'een klok loopt in een toestand die geen einde is',
          path: ['clocks', index, 'runsIn'],
        });
    });
  });

const CareTermsFile = z.looseObject({
  law: z.strictObject({ name: filled, ...rests }),
  equated: z.strictObject({
    name: filled,
    article: filled,
    days: z.array(aDay),
    knownFrom: aDay,
    knownUntil: aDay,
    ...rests,
  }),
  procedures: z
    .array(ProcedureFile)
    .min(1)
    .refine((procedures) => {
      const ids = procedures.flatMap(({ id, clocks }) => [id, ...clocks.map((clock) => clock.id)]);
      return new Set(ids).size === ids.length;
    }, 'twee procedures of klokken hebben hetzelfde id'),
});

/** The procedures and clocks of care coordination: `content/care-terms/`. */
export const CARE_TERMS: ContentKind<CareTerms> = {
  kind: 'care-terms',
  schema: CareTermsFile,
  verifiedOn: ({ law, equated, procedures }) => {
    const clocks = procedures.flatMap((procedure) => [procedure, ...procedure.clocks]);
    const days = [law, equated, ...clocks].map(({ verifiedOn }) => verifiedOn);
    return days.includes(null) ? null : (days.toSorted()[0] ?? null);
  },
};

/** The procedures and clocks as they stand today. Shipped with the product, so there always is an edition. */
export async function careTermsToday(tx: Tx<'content.edition'>, today: PlainDate): Promise<Edition<CareTerms>> {
  const edition = await currentEdition(tx, CARE_TERMS, today);
  if (!edition) throw new Error('no edition of care-terms holds today');
  return edition;
}
