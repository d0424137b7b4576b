import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { moveMessage, readMessage } from '../../../platform/exchange/message.ts';
import { newRandomBytes, newRandomId } from '../../../platform/ids/uuid.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { registrationCode } from '../domain/registration.ts';
import { dropOpenCandidates, keepExact } from '../persistence/candidate-store.ts';
import { attachIdentity, insertDelivery } from '../persistence/delivery-store.ts';
import { askLinkage } from '../persistence/linkage-store.ts';
import { insertRecord } from '../persistence/record-store.ts';
import { publishRegionCount, waitingMessages } from '../persistence/worklist-query.ts';
import { type AnswerTables, takeInAnswers } from './ask-reporter.ts';
import { readMessageContent } from './message-content.ts';
import { RECORD_SUBJECT, REGISTRATION_MESSAGES, recordPath } from './registration-names.ts';
import type { RegistrationMessage } from './send-registration.ts';
import { nextLook } from './withdrawal-work.ts';

export type TakeInTables =
  | 'registration.record'
  | 'registration.delivery'
  | 'registration.region_count'
  | 'registration.linkage_record'
  | 'registration.candidate'
  | 'exchange.message'
  | 'vault.message_key'
  | 'vault.dossier_key'
  | 'privacy.dossier'
  | KeepTables
  | AnswerTables;

/** So many are taken in at a time: one press of a button, one transaction. */
export const AT_A_TIME = 25;

const KINDS = REGISTRATION_MESSAGES.map(({ kind }) => kind);

export type TakenIn = Done & { readonly taken: number; readonly left: number };

/**
 * Takes in what reporters sent: each becomes a delivery with a record of the register, or the name of one that came without; and is
 * counted, which is the receipt the reporter sees. A consent that was withdrawn meanwhile stops it: the courier asks again.
 */
export async function takeIn(
  tx: Tx<TakeInTables>,
  actor: Actor,
  _input: object,
  time: DomainTime,
): Promise<Result<TakenIn>> {
  const { organisationId: tenantId } = actor;
  const answered = await takeInAnswers(tx, actor, AT_A_TIME, time);
  const waiting = await waitingMessages(tx, tenantId, KINDS, AT_A_TIME - answered);
  const regions = new Set<string>();
  let taken = 0;
  for (const { id, senderId } of waiting) {
    const delivered = await moveMessage(tx, { id, action: 'deliver' }, time);
    if (!delivered.ok) continue;
    const bytes = await readMessage(tx, tenantId, 'in', id, { kind: 'registration.person', id });
    const says = bytes && readMessageContent(bytes);
    const isKept =
      says !== undefined &&
      (says.joins === undefined
        ? (await keepDelivery(tx, actor, { id, senderId, says }, time)) !== undefined
        : await keepName(tx, tenantId, { id, senderId, says }, time));
    await moveMessage(tx, isKept ? { id, action: 'accept' } : { id, action: 'refuse', reason: 'onduidelijk' }, time);
    if (!isKept) continue;
    taken += 1;
    regions.add(says.region);
  }
  for (const region of regions) await publishRegionCount(tx, tenantId, region, Number(time.today.slice(0, 4)));
  // of the organisation: which ones it were stands with each message
  return ok({ subject: { kind: RECORD_SUBJECT, id: tenantId }, taken, left: waiting.length - taken });
}

interface Came {
  readonly id: string;
  readonly senderId: string;
  readonly says: Omit<RegistrationMessage, 'sentOn'>;
}

/** Lays what came as a delivery with a record of the register. @returns the record; undefined when it was there. */
export async function keepDelivery(
  tx: Tx<TakeInTables>,
  actor: Actor,
  { id, senderId, says }: Came,
  time: DomainTime,
): Promise<string | undefined> {
  const { organisationId: tenantId } = actor;
  const recordId = newRandomId();
  const code = registrationCode(newRandomBytes(8));
  const record = { id: recordId, dossierId: recordId, code, receivedOn: time.today };
  const path = recordPath(code);
  await openDossier(tx, actor, { id: recordId, kind: RECORD_SUBJECT, activity: 'VA-07', path }, time);
  await insertRecord(tx, tenantId, record);
  const isKept = await insertDelivery(tx, tenantId, {
    id,
    record,
    reporterOrganisationId: senderId,
    reporterCode: says.code,
    reporterType: says.reporterType,
    route: says.route,
    region: says.region,
    receivedOn: time.today,
    content: says.content,
    // what should come without a name is kept without, whatever was sent
    person: says.route === 'nameless' ? undefined : says.person,
    lookAt: says.route === 'by-name' ? nextLook(time.now) : undefined,
    consent: says.route === 'by-name' ? says.consent : undefined,
  });
  if (isKept) await toBeLinked(tx, tenantId, { deliveryId: id, recordId, dossierId: recordId }, time.now);
  await keepRecord(tx, {
    tenantId,
    rule: 'registration-record',
    subject: { kind: RECORD_SUBJECT, id: recordId },
    dossierId: recordId,
    startsOn: time.today,
  });
  return isKept ? recordId : undefined;
}

async function keepName(
  tx: Tx<TakeInTables>,
  tenantId: string,
  { id, senderId, says }: Came,
  time: DomainTime,
): Promise<boolean> {
  if (!says.person || says.joins === undefined) return false;
  const named = await attachIdentity(
    tx,
    tenantId,
    { deliveryId: says.joins, reporterOrganisationId: senderId },
    {
      ...{ person: says.person, content: says.content, consent: says.consent },
      ...{ messageId: id, lookAt: nextLook(time.now) },
    },
  );
  if (!named) return false;
  // what was found while she had no name says nothing any more
  await dropOpenCandidates(tx, tenantId, named.recordId);
  await toBeLinked(tx, tenantId, { deliveryId: says.joins, ...named }, time.now);
  return true;
}

/** The very same name and day is known at once; what is alike is looked for in a moment, by work of its own. */
async function toBeLinked(
  tx: Tx<TakeInTables>,
  tenantId: string,
  of: { readonly deliveryId: string; readonly recordId: string; readonly dossierId: string },
  now: Date,
): Promise<void> {
  await keepExact(tx, tenantId, of.deliveryId, now);
  await askLinkage(tx, tenantId, of, now);
}
