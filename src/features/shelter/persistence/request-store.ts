import { type Selectable, sql } from 'kysely';
import type { DB } from '../../../platform/db/tables.generated.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { blindIndex, blindIndexes, openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { Urgency } from '../domain/needs.ts';
import type { ShelterType } from '../domain/place.ts';
import type { PlaceRequest, RequestContent, RequestGround, RequestOutcome, RequestSource } from '../domain/request.ts';

type Table = 'shelter.request';
type Vault = 'vault.dossier_key';
const NEEDS = 'shelter.request.needs';

/** Whom a request is about in the log of data processing: known by the request itself. */
export const aboutAsked = (id: string) => ({ kind: 'shelter.person', id }) as const;

const requestOf = (
  row: Omit<Selectable<DB['shelter.request']>, 'needs' | 'apart_index' | 'tenant_id' | 'guest_message_ids'>,
): PlaceRequest => ({
  id: row.id,
  dossierId: row.dossier_id,
  code: row.code,
  source: row.source as RequestSource,
  sourceId: row.source_id ?? undefined,
  ground: row.ground as RequestGround,
  urgency: row.urgency as Urgency,
  types: row.types as ShelterType[],
  rightsEdition: row.rights_edition,
  region: row.region,
  from: row.from_night,
  until: row.until_night,
  openedAt: row.opened_at,
  openedByName: row.opened_by_name,
  nothingAt: row.nothing_at ?? undefined,
  checkedAt: row.checked_at ?? undefined,
  checkedByName: row.checked_by_name ?? undefined,
  closedAt: row.closed_at ?? undefined,
  outcome: (row.outcome ?? undefined) as RequestOutcome | undefined,
  version: row.version,
});

const COLUMNS = [
  'id',
  'dossier_id',
  'code',
  'source',
  'source_id',
  'ground',
  'urgency',
  'types',
  'rights_edition',
  'region',
  'from_night',
  'until_night',
  'opened_at',
  'opened_by_name',
  'nothing_at',
  'checked_at',
  'checked_by_name',
  'closed_at',
  'outcome',
  'version',
] as const;

