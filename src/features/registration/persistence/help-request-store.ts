import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { HelpContent, HelpGround, HelpRequest } from '../domain/help-request.ts';
import type { PersonName } from '../domain/registration.ts';
import type { MessageStanding } from '../domain/registration-status.ts';

type Table = 'registration.help_request';
type Vault = 'vault.dossier_key';
const CONTENT = 'registration.help_request.content';
const IDENTITY = 'registration.help_request.identity';

/** Lays a request, sealed under the key of its own dossier, which is there already. */
export async function insertHelpRequest(
  tx: Tx<Table | Vault>,
  tenantId: string,
  request: HelpRequest,
  content: HelpContent,
  person: PersonName | undefined,
): Promise<void> {
  const { id, dossierId } = request;
  await tx
    .insertInto('registration.help_request')
    .values({
      tenant_id: tenantId,
      id,
      dossier_id: dossierId,
      code: request.code,
      registration_id: request.registrationId,
      sent_on: request.sentOn,
      message_id: request.messageId,
      ground: request.ground,
      content: await sealFor(tx, dossierId, CONTENT, id, JSON.stringify(content)),
      identity: person ? await sealFor(tx, dossierId, IDENTITY, id, JSON.stringify(person)) : null,
    })
    .execute();
}

/** A request, opened, and how its message stands. */
export interface OpenedHelpRequest {
  readonly request: HelpRequest;
  readonly message: MessageStanding;
  /** Undefined when the key of its dossier was destroyed. */
  readonly content: HelpContent | undefined;
  readonly person: PersonName | undefined;
}

/** The last request that was made from a registration, without opening it. */
export async function lastHelpRequest(
  tx: Tx<Table | 'exchange.message'>,
  tenantId: string,
  registrationId: string,
): Promise<HelpRequest | undefined> {
  const row = await newest(tx, tenantId, registrationId)
    .select(['h.id', 'h.dossier_id', 'h.code', 'h.registration_id', 'h.sent_on', 'h.message_id', 'h.withdrawn_on'])
    .select(['h.ground', 'h.checked_at', 'h.checked_by_name'])
    .executeTakeFirst();
  return row && requestOf(row);
}

/** Opens the last request that was made from a registration. */
export async function openHelpRequest(
  tx: Tx<Table | Vault | 'exchange.message'>,
  tenantId: string,
  registrationId: string,
): Promise<OpenedHelpRequest | undefined> {
  const row = await newest(tx, tenantId, registrationId)
    .leftJoin('exchange.message as m', (join) =>
      join.onRef('m.tenant_id', '=', 'h.tenant_id').onRef('m.id', '=', 'h.message_id').on('m.box', '=', 'out'),
    )
    .select(['h.id', 'h.dossier_id', 'h.code', 'h.registration_id', 'h.sent_on', 'h.message_id', 'h.withdrawn_on'])
    .select(['h.ground', 'h.checked_at', 'h.checked_by_name'])
    .select(['h.content', 'h.identity', 'm.state'])
    .executeTakeFirst();
  if (!row) return undefined;
  const request = requestOf(row);
  const cell = {
    about: { kind: 'registration.person', id: row.registration_id } as const,
    dossierId: row.dossier_id,
    rowId: row.id,
  };
  const [content] = await openMany(tx, [{ ...cell, column: CONTENT, sealed: row.content }]);
  const [person] = row.identity ? await openMany(tx, [{ ...cell, column: IDENTITY, sealed: row.identity }]) : [];
  return {
    request,
    message: (row.state ?? undefined) as MessageStanding,
    content: content === undefined ? undefined : (JSON.parse(content) as HelpContent),
    person: person === undefined ? undefined : (JSON.parse(person) as PersonName),
  };
}

const newest = (tx: Tx<Table | 'exchange.message'>, tenantId: string, registrationId: string) =>
  tx
    .selectFrom('registration.help_request as h')
    .where('h.tenant_id', '=', tenantId)
    .where('h.registration_id', '=', registrationId)
    .orderBy('h.withdrawn_on', (order) => order.desc().nullsFirst())
    .orderBy('h.sent_on', 'desc')
    .orderBy('h.id', 'desc')
    .limit(1);

interface Row {
  readonly id: string;
  readonly dossier_id: string;
  readonly code: string;
  readonly registration_id: string;
  readonly sent_on: PlainDate;
  readonly message_id: string;
  readonly withdrawn_on: PlainDate | null;
  readonly ground: string;
  readonly checked_at: Date | null;
  readonly checked_by_name: string | null;
}

const requestOf = (row: Row): HelpRequest => ({
  id: row.id,
  dossierId: row.dossier_id,
  code: row.code,
  registrationId: row.registration_id,
  sentOn: row.sent_on,
  messageId: row.message_id,
  withdrawnOn: row.withdrawn_on ?? undefined,
  ground: row.ground as HelpGround,
  checkedAt: row.checked_at ?? undefined,
  checkedByName: row.checked_by_name ?? undefined,
});

/** Notes who looked along after an emergency. */
export async function markHelpChecked(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  by: { readonly name: string; readonly at: Date },
): Promise<boolean> {
  const changed = await tx
    .updateTable('registration.help_request')
    .set({ checked_at: by.at, checked_by_name: by.name })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('ground', '=', 'vital-interest')
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function markHelpWithdrawn(tx: Tx<Table>, tenantId: string, id: string, on: PlainDate): Promise<void> {
  await tx
    .updateTable('registration.help_request')
    .set({ withdrawn_on: on })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** The message by which a request for help went. */
export async function messageOfHelp(tx: Tx<Table>, tenantId: string, id: string): Promise<string | null> {
  const row = await tx
    .selectFrom('registration.help_request')
    .select('message_id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.message_id ?? null;
}

/** Erases a request with the consents for it. What it said goes with the key of its dossier. */
export async function deleteHelpRequest(
  tx: Tx<Table | 'registration.consent'>,
  tenantId: string,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const consents = await tx
    .deleteFrom('registration.consent')
    .where('tenant_id', '=', tenantId)
    .where('help_request_id', '=', id)
    .executeTakeFirst();
  const rows = await tx
    .deleteFrom('registration.help_request')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return {
    'registration.consent': Number(consents.numDeletedRows),
    'registration.help_request': Number(rows.numDeletedRows),
  };
}

/** What was asked from one registration now stands with another: the same person, under the same code. */
export async function moveHelpRequests(tx: Tx<Table>, tenantId: string, from: string, to: string): Promise<void> {
  await tx
    .updateTable('registration.help_request')
    .set({ registration_id: to })
    .where('tenant_id', '=', tenantId)
    .where('registration_id', '=', from)
    .execute();
}
