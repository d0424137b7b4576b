import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { currentEdition } from '../../../platform/content/current-edition.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { LEGAL_POSITIONS } from '../../../shared-kernel/legal-position.ts';
import { type PlainDate, plainDate } from '../../../shared-kernel/plain-date.ts';
import { SHELTER_TYPES } from '../domain/place.ts';
import type { RightsEdition } from '../domain/rights.ts';

const filled = z.string().trim().min(1, 'vul iets in');
const Rights = z
  .strictObject({
    id: filled,
    validFrom: z.iso.date('schrijf de dag als 2026-11-25'),
    note: filled,
    routes: z.array(
      z.strictObject({
        id: z.enum(LEGAL_POSITIONS),
        label: filled,
        types: z.array(z.enum(SHELTER_TYPES)),
        say: filled,
        source: filled,
        mark: z.enum(['law', 'found', 'own']),
        verifiedOn: z.iso.date('schrijf de dag als 2026-11-25').nullable(),
      }),
    ),
  })
  .refine(
    ({ routes }) => LEGAL_POSITIONS.every((id) => routes.filter((route) => route.id === id).length === 1),
    'zet elke verblijfspositie er één keer in',
  );

/** Which kind of shelter belongs to which legal position, with its source: `content/shelter-rights/`. */
export const SHELTER_RIGHTS: ContentKind<RightsEdition> = {
  kind: 'shelter-rights',
  schema: Rights as z.ZodType<RightsEdition>,
  verifiedOn: ({ routes }) => {
    const days = routes.map(({ verifiedOn }) => verifiedOn);
    return days.includes(null) ? null : (plainDate(days.toSorted()[0] ?? '') ?? null);
  },
};

export interface RightsToday {
  /** Under which name the edition is found again. */
  readonly id: string;
  readonly edition: RightsEdition;
}

/** The same, with the name by which a decision of today is explained later. */
export async function rightsWithEdition(tx: Tx<'content.edition'>, today: PlainDate): Promise<RightsToday> {
  const edition = await currentEdition(tx, SHELTER_RIGHTS, today);
  if (!edition) throw new Error('no edition of shelter-rights holds today');
  return { id: edition.validFrom, edition: edition.body };
}

/** The edition that holds today. Shipped with the product, so there always is one. */
export async function rightsToday(tx: Tx<'content.edition'>, today: PlainDate): Promise<RightsEdition> {
  return (await rightsWithEdition(tx, today)).edition;
}
