import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { readEditions } from '../../../platform/content/read-editions.ts';
import { type PlainDate, plainDate } from '../../../shared-kernel/plain-date.ts';
import {
  type Catalogue,
  catalogueOn,
  SIGNAL_CATEGORIES,
  SIGNAL_FORMS,
  SIGNAL_ROLES,
  type Signal,
} from '../domain/catalogue.ts';
import { neverASignal } from '../domain/never-a-signal.ts';

const filled = z.string().min(1, 'vul iets in');
const aDay = z.string().refine((text) => plainDate(text) !== undefined, 'schrijf een bestaande dag als 2026-11-25');
/** The words of a signal, without what may never be one. */
const signalText = filled.superRefine((text, context) => {
  const found = neverASignal(text);
  if (found) context.addIssue({ code: 'custom', message: `«${found}» mag nooit een signaal zijn` });
});

const OneSignal = z
  .strictObject({
    id: z.string().regex(/^[A-Z]{3,6}-\d{2}$/, 'schrijf een signaal als ARB-19'),
    form: z.enum(SIGNAL_FORMS),
    category: z.enum(SIGNAL_CATEGORIES),
    roles: z.array(z.enum(SIGNAL_ROLES)).min(1, 'noem minstens één functie'),
    strength: z.enum(['strong', 'weak']),
    nl: signalText,
    en: signalText,
    sexWorkIsLegal: z.boolean(),
    elsewise: z.strictObject({ nl: filled, en: filled, owner: filled, reviewedBy: filled.nullable() }),
    validatedBy: filled.nullable(),
    validatedOn: aDay.nullable(),
  })
  .refine(
    ({ strength, sexWorkIsLegal }) => !(sexWorkIsLegal && strength === 'strong'),
    'zelfstandig sekswerk is legaal: dit signaal kan niet sterk zijn',
  )
  .refine(
    ({ validatedBy, validatedOn }) => (validatedBy === null) === (validatedOn === null),
    'vul in wie het signaal toetste én wanneer, of geen van beide',
  );

const Edition = z.looseObject({
  id: filled,
  validFrom: aDay,
  signals: z
    .array(OneSignal)
    .min(1)
    .refine(
      (signals) => new Set(signals.map(({ id }) => id)).size === signals.length,
      'twee signalen hebben hetzelfde id',
    ),
});

/** The catalogue of signals: what every file of `content/signals` must hold. */
export const SIGNAL_CATALOGUE = { kind: 'signals', schema: Edition } as unknown as ContentKind<{
  readonly signals: readonly Signal[];
}>;

const EDITIONS = readEditions('signals').map((each) => Edition.parse(each)) as unknown as readonly Catalogue[];

/** The catalogue as it holds today. Read once: nothing of it is in the database that a page must ask for. */
export function catalogueToday(today: PlainDate): Catalogue {
  const found = catalogueOn(EDITIONS, today) ?? EDITIONS[0];
  if (!found) throw new Error('content/signals has no edition');
  return found;
}
