import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { currentEdition } from '../../../platform/content/current-edition.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { PURPOSES, RECEIVERS, SHARED_DATA, SHARERS } from '../domain/sharing-case.ts';
import { OUTCOMES, type SharingRule } from '../domain/sharing-rule.ts';

const filled = z.string().trim().min(1, 'vul iets in');
const date = z.iso
  .date()
  .transform((text) => text as PlainDate)
  .nullable();
const oneOf = <T extends string>(words: Readonly<Record<T, string>>) =>
  z.array(z.enum(Object.keys(words) as [T, ...T[]]));

const Rule = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/, 'gebruik kleine letters en streepjes'),
    from: oneOf(SHARERS),
    data: oneOf(SHARED_DATA),
    to: oneOf(RECEIVERS),
    purpose: oneOf(PURPOSES),
    outcome: z.enum(OUTCOMES),
    basis: filled,
    article: filled,
    textDate: date,
    says: filled,
    conditions: z.array(filled),
    instead: z.array(filled),
    mark: z.enum(['law', 'found', 'own', 'design']),
    verifiedOn: date,
    source: filled,
  })
  .refine(({ outcome, instead }) => outcome === 'yes' || instead.length > 0, 'zeg ook wat iemand wél kan doen');

/** The decision table of an edition. */
export interface SharingRules {
  readonly rules: readonly SharingRule[];
}

/** «Mag ik dit delen?»: `content/sharing-rules/`. The first rule that fits decides, the last one fits everything. */
export const SHARING_RULES: ContentKind<SharingRules> = {
  kind: 'sharing-rules',
  schema: z.looseObject({
    rules: z
      .array(Rule)
      .min(1)
      .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'een regel staat er twee keer')
      .refine((rules) => {
        const last = rules.at(-1);
        return last && [last.from, last.data, last.to, last.purpose].every((side) => side.length === 0);
      }, 'de laatste regel past niet altijd'),
  }) as unknown as ContentKind<SharingRules>['schema'],
  verifiedOn({ rules }) {
    const days = rules.map(({ verifiedOn }) => verifiedOn);
    return days.includes(null) ? null : (days.toSorted()[0] ?? null);
  },
};

/** The table that holds today, with the name of its edition. */
export async function rulesToday(
  tx: Tx<'content.edition'>,
  today: PlainDate,
): Promise<{ readonly edition: string; readonly rules: readonly SharingRule[] }> {
  const edition = await currentEdition(tx, SHARING_RULES, today);
  return { edition: edition?.id ?? '', rules: edition?.body.rules ?? [] };
}
