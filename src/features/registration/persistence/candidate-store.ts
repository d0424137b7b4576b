import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { LinkReason, WeighedReason } from '../domain/linkage/compare-persons.ts';
import type { ReporterType } from '../domain/reporting-guide.ts';

type Table = 'registration.candidate';
type Reading = Table | 'registration.record' | 'registration.delivery' | 'exchange.message';
export type CandidateKind = 'exact' | 'probable' | 'possible' | 'nameless';

/** Two records that may be one person. */
export interface NewCandidate {
  readonly id: string;
  readonly recordId: string;
  readonly otherId: string;
  /** Of the first of both. */
  readonly dossierId: string;
  readonly otherDossierId: string;
  readonly kind: CandidateKind;
  readonly points: number;
  readonly reasons: readonly WeighedReason[];
}

const written = ({ reason, points }: WeighedReason): string => `${reason}:${points}`;
const readReason = (text: string): WeighedReason => {
  const [reason, points] = text.split(':');
  return { reason: reason as LinkReason, points: Number(points) };
};

/** Keeps what was found; found again it is renewed, and what a registrar decided stays. */
export async function keepCandidates(
  tx: Tx<Table>,
  tenantId: string,
  found: readonly NewCandidate[],
  at: Date,
): Promise<void> {
  if (found.length === 0) return;
  // two that came in together find each other
  const pairs = new Map(found.map((each) => [[each.recordId, each.otherId].sort().join(' '), each]));
  await tx
    .insertInto('registration.candidate')
    .values(
      [...pairs.values()].map((each) => {
        const isFirst = each.recordId < each.otherId;
        return {
          tenant_id: tenantId,
          id: each.id,
          one_id: isFirst ? each.recordId : each.otherId,
          other_id: isFirst ? each.otherId : each.recordId,
          dossier_id: isFirst ? each.dossierId : each.otherDossierId,
          kind: each.kind,
          points: each.points,
          reasons: each.reasons.map(written),
          found_at: at,
        };
      }),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'one_id', 'other_id']).doUpdateSet((eb) => ({
        kind: eb.ref('excluded.kind'),
        points: eb.ref('excluded.points'),
        reasons: eb.ref('excluded.reasons'),
      })),
    )
    .execute();
}

/** Takes away what was found of a record before and nobody decided on, so that comparing twice is comparing once. */
export async function dropOpenCandidates(tx: Tx<Table>, tenantId: string, recordId: string): Promise<void> {
  await tx
    .deleteFrom('registration.candidate')
    .where('tenant_id', '=', tenantId)
    .where(({ or, eb }) => or([eb('one_id', '=', recordId), eb('other_id', '=', recordId)]))
    .where('decided_at', 'is', null)
    .execute();
}

/** Keeps the records with the very same name and day of birth, found by their keyed hash: at once, before anything is compared. */
export async function keepExact(
  tx: Tx<Table | 'registration.delivery' | 'registration.record'>,
  tenantId: string,
  deliveryId: string,
  at: Date,
): Promise<void> {
  await sql`
    insert into registration.candidate (tenant_id, id, one_id, other_id, dossier_id, kind, points, reasons, found_at)
    select ${tenantId}::uuid, gen_random_uuid(), least(d.record_id, o.record_id), greatest(d.record_id, o.record_id),
      case when d.record_id < o.record_id then d.dossier_id else o.dossier_id end, 'exact', 0, '{}', ${at}
    from registration.delivery d
    join registration.delivery o on o.tenant_id = d.tenant_id and o.identity_index = d.identity_index and o.record_id <> d.record_id
    where d.tenant_id = ${tenantId} and d.id = ${deliveryId}
    limit 100
    on conflict do nothing`.execute(tx);
}

/** A name that was taken back is not used from that moment: nor is what was found by it. */
export const pairIsLive = (one: string, other: string) => sql<boolean>`not exists (
  select from registration.delivery taken
  join exchange.message m on m.tenant_id = taken.tenant_id and m.id = taken.identity_message_id and m.box = 'in'
  where taken.tenant_id = c.tenant_id and taken.record_id in (${sql.ref(one)}, ${sql.ref(other)}) and m.state = 'withdrawn')`;

