import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { currentEdition } from '../../../platform/content/current-edition.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { type PlainDate, plainDate } from '../../../shared-kernel/plain-date.ts';
import { type ContactLine, SITUATIONS } from '../domain/who-to-call.ts';

const filled = z.string().min(1, 'vul iets in, of maak het leeg met null');
const aDay = z.string().transform((text, context) => {
  const date = plainDate(text);
  if (date) return date;
  context.addIssue({ code: 'custom', message: 'schrijf een bestaande dag als 2026-11-25' });
  return z.NEVER;
});
const spans = z.array(
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'schrijf een openingstijd als 09:00-17:00'),
);
const chat = z
  .union([
    z.strictObject({
      at: z.string().regex(/^[a-z\d-]+(\.[a-z\d-]+)+$/, 'schrijf het adres van de site, als voorbeeld.nl'),
      when: filled.nullable(),
    }),
    z.literal(false),
    z.null(),
  ])
  .optional();
const inEnglish = z.strictObject({
  name: filled,
  when: filled,
  cost: filled.nullable(),
  languages: z.array(filled).nullable(),
  chat,
  source: filled,
});
const ContactLineFile = z
  .strictObject({
    id: filled,
    name: filled,
    number: z.string().regex(/^\d[\d -]*\d$/, 'schrijf een telefoonnummer met cijfers, spaties en streepjes'),
    when: filled,
    situations: z.array(z.enum(SITUATIONS)).min(1),
    hours: z.union([
      z.literal('always'),
      z.strictObject({
        monday: spans,
        tuesday: spans,
        wednesday: spans,
        thursday: spans,
        friday: spans,
        saturday: spans,
        sunday: spans,
        holiday: spans,
      }),
      z.null(),
    ]),
    isFallback: z.boolean(),
    cost: filled.nullable(),
    languages: z.array(filled).nullable(),
    isAnonymous: z.boolean().nullable(),
    arePoliceTold: z.boolean().nullable(),
    chat,
    mark: z.enum(['law', 'found', 'own']),
    verifiedOn: aDay.nullable(),
    verifiedBy: filled.nullable().optional(),
    source: filled,
    note: filled.nullable(),
    english: inEnglish.optional(),
  })
  .refine(
    ({ verifiedOn, verifiedBy }) => verifiedOn !== null || !verifiedBy,
    'vul bij wie de lijn nakeek ook de dag in',
  )
  .refine(
    ({ chat, english }) => !english || JSON.stringify(placeOf(chat)) === JSON.stringify(placeOf(english.chat)),
    'de Engelse woorden noemen een andere plek om te chatten',
  );

/** Where one chats, without the words for when. */
function placeOf(said: ContactLine['chat']): string | false | null {
  return said ? said.at : (said ?? null);
}

interface ContactLines {
  readonly lines: readonly ContactLine[];
}

/** The lines people can call: `content/contact-lines/`, one file an edition. */
export const CONTACT_LINES: ContentKind<ContactLines> = {
  kind: 'contact-lines',
  schema: z.looseObject({
    lines: z
      .array(ContactLineFile)
      .min(1)
      .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, 'twee lijnen hebben hetzelfde id')
      .refine(
        (lines) => lines.some(({ isFallback, hours }) => isFallback && hours === 'always'),
        'er is geen lijn die altijd open is',
      ),
  }) as unknown as z.ZodType<ContactLines>,
  verifiedOn: ({ lines }) => {
    const days = lines.map(({ verifiedOn }) => verifiedOn);
    return days.includes(null) ? null : (days.sort()[0] ?? null);
  },
};

/** The lines as they hold today; none when no edition has started. */
export async function contactLinesToday(tx: Tx<'content.edition'>, today: PlainDate): Promise<readonly ContactLine[]> {
  return (await currentEdition(tx, CONTACT_LINES, today))?.body.lines ?? [];
}
