import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { NeedReason, SupportKind } from '../domain/need.ts';
import type { Effect, Offer, RequestState, SupportRequest } from '../domain/request.ts';

type RequestTx = Tx<'support.request'>;

interface RequestRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly desk_ids: string[];
  readonly kind: string;
  readonly element: string;
  readonly reason: string;
  readonly wish: string;
  readonly state: string;
  readonly version: number;
  readonly asked_by: string;
  readonly asked_by_name: string;
  readonly asked_at: Date;
  readonly answer_by: PlainDate;
  readonly owner_name: string | null;
  readonly owner_organisation: string | null;
  readonly offer: string | null;
  readonly planned_on: PlainDate | null;
  readonly helped_on: PlainDate | null;
  readonly follow_up_on: PlainDate | null;
  readonly level_before: number;
  readonly level_after: number | null;
  readonly effect: string | null;
  readonly session_id: string | null;
}

const requestOf = (row: RequestRow): SupportRequest => ({
  tenantId: row.tenant_id,
  id: row.id,
  deskIds: row.desk_ids,
  kind: row.kind as SupportKind,
  element: row.element,
  reason: row.reason as NeedReason,
  wish: row.wish,
  state: row.state as RequestState,
  version: row.version,
  askedBy: row.asked_by,
  askedByName: row.asked_by_name,
  askedAt: row.asked_at,
  answerBy: row.answer_by,
  owner:
    row.owner_name && row.owner_organisation
      ? { name: row.owner_name, organisation: row.owner_organisation }
      : undefined,
  plan: row.offer && row.planned_on ? { offer: row.offer as Offer, on: row.planned_on } : undefined,
  sessionId: row.session_id ?? undefined,
  helpedOn: row.helped_on ?? undefined,
  followUpOn: row.follow_up_on ?? undefined,
  levelBefore: row.level_before,
  levelAfter: row.level_after ?? undefined,
  effect: (row.effect ?? undefined) as Effect | undefined,
});