/** Nobody said of these two persons, whatever was merged into them, that they are two. */
export const pairIsOpen = sql<boolean>`not exists (
  select from registration.record one_of
  join registration.candidate said on said.tenant_id = one_of.tenant_id and said.decided_at is not null
    and (said.one_id = one_of.id or said.other_id = one_of.id)
  join registration.record other_of on other_of.tenant_id = said.tenant_id
    and other_of.id = case when said.one_id = one_of.id then said.other_id else said.one_id end
  where one_of.tenant_id = c.tenant_id and one_of.root_id = one.root_id and other_of.root_id = other.root_id)`;

/** Somebody who may be the same person: where she counts, why, and how sure that is. */
export interface Candidate {
  readonly code: string;
  readonly kind: CandidateKind;
  readonly points: number;
  readonly reasons: readonly WeighedReason[];
  readonly reporterType: ReporterType;
  readonly receivedOn: PlainDate;
}

/** Who may be the same as everybody under this record, the strongest first; each person once. At most twenty. */
export async function candidatesOf(tx: Tx<Reading>, tenantId: string, rootId: string): Promise<readonly Candidate[]> {
  const { rows } = await sql<Omit<Candidate, 'reasons'> & { reasons: readonly string[] }>`
    select * from (
      select distinct on (other.root_id) root.code, c.kind, c.points, c.reasons, d.reporter_type as "reporterType",
        d.received_on as "receivedOn",
        array_position(array['exact', 'probable', 'possible', 'nameless'], c.kind) as strength
      from registration.record one
      join registration.candidate c on c.tenant_id = one.tenant_id and (c.one_id = one.id or c.other_id = one.id) and c.decided_at is null
      join registration.record other on other.tenant_id = c.tenant_id
        and other.id = case when c.one_id = one.id then c.other_id else c.one_id end and other.root_id <> one.root_id
      join registration.record root on root.tenant_id = other.tenant_id and root.id = other.root_id
      join registration.delivery d on d.tenant_id = other.tenant_id and d.record_id = other.id
      where one.tenant_id = ${tenantId} and one.root_id = ${rootId} and ${pairIsLive('c.one_id', 'c.other_id')} and ${pairIsOpen}
      order by other.root_id, strength, c.points desc) found
    order by strength, points desc, code limit 20`.execute(tx);
  return rows.map(({ reasons, ...row }) => ({ ...row, reasons: reasons.map(readReason) }));
}

/** What a registrar decided: that these are two people. */
export interface Apart {
  readonly code: string;
  readonly decidedAt: Date;
  readonly decidedByName: string;
  readonly because: string;
}

/** Who was said to be somebody else than anybody under this record, newest first. */
export async function apartFrom(
  tx: Tx<Table | 'registration.record'>,
  tenantId: string,
  recordIds: readonly string[],
): Promise<readonly Apart[]> {
  const ids = [...recordIds];
  const { rows } = await sql<Apart>`
    select other.code, c.decided_at as "decidedAt", c.decided_by_name as "decidedByName", c.decided_because as because
    from registration.candidate c
    join registration.record other on other.tenant_id = c.tenant_id
      and other.id = case when c.one_id = any(${ids}::uuid[]) then c.other_id else c.one_id end
    where c.tenant_id = ${tenantId} and c.decided_at is not null
      and (c.one_id = any(${ids}::uuid[])) <> (c.other_id = any(${ids}::uuid[]))
    order by c.decided_at desc, c.id limit 50`.execute(tx);
  return rows;
}

/** Remembers that two records are two people, also when they were never found alike. Said again, the last word counts. */
export async function keepApart(
  tx: Tx<Table>,
  tenantId: string,
  a: { readonly id: string; readonly dossierId: string },
  b: { readonly id: string; readonly dossierId: string },
  said: { readonly id: string; readonly at: Date; readonly byName: string; readonly because: string },
): Promise<void> {
  const decided = { decided_at: said.at, decided_by_name: said.byName, decided_because: said.because };
  const [one, other] = a.id < b.id ? [a, b] : [b, a];
  await tx
    .insertInto('registration.candidate')
    .values({
      tenant_id: tenantId,
      id: said.id,
      one_id: one.id,
      other_id: other.id,
      dossier_id: one.dossierId,
      kind: 'possible',
      points: 0,
      reasons: [],
      found_at: said.at,
      ...decided,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'one_id', 'other_id']).doUpdateSet(decided))
    .execute();
}
