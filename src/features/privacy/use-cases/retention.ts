import {
  type ApprovalTables,
  type RequestRefusal,
  requestApproval,
} from '../../../platform/approvals/request-approval.ts';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { uncountedDossiers } from '../../../platform/dossiers/uncounted.ts';
import { isTooShortForLogs } from '../../../platform/retention/erase-months.ts';
import {
  countedRecord,
  erasedAtOnce,
  type RuleStanding,
  recordsUnder,
  standings,
  type Tombstone,
  tombstonesBetween,
} from '../../../platform/retention/read-retention.ts';
import { type ProposedRule, rulesToday } from '../../../platform/retention/retention-rules.ts';
import { SETTLE_TERM } from '../../../platform/retention/settle-term.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';

export { type HoldRefusal, holdRecord, releaseRecord } from '../../../platform/retention/hold-record.ts';

type Tables = 'retention.record' | 'retention.term' | 'content.edition';

/** One rule of the table of terms, with how it stands in an organisation. */
export interface RuleView {
  readonly proposed: ProposedRule;
  readonly standing: RuleStanding | undefined;
}

/** Every rule with a term, as it stands in the organisation of the actor. */
export async function readRules(tx: Tx<Tables>, actor: Actor, today: PlainDate): Promise<readonly RuleView[]> {
  const stands = await standings(tx, actor.organisationId, today);
  return (await rulesToday(tx, today))
    .filter(({ period }) => period !== null)
    .map((proposed) => ({ proposed, standing: stands.get(proposed.id) }));
}

/** Every rule as it stands, and how many dossiers escape them all. */
export async function readRetention(tx: Tx<Tables | 'privacy.dossier'>, actor: Actor, today: PlainDate) {
  return {
    rules: await readRules(tx, actor, today),
    uncounted: await uncountedDossiers(tx, actor.organisationId),
  };
}

/** One rule, how much the proposed term would erase at once, and a page of what is counted under it. */
export async function readRule(tx: Tx<Tables>, actor: Actor, id: string, page: number, today: PlainDate) {
  const rule = (await readRules(tx, actor, today)).find(({ proposed }) => proposed.id === id);
  if (!rule) return undefined;
  const atOnce = await erasedAtOnce(tx, actor.organisationId, id, rule.proposed.period!, today);
  return { ...rule, atOnce, ...(await recordsUnder(tx, actor.organisationId, id, page)) };
}

export type AskTermRefusal = RequestRefusal | { readonly code: 'no-such-rule' | 'term-settled' | 'log-term-too-short' };

/** Asks a second person to agree with a term. What that would erase at once is counted now, and stands in the request. */
export async function askForTerm(
  tx: Tx<Tables | ApprovalTables>,
  actor: Actor,
  asked: { readonly rule: string; readonly period: string; readonly category: string; readonly reason: string },
  time: DomainTime,
): Promise<Result<Done, AskTermRefusal>> {
  const rule = (await readRules(tx, actor, time.today)).find(({ proposed }) => proposed.id === asked.rule);
  if (!rule) return err({ code: 'no-such-rule' });
  if (isTooShortForLogs(asked.rule, asked.period)) return err({ code: 'log-term-too-short' });
  const settled = rule.standing?.settled;
  const category = asked.category.trim();
  if (settled?.period === asked.period && settled.category === category) return err({ code: 'term-settled' });
  return requestApproval(
    tx,
    SETTLE_TERM,
    actor,
    {
      // one request at a time for a rule
      subject: { kind: 'retention.rule', id: asked.rule },
      payload: {
        rule: asked.rule,
        what: rule.proposed.what,
        period: asked.period,
        category,
        erasedAtOnce: await erasedAtOnce(tx, actor.organisationId, asked.rule, asked.period, time.today),
      },
      reason: asked.reason.trim(),
    },
    time,
  );
}

/** One counted record with the rule it falls under; undefined when this organisation has none by this id. */
export async function readCounted(tx: Tx<Tables | 'retention.hold'>, actor: Actor, id: string, today: PlainDate) {
  const record = await countedRecord(tx, actor.organisationId, id);
  if (!record) return undefined;
  const proposed = (await rulesToday(tx, today)).find((rule) => rule.id === record.rule);
  return { record, what: proposed?.what ?? record.rule };
}

/** What the declaration of destruction says about a period, newest first; of a very long one only the newest part. */
export const ERASED_AT_MOST = 1_000;

export async function readErased(
  tx: Tx<Tables | 'retention.tombstone'>,
  actor: Actor,
  period: { readonly from: PlainDate; readonly upTo: PlainDate },
  today: PlainDate,
): Promise<readonly (Tombstone & { readonly what: string })[]> {
  const rules = await rulesToday(tx, today);
  const stones = await tombstonesBetween(tx, actor.organisationId, period.from, period.upTo, ERASED_AT_MOST);
  return stones.map((stone) => ({ ...stone, what: rules.find(({ id }) => id === stone.rule)?.what ?? stone.rule }));
}
