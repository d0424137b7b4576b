import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { Disclosure, DisclosureFilter } from '../domain/disclosure.ts';
import type { SharingCase } from '../domain/sharing-case.ts';
import type { Consent, SharingRule } from '../domain/sharing-rule.ts';

/** Writes down that something was shared, and under which rule. */
export async function insertDisclosure(
  tx: Tx<'sharing.disclosure'>,
  tenantId: string,
  told: SharingCase & {
    readonly id: string;
    readonly by: { readonly id: string; readonly name: string; readonly role: string };
    readonly rule: SharingRule;
    readonly edition: string;
    readonly consent: Consent | undefined;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('sharing.disclosure')
    .values({
      tenant_id: tenantId,
      id: told.id,
      shared_by: told.by.id,
      shared_by_name: told.by.name,
      role: told.by.role,
      sharer: told.from,
      data: told.data,
      receiver: told.to,
      purpose: told.purpose,
      outcome: told.rule.outcome,
      consent: told.consent ?? null,
      basis: told.rule.basis,
      article: told.rule.article,
      rule: told.rule.id,
      edition: told.edition,
      shared_at: told.at,
    })
    .execute();
}

/** Erases that something was shared; how many rows it was. */
export async function deleteDisclosure(tx: Tx<'sharing.disclosure'>, tenantId: string, id: string): Promise<number> {
  const gone = await tx
    .deleteFrom('sharing.disclosure')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

export type DisclosureTables =
  | 'sharing.disclosure'
  | 'exchange.message'
  | 'exchange.message_kind'
  | 'organisations.organisation'
  | 'audit.event';

interface Row {
  readonly source: Disclosure['source'];
  readonly id: string;
  readonly at: Date;
  readonly name: string | null;
  readonly role: string | null;
  readonly basis: string;
  readonly first: string;
  readonly messageKind: string | null;
  readonly second: string;
  readonly third: string;
  readonly consent: string | null;
  readonly article: string | null;
  readonly rule: string | null;
  readonly edition: string | null;
  readonly total: number;
}

const ZONE = sql.lit('Europe/Amsterdam');

/**
 * What this organisation shared, the newest first: what the exchange carried, and what people said they shared otherwise. Who sent a
 * message stands in the log, under the trace of the deed. One statement.
 */
export async function disclosuresOf(
  tx: Tx<DisclosureTables>,
  tenantId: string,
  { from, until, source, withConsent }: DisclosureFilter,
  page: { readonly skip: number; readonly take: number },
): Promise<{ readonly disclosures: readonly Disclosure[]; readonly total: number }> {
  const { rows } = await sql<Row>`
    with shared as (
      select 'sent' as source, m.id, m.sent_at as at, m.trace_id, null as name, null as role, m.basis, k.label as first, k.kind as message_kind,
        k.activity as second, o.name as third, case when k.requires_consent then 'asked' end as consent, null as article,
        null as rule, m.state as edition
      from exchange.message m
      join exchange.message_kind k on k.kind = m.kind
      join organisations.organisation o on o.id = m.counterpart_id
      where m.tenant_id = ${tenantId} and m.box = 'out'
      union all
      select 'told', id, shared_at, null, shared_by_name, role, basis, data, null, receiver, outcome, consent, article, rule, edition
      from sharing.disclosure where tenant_id = ${tenantId}),
    page as (
      select *, count(*) over () as total from shared where true
        ${source ? sql`and source = ${source}` : sql``}
        ${withConsent === undefined ? sql`` : sql`and (consent is not null) = ${withConsent}`}
        ${from ? sql`and at >= ${from}::timestamp at time zone ${ZONE}` : sql``}
        ${until ? sql`and at < (${until}::timestamp + interval '1 day') at time zone ${ZONE}` : sql``}
      order by at desc, id limit ${page.take} offset ${page.skip})
    select page.source, page.id, page.at, coalesce(page.name, e.person_name) as name, coalesce(page.role, e.role) as role, page.basis,
      page.first, page.message_kind as "messageKind", page.second, page.third, page.consent, page.article, page.rule, page.edition, page.total
    from page
    left join lateral (
      select person_name, role from audit.event
      where tenant_id = ${tenantId} and trace_id = page.trace_id and person_id is not null order by seq limit 1) e on true
    order by page.at desc, page.id`.execute(tx);
  return { disclosures: rows.map(disclosureOf), total: Number(rows[0]?.total ?? 0) };
}

function disclosureOf({ source, id, at, name, role, basis, ...row }: Row): Disclosure {
  const shared = { id, at, by: name && role ? { name, role } : undefined, basis };
  if (source === 'sent')
    return {
      ...shared,
      source,
      kind: row.messageKind!,
      kindLabel: row.first,
      activity: row.second,
      receiverName: row.third,
      needsConsent: row.consent !== null,
      state: row.edition!,
    };
  const told = { data: row.first, receiver: row.second, outcome: row.third, consent: row.consent ?? undefined };
  return {
    ...shared,
    source,
    ...(told as Pick<Extract<Disclosure, { source: 'told' }>, 'data' | 'receiver' | 'outcome' | 'consent'>),
    article: row.article!,
    rule: row.rule!,
    edition: row.edition!,
  };
}
