import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { blindIndex, openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { ConsentData, SharedConsent } from '../domain/consent.ts';
import {
  identityKey,
  isMinor,
  type PersonName,
  type RegistrationContent,
  unknownParts,
} from '../domain/registration.ts';
import type { ReporterType, Route } from '../domain/reporting-guide.ts';

import type { RegisterRecord } from './record-store.ts';

type Delivery = 'registration.delivery';
type Vault = 'vault.dossier_key';
const CONTENT = 'registration.delivery.content';
const IDENTITY = 'registration.delivery.identity';

/** What one reporter sent, as the register takes it in. */
export interface NewDelivery {
  readonly id: string;
  readonly record: Pick<RegisterRecord, 'id' | 'dossierId'>;
  readonly reporterOrganisationId: string;
  readonly reporterCode: string;
  readonly reporterType: ReporterType;
  readonly route: Route;
  readonly region: string;
  readonly receivedOn: PlainDate;
  readonly content: RegistrationContent;
  readonly person: PersonName | undefined;
  /** When it is looked whether consent was withdrawn; undefined where no consent was asked. */
  readonly lookAt: Date | undefined;
  /** When it was agreed and to which data; undefined where no consent was asked, or it did not say. */
  readonly consent: SharedConsent | undefined;
}

/** Lays a delivery with what it says sealed, and the index by which the same person is found. False when it was there. */
export async function insertDelivery(
  tx: Tx<Delivery | Vault>,
  tenantId: string,
  delivery: NewDelivery,
): Promise<boolean> {
  const { id, record, content, person } = delivery;
  const laid = await tx
    .insertInto('registration.delivery')
    .values({
      tenant_id: tenantId,
      id,
      record_id: record.id,
      dossier_id: record.dossierId,
      reporter_organisation_id: delivery.reporterOrganisationId,
      reporter_code: delivery.reporterCode,
      reporter_type: delivery.reporterType,
      route: delivery.route,
      region: delivery.region,
      received_on: delivery.receivedOn,
      is_minor: isMinor(content.ageGroup),
      forms: [...content.forms],
      is_abroad: content.exploitedIn === 'abroad',
      is_kmar_sub3: content.isKmarSub3,
      unknown_parts: [...unknownParts(content)],
      content: await sealFor(tx, record.dossierId, CONTENT, id, JSON.stringify(content)),
      ...(person && (await identityOf(tx, record.dossierId, id, person, id))),
      look_at: delivery.lookAt ?? null,
      ...consentColumns(delivery.consent),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return laid.numInsertedOrUpdatedRows === 1n;
}

const consentColumns = (consent: SharedConsent | undefined) => ({
  consent_on: (consent?.givenOn ?? null) as PlainDate | null,
  consent_data: consent ? [...consent.data] : null,
});

async function identityOf(tx: Tx<Vault>, dossierId: string, id: string, person: PersonName, messageId: string) {
  const key = identityKey(person);
  return {
    identity: await sealFor(tx, dossierId, IDENTITY, id, JSON.stringify(person)),
    identity_index: key === undefined ? null : blindIndex(tx, IDENTITY, key),
    identity_message_id: messageId,
  };
}

/** Puts a name with what the same reporter sent without one. Undefined when that is not there, or has a name. */
export async function attachIdentity(
  tx: Tx<Delivery | Vault>,
  tenantId: string,
  of: { readonly deliveryId: string; readonly reporterOrganisationId: string },
  named: {
    readonly person: PersonName;
    readonly content: RegistrationContent;
    readonly messageId: string;
    readonly lookAt: Date;
    readonly consent: SharedConsent | undefined;
  },
): Promise<{ readonly recordId: string; readonly dossierId: string } | undefined> {
  const row = await tx
    .selectFrom('registration.delivery')
    .select(['id', 'record_id as recordId', 'dossier_id as dossierId'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', of.deliveryId)
    .where('reporter_organisation_id', '=', of.reporterOrganisationId)
    .where('identity', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  await tx
    .updateTable('registration.delivery')
    .set({
      ...(await identityOf(tx, row.dossierId, row.id, named.person, named.messageId)),
      content: await sealFor(tx, row.dossierId, CONTENT, row.id, JSON.stringify(named.content)),
      is_minor: isMinor(named.content.ageGroup),
      unknown_parts: [...unknownParts(named.content)],
      look_at: named.lookAt,
      ...consentColumns(named.consent),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', row.id)
    .execute();
  return row;
}

/** A delivery as the register shows it. Who it is, is not among it. */
export interface DeliveryRow {
  readonly id: string;
  readonly recordId: string;
  readonly reporterName: string;
  readonly reporterType: ReporterType;
  readonly route: Route;
  readonly region: string;
  readonly receivedOn: PlainDate;
  readonly hasName: boolean;
  readonly isWithdrawn: boolean;
  /** To what the person agreed, while what came on it is read. */
  readonly consent: SharedConsent | undefined;
  readonly content: RegistrationContent | undefined;
}

/** Everything that was reported about a person, by whom, opened: each leaves a row in the log of data processing. */
export async function openDeliveries(
  tx: Tx<Delivery | Vault | 'exchange.message' | 'organisations.organisation'>,
  tenantId: string,
  recordIds: readonly string[],
): Promise<readonly DeliveryRow[]> {
  const rows = await tx
    .selectFrom('registration.delivery as d')
    .leftJoin('organisations.organisation as o', 'o.id', 'd.reporter_organisation_id')
    .select('o.name as reporterName')
    .select(['d.id', 'd.record_id', 'd.dossier_id', 'd.reporter_organisation_id', 'd.reporter_type', 'd.route'])
    .select(['d.region', 'd.received_on', 'd.content', 'd.withdrawn_on', 'd.identity_message_id'])
    .select(['d.consent_on', 'd.consent_data'])
    .select((eb) => [isTakenBack().as('isTakenBack'), eb('d.identity', 'is not', null).as('hasIdentity')])
    .where('d.tenant_id', '=', tenantId)
    .where('d.record_id', 'in', [...recordIds])
    .orderBy('d.received_on')
    .orderBy('d.id')
    .execute();
  // by name and taken back: nothing of it is read from that moment, also before it is erased
  const isGone = (row: (typeof rows)[number]) => row.route === 'by-name' && row.isTakenBack;
  const readable = rows.filter((row) => row.content !== null && !isGone(row));
  const texts = await openMany(
    tx,
    readable.map((row) => ({
      sealed: row.content!,
      about: { kind: 'registration.person', id: row.record_id },
      dossierId: row.dossier_id,
      column: CONTENT,
      rowId: row.id,
    })),
  );
  const opened = new Map(readable.map((row, index) => [row.id, texts[index]]));
  return rows.map((row) => {
    const text = opened.get(row.id);
    return {
      id: row.id,
      recordId: row.record_id,
      reporterName: row.reporterName ?? 'Onbekende organisatie',
      reporterType: row.reporter_type as ReporterType,
      route: row.route as Route,
      region: row.region,
      receivedOn: row.received_on,
      hasName: row.hasIdentity === true && !row.isTakenBack,
      isWithdrawn: row.withdrawn_on !== null || row.isTakenBack,
      consent:
        row.consent_on && row.consent_data && !row.isTakenBack
          ? { givenOn: row.consent_on, data: row.consent_data as ConsentData[] }
          : undefined,
      content: text === undefined ? undefined : (JSON.parse(text) as RegistrationContent),
    };
  });
}

/** Whether the consent on which a name came was withdrawn: holds from the moment the sender withdrew, in his own transaction. */
export const isTakenBack = () =>
  sql<boolean>`exists (
    select from exchange.message m
    where m.tenant_id = d.tenant_id and m.id = d.identity_message_id and m.box = 'in' and m.state = 'withdrawn')`;

/** A delivery of which it is time to look whether consent was withdrawn. */
export async function holdDelivery(
  tx: Tx<Delivery | 'exchange.message'>,
  tenantId: string,
  id: string,
): Promise<
  | { readonly recordId: string; readonly route: Route; readonly lookAt: Date | null; readonly isTakenBack: boolean }
  | undefined
> {
  const row = await tx
    .selectFrom('registration.delivery as d')
    .select(['d.record_id as recordId', 'd.route', 'd.look_at as lookAt'])
    .select(isTakenBack().as('isTakenBack'))
    .where('d.tenant_id', '=', tenantId)
    .where('d.id', '=', id)
    .forUpdate('d')
    .executeTakeFirst();
  return row && { ...row, route: row.route as Route };
}

export async function lookAgainAt(tx: Tx<Delivery>, tenantId: string, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('registration.delivery')
    .set({ look_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/**
 * Erases what came on a consent that was withdrawn. What stays is that this reporter reported somebody in this region on that day:
 * its place in the counts, without a key. What was sent without a name before stays as it was.
 */
export async function eraseConsented(
  tx: Tx<Delivery>,
  tenantId: string,
  id: string,
  route: Route,
  on: PlainDate,
): Promise<void> {
  await tx
    .updateTable('registration.delivery')
    .set({
      identity: null,
      identity_index: null,
      look_at: null,
      ...consentColumns(undefined),
      ...(route === 'by-name'
        ? { content: null, is_minor: 'unknown', forms: [], unknown_parts: [], withdrawn_on: on }
        : { identity_message_id: null }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** The messages by which a record and its names came. */
export async function messagesOfRecord(
  tx: Tx<Delivery>,
  tenantId: string,
  recordId: string,
): Promise<readonly (string | null)[]> {
  const rows = await tx
    .selectFrom('registration.delivery')
    .select(['id', 'identity_message_id'])
    .where('tenant_id', '=', tenantId)
    .where('record_id', '=', recordId)
    .execute();
  return rows.flatMap((row) => [row.id, row.identity_message_id]);
}

/** Erases what a record of the register says at the end of its term. The number of persons stays. */
export async function blankRecord(
  tx: Tx<Delivery>,
  tenantId: string,
  recordId: string,
): Promise<Readonly<Record<string, number>>> {
  const blanked = await tx
    .updateTable('registration.delivery')
    .set({
      identity: null,
      identity_index: null,
      identity_message_id: null,
      look_at: null,
      ...consentColumns(undefined),
      content: null,
      is_minor: 'unknown',
      forms: [],
      unknown_parts: [],
    })
    .where('tenant_id', '=', tenantId)
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  return { 'registration.delivery': Number(blanked.numUpdatedRows) };
}
