import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { currentEdition, type Edition } from '../../../platform/content/current-edition.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { type PlainDate, plainDate } from '../../../shared-kernel/plain-date.ts';
import { DECLARATION_LANGUAGES, isReviewed } from '../domain/declaration.ts';

const filled = z.string().trim().min(1, 'vul iets in');
const PURPOSES = ['registration', 'help'] as const;

const Text = z
  .strictObject({
    purpose: z.enum(PURPOSES),
    language: z.enum(DECLARATION_LANGUAGES),
    direction: z.enum(['ltr', 'rtl']),
    title: filled,
    paragraphs: z.array(filled).min(1),
    agrees: filled,
    date: filled,
    signature: filled,
    reviewedBy: filled.nullable(),
    reviewedOn: z.iso.date('schrijf de dag als 2026-11-25').nullable(),
  })
  .refine(
    ({ reviewedBy, reviewedOn }) => (reviewedBy === null) === (reviewedOn === null),
    'noem wie de tekst nakeek met de dag, of geen van beide',
  )
  .refine(({ language, direction }) => (language === 'ar') === (direction === 'rtl'), 'Arabisch loopt van rechts');

const Declarations = z.strictObject({
  id: filled,
  validFrom: z.iso.date('schrijf de dag als 2026-11-25'),
  note: filled,
  declarations: z.array(Text).refine((all) => {
    const told = new Set(all.map(({ purpose, language }) => `${purpose} ${language}`));
    return told.size === all.length && all.length === PURPOSES.length * DECLARATION_LANGUAGES.length;
  }, 'noem elk doel één keer in elke taal'),
});
export type ConsentDeclarations = z.infer<typeof Declarations>;

/** Declarations of consent per purpose and language: `content/consent-declarations/`. */
export const CONSENT_DECLARATIONS: ContentKind<ConsentDeclarations> = {
  kind: 'consent-declarations',
  schema: Declarations,
  verifiedOn: ({ declarations }) => {
    const days = declarations.map((each) => (isReviewed(each) ? plainDate(each.reviewedOn ?? '') : undefined));
    return days.every((day) => day !== undefined) ? ((days.toSorted()[0] ?? null) as PlainDate | null) : null;
  },
};

/** The declarations as they stand today. Shipped with the product, so there always is an edition. */
export async function declarationsToday(
  tx: Tx<'content.edition'>,
  today: PlainDate,
): Promise<Edition<ConsentDeclarations>> {
  const edition = await currentEdition(tx, CONSENT_DECLARATIONS, today);
  if (!edition) throw new Error('no edition of consent-declarations holds today');
  return edition;
}
