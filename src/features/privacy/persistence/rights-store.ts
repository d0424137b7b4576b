import { sql } from 'kysely';
import type { AnyTx, Tx } from '../../../platform/db/transact.ts';
import type { HeldPlace, ReceivedPlace, RightsRequest } from '../domain/rights-request.ts';

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
    dossierIds: row.dossier_ids as string[],
    extendedOn: or(row.extended_on),
    outcome: or(row.outcome),
    withheld: row.withheld as RightsRequest['withheld'],
    proposedBy: or(row.proposed_by),
    proposedByName: or(row.proposed_by_name),
    agreedByName: or(row.agreed_by_name),
    notice: row.sender_name ? { ids: row.notice_ids as string[], senderName: row.sender_name as string } : undefined,
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
  request: Pick<RightsRequest, 'id' | 'kind' | 'reference' | 'receivedOn' | 'askedBy' | 'contact'> &
    Partial<Pick<RightsRequest, 'notice' | 'finding' | 'dossierIds'>>,
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
      finding: request.finding ?? null,
      dossier_ids: [...(request.dossierIds ?? [])],
      notice_ids: [...(request.notice?.ids ?? [])],
      sender_name: request.notice?.senderName ?? null,
    })
    .execute();
}

/** What changes in a request when somebody worked on it. */
export type RequestChange = Partial<
  Pick<RightsRequest, 'talk' | 'identity' | 'finding' | 'dossierIds' | 'extendedOn' | 'outcome' | 'withheld'> & {
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
  dossierIds: 'dossier_ids',
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

/** A record with a term, as the retention of it names it. */
export interface Kept {
  readonly kind: string;
  readonly id: string;
}

/** What is still kept of these dossiers, by its term; the last of a dossier takes it and its key along. */
export async function keptOf(
  tx: Tx<'retention.record'>,
  tenantId: string,
  dossierIds: readonly string[],
): Promise<readonly Kept[]> {
  if (dossierIds.length === 0) return [];
  return tx
    .selectFrom('retention.record')
    .select(['subject_kind as kind', 'subject_id as id'])
    .where('tenant_id', '=', tenantId)
    .where('dossier_id', 'in', [...dossierIds])
    .where('erased_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** The dossiers and the records by themselves that were made of these messages, of all places where one can be. One statement. */
export async function madeOf(
  tx: AnyTx,
  tenantId: string,
  messageIds: readonly string[],
  places: readonly ReceivedPlace[],
): Promise<{ readonly dossierIds: readonly string[]; readonly kept: readonly Kept[] }> {
  const looks = places.map(
    ({ table, messageColumn, as }, index) => sql`select ${index}::int as place,
      ${'dossierColumn' in as ? sql.ref(as.dossierColumn) : sql.ref('id')} as id
      from ${sql.table(table)} where tenant_id = ${tenantId} and ${sql.ref(messageColumn)} = any(${[...messageIds]}::uuid[])`,
  );
  const { rows } = await sql<{ place: number; id: string }>`${sql.join(looks, sql` union `)} order by 1, 2`.execute(tx);
  const found = rows.map(({ place, id }) => ({ as: places[place]!.as, id }));
  return {
    dossierIds: [...new Set(found.flatMap(({ as, id }) => ('dossierColumn' in as ? [id] : [])))],
    kept: found.flatMap(({ as, id }) => ('subjectKind' in as ? [{ kind: as.subjectKind, id }] : [])),
  };
}

/** Those of these records that were not erased yet. */
export async function stillKept(
  tx: Tx<'retention.record'>,
  tenantId: string,
  subjects: readonly Kept[],
): Promise<readonly Kept[]> {
  if (subjects.length === 0) return [];
  return tx
    .selectFrom('retention.record')
    .select(['subject_kind as kind', 'subject_id as id'])
    .where('tenant_id', '=', tenantId)
    .where((either) =>
      either.or(
        subjects.map(({ kind, id }) => either.and([either('subject_kind', '=', kind), either('subject_id', '=', id)])),
      ),
    )
    .where('erased_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** A notice as it lies in the box: about which earlier message, and who sent it. */
export interface Notice {
  readonly id: string;
  readonly aboutId: string;
  readonly senderId: string;
  readonly senderName: string;
}

/** These notices, as far as they are here; one about a message that another organisation sent says nothing. */
export async function noticesOf(
  tx: Tx<'exchange.message' | 'organisations.organisation'>,
  tenantId: string,
  ids: readonly string[],
): Promise<readonly Notice[]> {
  const rows = await tx
    .selectFrom('exchange.message as m')
    .innerJoin('organisations.organisation as o', 'o.id', 'm.counterpart_id')
    .select(['m.id', 'm.about_id', 'o.id as senderId', 'o.name as senderName'])
    .where('m.tenant_id', '=', tenantId)
    .where('m.id', 'in', [...ids])
    .where('m.about_id', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('exchange.message as earlier')
            .select('earlier.id')
            .whereRef('earlier.tenant_id', '=', 'm.tenant_id')
            .whereRef('earlier.id', '=', 'm.about_id')
            .whereRef('earlier.counterpart_id', '!=', 'm.counterpart_id'),
        ),
      ),
    )
    .orderBy('m.id')
    .execute();
  return rows.map(({ about_id: aboutId, ...row }) => ({ ...row, aboutId: aboutId! }));
}

export async function deleteRequest(tx: Tx<Tables>, tenantId: string, id: string): Promise<number> {
  const gone = await tx
    .deleteFrom('privacy.rights_request')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** How many rows of these dossiers stand in each place, where there are any; never what they say. One statement. */
export async function countHeld(
  tx: AnyTx,
  tenantId: string,
  dossierIds: readonly string[],
  places: readonly HeldPlace[],
): Promise<readonly (HeldPlace & { readonly rows: number })[]> {
  const counts = places.map(
    (
      { table, dossierColumn },
      index,
    ) => sql`select ${index}::int as place, count(*)::int as rows from ${sql.table(table)}
      where tenant_id = ${tenantId} and ${sql.ref(dossierColumn)} = any(${[...dossierIds]}::uuid[])`,
  );
  const { rows } = await sql<{ place: number; rows: number }>`${sql.join(counts, sql` union all `)}`.execute(tx);
  return rows.flatMap(({ place, rows: held }) => (held > 0 ? [{ ...places[place]!, rows: held }] : []));
}