/** Asks for support; false when help with this element was asked already and is not closed. */
export async function insertRequest(tx: RequestTx, request: SupportRequest): Promise<boolean> {
  const made = await tx
    .insertInto('support.request')
    .values({
      tenant_id: request.tenantId,
      id: request.id,
      desk_ids: [...request.deskIds],
      kind: request.kind,
      element: request.element,
      reason: request.reason,
      wish: request.wish,
      state: request.state,
      version: request.version,
      asked_by: request.askedBy,
      asked_by_name: request.askedByName,
      asked_at: request.askedAt,
      answer_by: request.answerBy,
      level_before: request.levelBefore,
      norm_at: afterDay(request.answerBy),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** The first moment after a day in the Netherlands. */
const afterDay = (on: PlainDate) => sql<Date>`(${on}::date + 1)::timestamp at time zone 'Europe/Amsterdam'`;

/** Holds a request that nobody took in time, once: undefined when somebody did, or the desk heard it already. */
export async function heardOfNorm(
  tx: RequestTx,
  tenantId: string,
  id: string,
  now: Date,
): Promise<SupportRequest | undefined> {
  const row = await tx
    .updateTable('support.request')
    .set({ norm_at: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .where('norm_at', '<=', now)
    .returningAll()
    .executeTakeFirst();
  return row && requestOf(row);
}

/** Saves a request over the version before it; false when somebody else was first. */
export async function saveRequest(tx: RequestTx, request: SupportRequest, at: Date): Promise<boolean> {
  const changed = await tx
    .updateTable('support.request')
    .set({
      state: request.state,
      version: request.version,
      owner_name: request.owner?.name ?? null,
      owner_organisation: request.owner?.organisation ?? null,
      offer: request.plan?.offer ?? null,
      planned_on: request.plan?.on ?? null,
      session_id: request.sessionId ?? null,
      helped_on: request.helpedOn ?? null,
      follow_up_on: request.followUpOn ?? null,
      level_after: request.levelAfter ?? null,
      effect: request.effect ?? null,
      closed_at: request.state === 'closed' ? at : null,
      // somebody has it: the desk need not hear that nobody does
      norm_at: null,
    })
    .where('tenant_id', '=', request.tenantId)
    .where('id', '=', request.id)
    .where('version', '=', request.version - 1)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** What this municipality asked, the newest first. */
export async function requestsOf(tx: RequestTx, tenantId: string, limit: number): Promise<readonly SupportRequest[]> {
  const rows = await tx
    .selectFrom('support.request')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(requestOf);
}

/** What runs at the desk for municipalities that are there, the day on which it must be answered first; through the door `mandate`. */
export async function openAtDesk(
  tx: RequestTx,
  deskId: string,
  municipalityIds: readonly string[],
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly SupportRequest[]> {
  const rows = await tx
    .selectFrom('support.request')
    .selectAll()
    .where((w) => w.eb(w.val(deskId), '=', w.fn.any('desk_ids')))
    .where('tenant_id', '=', sql<string>`any(${[...municipalityIds]}::uuid[])`)
    .where('state', '<>', 'closed')
    .orderBy('owner_name', (order) => order.asc().nullsFirst())
    .orderBy('answer_by')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(requestOf);
}

/** Every request at the desk of the last years, for what its help did; through the door `mandate`. */
export async function requestsAtDesk(
  tx: RequestTx,
  deskId: string,
  since: PlainDate,
  limit: number,
): Promise<readonly SupportRequest[]> {
  const rows = await tx
    .selectFrom('support.request')
    .selectAll()
    .where((w) => w.eb(w.val(deskId), '=', w.fn.any('desk_ids')))
    .where('asked_at', '>=', sql<Date>`${since}::timestamp at time zone 'Europe/Amsterdam'`)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(requestOf);
}

export async function loadRequest(
  tx: RequestTx,
  id: string,
  of: { readonly tenantId: string } | { readonly deskId: string },
): Promise<SupportRequest | undefined> {
  let query = tx.selectFrom('support.request').selectAll().where('id', '=', id);
  query =
    'tenantId' in of
      ? query.where('tenant_id', '=', of.tenantId)
      : query.where((w) => w.eb(w.val(of.deskId), '=', w.fn.any('desk_ids')));
  const row = await query.executeTakeFirst();
  return row && requestOf(row);
}

/** One thing that was done about a request. */
export interface Step {
  readonly id: string;
  readonly what: string;
  readonly byName: string;
  readonly byOrganisation: string;
  readonly at: Date;
}

export async function insertStep(
  tx: Tx<'support.step'>,
  { tenantId, id: requestId, deskIds }: Pick<SupportRequest, 'tenantId' | 'id' | 'deskIds'>,
  step: Step,
): Promise<void> {
  await tx
    .insertInto('support.step')
    .values({
      tenant_id: tenantId,
      id: step.id,
      request_id: requestId,
      desk_ids: [...deskIds],
      what: step.what,
      by_name: step.byName,
      by_organisation: step.byOrganisation,
      at: step.at,
    })
    .execute();
}

/** What was done about a request, the newest first. */
export async function stepsOf(
  tx: Tx<'support.step'>,
  { tenantId, id }: Pick<SupportRequest, 'tenantId' | 'id'>,
): Promise<readonly Step[]> {
  const rows = await tx
    .selectFrom('support.step')
    .select(['id', 'what', 'by_name as byName', 'by_organisation as byOrganisation', 'at'])
    .where('tenant_id', '=', tenantId)
    .where('request_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows;
}

/** Erases a request with its steps; how many rows it was, by table. */
export async function deleteRequest(
  tx: Tx<'support.request' | 'support.step'>,
  tenantId: string,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const steps = await tx
    .deleteFrom('support.step')
    .where('tenant_id', '=', tenantId)
    .where('request_id', '=', id)
    .executeTakeFirst();
  const request = await tx
    .deleteFrom('support.request')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return { 'support.step': Number(steps.numDeletedRows), 'support.request': Number(request.numDeletedRows) };
}
