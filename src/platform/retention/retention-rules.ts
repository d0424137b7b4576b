import { z } from 'zod';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import type { ContentKind } from '../content/content-kind.ts';
import { currentEdition } from '../content/current-edition.ts';
import { readEditions } from '../content/read-editions.ts';
import type { Tx } from '../db/transact.ts';

/** A term of days, months or years as an ISO 8601 duration, such as 'P30D'. */
export const PERIOD = /^P[1-9]\d{0,3}[DMY]$/;

const filled = z.string().trim().min(1, 'vul iets in');
const period = z.string().regex(PERIOD, 'schrijf een termijn als P30D, P6M of P15Y');
const Rule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/, 'gebruik kleine letters en streepjes'),
  activity: z.string().regex(/^VA-\d\d$/, 'noem een verwerking, zoals VA-01'),
  what: filled,
  starts: filled,
  period: period.nullable(),
  source: filled,
  alternatives: z.array(z.strictObject({ period, source: filled })),
  category: filled.nullable(),
  mark: z.enum(['law', 'found', 'own', 'design']),
});

/** How long one part of an activity is proposed to be kept. What holds in an organisation is what its FG settled. */
export type ProposedRule = z.infer<typeof Rule>;

interface RetentionTable {
  readonly rules: readonly ProposedRule[];
}

/** The one table of terms: `content/retention/`. Where two sources differ it holds the shorter, with the other beside it. */
export const RETENTION_RULES: ContentKind<RetentionTable> = {
  kind: 'retention',
  schema: z.looseObject({
    rules: z
      .array(Rule)
      .min(1)
      .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'twee regels hebben hetzelfde id')
      .refine(
        (rules) =>
          rules.every((rule) =>
            rule.alternatives.every((other) => rule.period !== null && daysOf(other.period) >= daysOf(rule.period)),
          ),
        'het voorstel is de kortste van de termijnen',
      ),
  }),
};

/** About how many days a period is: to compare periods, not to count with. */
export function daysOf(isoPeriod: string): number {
  const [, count, unit] = /^P(\d+)([DMY])$/.exec(isoPeriod) ?? [];
  return Number(count) * { D: 1, M: 30.4, Y: 365.25 }[unit as 'D' | 'M' | 'Y'];
}

/** The rules as they are proposed today. */
export async function rulesToday(tx: Tx<'content.edition'>, today: PlainDate): Promise<readonly ProposedRule[]> {
  return (await currentEdition(tx, RETENTION_RULES, today))?.body.rules ?? [];
}

/** The rules of the edition that was shipped last, for what is made without a database. */
export function shippedRules(): readonly ProposedRule[] {
  return RETENTION_RULES.schema.parse(readEditions(RETENTION_RULES.kind).at(-1)).rules;
}
