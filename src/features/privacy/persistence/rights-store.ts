import { sql } from 'kysely';
import type { AnyTx, Tx } from '../../../platform/db/transact.ts';
import type { HeldPlace, RightsRequest } from '../domain/rights-request.ts';

type Tables = 'privacy.rights_request';

/** The requests of an organisation, the last received first. */
export async function requestsOf(tx: Tx<Tables>, tenantId: string, id?: string): Promise<readonly RightsRequest[]> {
  const rows = await tx
    .selectFrom('privacy.rights_request')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .orderBy('received_on', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map(requestOf);
}

interface Row {
  readonly [column: string]: unknown;
}

function requestOf(row: Row): RightsRequest {
  const or = <T>(value: unknown) => (value ?? undefined) as T;
  return {
    id: row.id as string,
    kind: row.kind as RightsRequest['kind'],
    reference: row.reference as string,
    receivedOn: row.received_on as RightsRequest['receivedOn'],
    askedBy: row.asked_by as RightsRequest['askedBy'],
    contact: row.contact as RightsRequest['contact'],
    talk: or(row.talk),
    identity: or(row.identity),
    finding: or(row.finding),
    dossierId: or(row.dossier_id),
    extendedOn: or(row.extended_on),
    outcome: or(row.outcome),
    withheld: row.withheld as RightsRequest['withheld'],
    proposedBy: or(row.proposed_by),
    proposedByName: or(row.proposed_by_name),
    agreedByName: or(row.agreed_by_name),
    erasedAt: or(row.erased_at),
    answeredAt: or(row.answered_at),
  };
}

/** The request, kept for whoever changes it until the transaction ends. */
export async function requestToChange(
  tx: Tx<Tables>,
  tenantId: string,
  id: string,
): Promise<RightsRequest | undefined> {
  const row = await tx
    .selectFrom('privacy.rights_request')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && requestOf(row);
}

export async function insertRequest(
  tx: Tx<Tables>,
  tenantId: string,
  request: Pick<RightsRequest, 'id' | 'kind' | 'reference' | 'receivedOn' | 'askedBy' | 'contact'>,
  by: { readonly name: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('privacy.rights_request')
    .values({
      tenant_id: tenantId,
      id: request.id,
      kind: request.kind,
      reference: request.reference,
      received_on: request.receivedOn,
      asked_by: request.askedBy,
      contact: request.contact,
      registered_by_name: by.name,
      registered_at: by.at,
    })
    .execute();
}

/** What changes in a request when somebody worked on it. */
export type RequestChange = Partial<
  Pick<RightsRequest, 'talk' | 'identity' | 'finding' | 'dossierId' | 'extendedOn' | 'outcome' | 'withheld'> & {
    readonly proposedBy: string;
    readonly proposedByName: string;
    readonly agreedBy: string;
    readonly agreedByName: string;
    readonly erasedAt: Date;
    readonly erasedByName: string;
    readonly answeredAt: Date;
  }
>;

const COLUMNS: Readonly<Record<keyof RequestChange, string>> = {
  talk: 'talk',
  identity: 'identity',
  finding: 'finding',
  dossierId: 'dossier_id',
  extendedOn: 'extended_on',
  outcome: 'outcome',
  withheld: 'withheld',
  proposedBy: 'proposed_by',
  proposedByName: 'proposed_by_name',
  agreedBy: 'agreed_by',
  agreedByName: 'agreed_by_name',
  erasedAt: 'erased_at',
  erasedByName: 'erased_by_name',
  answeredAt: 'answered_at',
};

/** Every key that is given is written, also when it is undefined: then it is empty again. */
export async function changeRequest(
  tx: Tx<Tables>,
  tenantId: string,
  id: string,
  change: RequestChange,
): Promise<void> {
  const set = Object.fromEntries(
    Object.entries(change).map(([key, value]) => [COLUMNS[key as keyof RequestChange], value ?? null]),
  );
  await tx
    .updateTable('privacy.rights_request')
    .set(set)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** What is still kept of a dossier, by its term; the last of them takes the dossier and its key along. */
export async function keptOf(
  tx: Tx<'retention.record'>,
  tenantId: string,
  dossierId: string,
): Promise<readonly { readonly kind: string; readonly id: string }[]> {
  return tx
    .selectFrom('retention.record')
    .select(['subject_kind as kind', 'subject_id as id'])
    .where('tenant_id', '=', tenantId)
    .where('dossier_id', '=', dossierId)
    .where('erased_at', 'is', null)
    .orderBy('id')
    .execute();
}

export async function deleteRequest(tx: Tx<Tables>, tenantId: string, id: string): Promise<number> {
  const gone = await tx
    .deleteFrom('privacy.rights_request')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** How many rows of a dossier stand in each place, where there are any; never what they say. One statement. */
export async function countHeld(
  tx: AnyTx,
  tenantId: string,
  dossierId: string,
  places: readonly HeldPlace[],
): Promise<readonly (HeldPlace & { readonly rows: number })[]> {
  const counts = places.map(
    (
      { table, dossierColumn },
      index,
    ) => sql`select ${index}::int as place, count(*)::int as rows from ${sql.table(table)}
      where tenant_id = ${tenantId} and ${sql.ref(dossierColumn)} = ${dossierId}`,
  );
  const { rows } = await sql<{ place: number; rows: number }>`${sql.join(counts, sql` union all `)}`.execute(tx);
  return rows.flatMap(({ place, rows: held }) => (held > 0 ? [{ ...places[place]!, rows: held }] : []));
}