/** Lays a request, sealed under the key of its dossier, which is there already. @returns false when one began from the same before. */
export async function insertRequest(
  tx: Tx<Table | Vault>,
  tenantId: string,
  request: PlaceRequest,
  content: RequestContent,
): Promise<boolean> {
  const laid = await tx
    .insertInto('shelter.request')
    .values({
      tenant_id: tenantId,
      id: request.id,
      dossier_id: request.dossierId,
      code: request.code,
      source: request.source,
      source_id: request.sourceId ?? null,
      ground: request.ground,
      opened_at: request.openedAt,
      opened_by_name: request.openedByName,
      version: request.version,
      ...(await saidOf(tx, request, content)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return laid.numInsertedOrUpdatedRows === 1n;
}

type Said = Pick<
  PlaceRequest,
  'id' | 'dossierId' | 'urgency' | 'types' | 'rightsEdition' | 'region' | 'from' | 'until'
>;

const saidOf = async (tx: Tx<Vault>, request: Said, content: RequestContent) => ({
  urgency: request.urgency,
  types: [...request.types],
  rights_edition: request.rightsEdition,
  region: request.region,
  from_night: request.from,
  until_night: request.until,
  needs: await sealFor(tx, request.dossierId, NEEDS, request.id, JSON.stringify(content)),
  apart_index: sql<Buffer[]>`${content.needs.apartFrom.map((code) => blindIndex(tx, NEEDS, code))}::bytea[]`,
});

/** Writes what is asked of a request that is held anew. */
export async function rewriteRequest(
  tx: Tx<Table | Vault>,
  tenantId: string,
  request: Said & Pick<PlaceRequest, 'version'>,
  content: RequestContent,
): Promise<void> {
  await tx
    .updateTable('shelter.request')
    .set({ ...(await saidOf(tx, request, content)), nothing_at: null, version: request.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', request.id)
    .execute();
}

/** What happens to a request besides what it asks. */
export async function markRequest(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  marks: {
    readonly nothingAt?: Date;
    readonly checked?: { readonly at: Date; readonly name: string };
    readonly closed?: { readonly at: Date; readonly outcome: RequestOutcome };
    /** A place was chosen for it: whoever saw it before that sees it anew first. */
    readonly isChosen?: true;
  },
): Promise<boolean> {
  const { nothingAt, checked, closed, isChosen } = marks;
  const changed = await tx
    .updateTable('shelter.request')
    .set((row) => ({
      ...(nothingAt && { nothing_at: nothingAt }),
      ...(checked && { checked_at: checked.at, checked_by_name: checked.name }),
      ...(closed && { closed_at: closed.at, outcome: closed.outcome }),
      ...((closed || isChosen) && { version: sql<number>`${row.ref('version')} + 1` }),
    }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

const byCode = (tx: Tx<Table>, tenantId: string, code: string) =>
  tx.selectFrom('shelter.request').where('tenant_id', '=', tenantId).where('code', '=', code);

/** A request by its code, held until the deed is done. */
export async function holdRequest(tx: Tx<Table>, tenantId: string, code: string): Promise<PlaceRequest | undefined> {
  const row = await byCode(tx, tenantId, code).select(COLUMNS).forUpdate().executeTakeFirst();
  return row && requestOf(row);
}

/** Holds a request by its id until the transaction ends. @returns false when it is closed or not there */
export async function holdOpenRequest(tx: Tx<Table>, tenantId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('shelter.request')
    .select('closed_at')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.closed_at === null;
}

/** A request as it is found, with what is known of others without opening anybody. */
export interface FoundRequest {
  readonly request: PlaceRequest;
  /** How the message stands that it came by. */
  readonly message: string | undefined;
  /** Another request names this one as somebody who may not live there too. */
  readonly isNamed: boolean;
  /** There is another request for the same person, before or after it. */
  readonly hasKin: boolean;
}

/** A request by its code; undefined when there is none, or when it was erased after its term. */
export async function findRequest(
  tx: Tx<Table | 'exchange.message'>,
  tenantId: string,
  code: string,
): Promise<FoundRequest | undefined> {
  const row = await byCode(tx, tenantId, code)
    .select(COLUMNS)
    .select(
      sql<string | null>`(select m.state from exchange.message m
        where m.tenant_id = request.tenant_id and m.id = request.source_id and m.box = 'in')`.as('message'),
    )
    .select([
      sql<boolean>`exists (select from shelter.request n where n.tenant_id = request.tenant_id
        and cardinality(n.apart_index) > 0 and n.apart_index && ${blindIndexes(tx, NEEDS, code)}::bytea[])`.as(
        'isNamed',
      ),
      sql<boolean>`(request.source = 'request' or exists (select from shelter.request a
        where a.tenant_id = request.tenant_id and a.source = 'request' and a.source_id = request.id))`.as('hasKin'),
    ])
    .executeTakeFirst();
  return (
    row && {
      request: requestOf(row),
      message: row.message ?? undefined,
      isNamed: row.isNamed,
      hasKin: row.hasKin,
    }
  );
}

/** The request that began from a call or a message of this organisation. */
export async function requestFrom(
  tx: Tx<Table>,
  tenantId: string,
  sourceId: string,
): Promise<PlaceRequest | undefined> {
  const row = await tx
    .selectFrom('shelter.request')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
  return row && requestOf(row);
}

/** The code of a request of this organisation; nothing is opened. */
export async function requestCodeOf(tx: Tx<Table>, tenantId: string, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('shelter.request')
    .select('code')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.code;
}

/** A request with what somebody needs. */
export interface OpenedRequest {
  readonly request: PlaceRequest;
  readonly content: RequestContent;
}

/**
 * Opens these requests in one go; without those of which the key was destroyed. Every one of them is a row in the log of data
 * processing.
 */
export async function openRequests(
  tx: Tx<Table | Vault>,
  tenantId: string,
  which: { readonly ids: readonly string[] } | { readonly openUntil: number; readonly andId: string },
): Promise<readonly OpenedRequest[]> {
  if ('ids' in which && which.ids.length === 0) return [];
  const all = tx
    .selectFrom('shelter.request')
    .select([...COLUMNS, 'needs'])
    .where('tenant_id', '=', tenantId);
  const asked =
    'ids' in which
      ? all.where('id', 'in', [...which.ids])
      : all
          .where((w) => w.or([w('closed_at', 'is', null), w('id', '=', which.andId)]))
          // the one that is asked is always among them
          .orderBy(sql`(id = ${which.andId}::uuid)`, 'desc')
          .orderBy('opened_at')
          .orderBy('id')
          .limit(which.openUntil);
  const rows = await asked.execute();
  const opened = await openMany(
    tx,
    rows.map((row) => ({
      about: aboutAsked(row.id),
      dossierId: row.dossier_id,
      column: NEEDS,
      rowId: row.id,
      sealed: row.needs,
    })),
  );
  return rows.flatMap((row, index) => {
    const said = opened[index];
    return said === undefined ? [] : [{ request: requestOf(row), content: JSON.parse(said) as RequestContent }];
  });
}

export const REQUESTS_PAGE_SIZE = 50;

/** One page of the requests that are open, by when they came; and how many there are. Nothing is opened. */
export async function requestsOf(
  tx: Tx<Table>,
  tenantId: string,
  page: number,
): Promise<{ readonly rows: readonly PlaceRequest[]; readonly total: number; readonly pages: number }> {
  const rows = await tx
    .selectFrom('shelter.request')
    .select(COLUMNS)
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where('tenant_id', '=', tenantId)
    .where('closed_at', 'is', null)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .offset((page - 1) * REQUESTS_PAGE_SIZE)
    .limit(REQUESTS_PAGE_SIZE)
    .execute();
  const total = rows[0]?.total ?? 0;
  return { rows: rows.map(requestOf), total, pages: Math.max(1, Math.ceil(total / REQUESTS_PAGE_SIZE)) };
}

/** Which of these codes are requests of this organisation, with their ids. */
export async function requestIdsOf(
  tx: Tx<Table>,
  tenantId: string,
  codes: readonly string[],
): Promise<readonly { readonly id: string; readonly code: string }[]> {
  if (codes.length === 0) return [];
  return tx
    .selectFrom('shelter.request')
    .select(['id', 'code'])
    .where('tenant_id', '=', tenantId)
    .where('code', 'in', [...codes])
    .execute();
}

/** Requests by which a person is meant. */
export interface MeantBy {
  readonly ids?: readonly string[];
  readonly codes?: readonly string[];
  /** Those that name one of these codes as somebody who may not live there too, found without opening anybody. */
  readonly naming?: readonly string[];
}

/** The requests that are meant, with those that were made of them for the same person and those they were made of. */
export async function ofSamePersons(
  tx: Tx<Table>,
  tenantId: string,
  { ids = [], codes = [], naming = [] }: MeantBy,
): Promise<readonly { readonly id: string; readonly code: string }[]> {
  if (ids.length === 0 && codes.length === 0 && naming.length === 0) return [];
  const sought = naming.flatMap((code) => blindIndexes(tx, NEEDS, code));
  const { rows } = await sql<{ id: string; code: string }>`
    with recursive meant as (
      select id, code, source, source_id from shelter.request where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[])
      union all
      select id, code, source, source_id from shelter.request where tenant_id = ${tenantId} and code = any(${[...codes]}::text[])
      union all
      select id, code, source, source_id from shelter.request
      where tenant_id = ${tenantId} and cardinality(apart_index) > 0 and apart_index && ${sought}::bytea[]),
    same (id, code, source, source_id) as (
      select * from meant
      union
      select r.id, r.code, r.source, r.source_id from same s, lateral (
        select * from shelter.request b where b.tenant_id = ${tenantId} and s.source = 'request' and b.id = s.source_id
        union all
        select * from shelter.request a where a.tenant_id = ${tenantId} and a.source = 'request' and a.source_id = s.id) r)
    select id, code from same`.execute(tx);
  return rows;
}

/** Remembers by which message a shelter was told who comes, so that it is erased with the request. */
export async function noteGuestMessage(tx: Tx<Table>, tenantId: string, id: string, messageId: string): Promise<void> {
  await tx
    .updateTable('shelter.request')
    .set({ guest_message_ids: sql`array_append(guest_message_ids, ${messageId}::uuid)` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** The messages that told shelters who comes, also those that were taken back. */
export async function guestMessagesOf(tx: Tx<Table>, tenantId: string, id: string): Promise<readonly string[]> {
  const row = await tx
    .selectFrom('shelter.request')
    .select('guest_message_ids')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.guest_message_ids ?? [];
}

/** Erases a request with why places were chosen for it. */
export async function deleteRequest(
  tx: Tx<Table | 'shelter.decision'>,
  tenantId: string,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const decisions = await tx
    .deleteFrom('shelter.decision')
    .where('tenant_id', '=', tenantId)
    .where('request_id', '=', id)
    .executeTakeFirst();
  const requests = await tx
    .deleteFrom('shelter.request')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return {
    'shelter.decision': Number(decisions.numDeletedRows),
    'shelter.request': Number(requests.numDeletedRows),
  };
}
