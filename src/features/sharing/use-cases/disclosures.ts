import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { Disclosure, DisclosureFilter } from '../domain/disclosure.ts';
import { type SharingCase, sharerOf } from '../domain/sharing-case.ts';
import { type Consent, type DisclosureRefusal, mayRecord, ruleFor, type SharingRule } from '../domain/sharing-rule.ts';
import {
  type DisclosureTables,
  deleteDisclosure,
  disclosuresOf,
  insertDisclosure,
} from '../persistence/disclosure-store.ts';
import { rulesToday } from './sharing-rules.ts';

const SUBJECT = 'sharing.disclosure';

/** What somebody wants to share with whom and what for; who she is follows from her role. */
export type Asked = Omit<SharingCase, 'from'>;

/** A rule with the edition it stands in. */
export interface Answer {
  readonly edition: string;
  readonly rule: SharingRule;
}

/** What the table says of it today. A table that was laid answers every question. */
export async function answerFor(
  tx: Tx<'content.edition'>,
  actor: Actor,
  asked: Asked,
  { today }: Pick<DomainTime, 'today'>,
): Promise<Answer | undefined> {
  const from = sharerOf(actor.role);
  if (!from) return undefined;
  const { edition, rules } = await rulesToday(tx, today);
  const rule = ruleFor(rules, { ...asked, from });
  return rule && { edition, rule };
}

/** Writes down that something was shared under the rule that was read: who, what kind of data, to whom, and why it was allowed. */
export async function tellDisclosure(
  tx: Tx<'content.edition' | 'sharing.disclosure' | KeepTables>,
  actor: Actor,
  input: {
    readonly asked: Asked;
    readonly rule: string;
    readonly edition: string;
    readonly consent: Consent | undefined;
  },
  time: DomainTime,
): Promise<Result<Done, DisclosureRefusal>> {
  const from = sharerOf(actor.role);
  const answer = await answerFor(tx, actor, input.asked, time);
  if (!from || answer?.edition !== input.edition) return err({ code: 'policy-changed' });
  const may = mayRecord(answer.rule, input);
  if (!may.ok) return may;
  const id = newId();
  await insertDisclosure(tx, actor.organisationId, {
    ...input.asked,
    from,
    id,
    by: { id: actor.personId, name: actor.personName, role: actor.role },
    rule: may.value,
    edition: answer.edition,
    consent: may.value.outcome === 'consent' ? input.consent : undefined,
    at: time.now,
  });
  const subject = { kind: SUBJECT, id };
  await keepRecord(tx, { tenantId: actor.organisationId, rule: 'disclosure', subject, startsOn: time.today });
  return ok({ subject });
}

/** What the actor's organisation shared: sent by In Beeld, or told under the guide. */
export async function readDisclosures(
  tx: Tx<DisclosureTables>,
  actor: Actor,
  filter: DisclosureFilter,
  page: { readonly skip: number; readonly take: number },
): Promise<{ readonly disclosures: readonly Disclosure[]; readonly total: number }> {
  return disclosuresOf(tx, actor.organisationId, filter, page);
}

/** Erases that something was shared, once its term is over. */
export const disclosureEraser: Eraser = {
  subjectKind: SUBJECT,
  erase: async (tx, { tenantId, id }) => ({ [SUBJECT]: await deleteDisclosure(tx, tenantId, id) }),
};
