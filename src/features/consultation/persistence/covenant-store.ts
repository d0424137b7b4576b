import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Covenant, CovenantKind, Party } from '../domain/covenant.ts';
import type { PartyType } from '../domain/party.ts';

type Tables = 'consultation.covenant' | 'consultation.covenant_party';

export async function insertCovenant(tx: Tx<Tables>, tenantId: string, covenant: Covenant): Promise<void> {
  await tx
    .insertInto('consultation.covenant')
    .values({
      tenant_id: tenantId,
      id: covenant.id,
      kind: covenant.kind,
      title: covenant.title,
      purpose: covenant.purpose,
      basis: covenant.basis,
      valid_from: covenant.validFrom,
      valid_until: covenant.validUntil,
      review_on: covenant.reviewOn,
      recorded_by_name: covenant.recordedByName,
    })
    .execute();
  await tx
    .insertInto('consultation.covenant_party')
    .values(
      covenant.parties.map(({ organisationId, name, type }, index) => ({
        tenant_id: tenantId,
        covenant_id: covenant.id,
        nth: index + 1,
        organisation_id: organisationId ?? null,
        name,
        type,
      })),
    )
    .execute();
}

/** A page of covenants, what holds longest first, each with its parties. One statement. */
export async function covenantsOf(
  tx: Tx<Tables>,
  tenantId: string,
  asked: { readonly id?: string | undefined; readonly limit: number; readonly offset: number },
): Promise<readonly Covenant[]> {
  const rows = await tx
    .selectFrom('consultation.covenant as c')
    .select(['c.id', 'c.kind', 'c.title', 'c.purpose', 'c.basis', 'c.valid_from', 'c.valid_until', 'c.review_on'])
    .select(['c.ended_on', 'c.recorded_by_name'])
    .select(
      sql<readonly { readonly organisationId: string | null; readonly name: string; readonly type: string }[]>`(
        select coalesce(json_agg(json_build_object('organisationId', p.organisation_id, 'name', p.name, 'type', p.type)
          order by p.nth), '[]') from consultation.covenant_party p
        where p.tenant_id = c.tenant_id and p.covenant_id = c.id)`.as('parties'),
    )
    .where('c.tenant_id', '=', tenantId)
    .$if(asked.id !== undefined, (query) => query.where('c.id', '=', asked.id!))
    .orderBy('c.valid_until', 'desc')
    .orderBy('c.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as CovenantKind,
    title: row.title,
    purpose: row.purpose,
    basis: row.basis,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    reviewOn: row.review_on,
    endedOn: row.ended_on ?? undefined,
    recordedByName: row.recorded_by_name,
    parties: row.parties.map(
      ({ organisationId, name, type }): Party => ({
        organisationId: organisationId ?? undefined,
        name,
        type: type as PartyType,
      }),
    ),
  }));
}

/** Ends one. @returns false when it is not there or ended before. */
export async function endCovenant(
  tx: Tx<'consultation.covenant'>,
  tenantId: string,
  id: string,
  on: PlainDate,
): Promise<boolean> {
  const ended = await tx
    .updateTable('consultation.covenant')
    .set({ ended_on: on })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** Makes who ends one and who brings a person on it wait for each other. */
export async function holdCovenant(tx: Tx<'consultation.covenant'>, tenantId: string, id: string): Promise<void> {
  await tx
    .selectFrom('consultation.covenant')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forShare()
    .execute();
}
