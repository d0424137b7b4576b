import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { partnersFor } from '../../../platform/exchange/agreement.ts';
import { type DeliveryRefusal, deliverMessage } from '../../../platform/exchange/message.ts';
import type { MessageKind } from '../../../platform/exchange/message-kind.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { type KeepTables, keepRecord, keepRecords } from '../../../platform/retention/keep-record.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { ConsentData, SharedConsent } from '../domain/consent.ts';
import { dataIn, uncovered } from '../domain/consent-data.ts';
import type { PersonName, Registration, RegistrationContent } from '../domain/registration.ts';
import { mayBeSent, type SendRefusal } from '../domain/registration-status.ts';
import { mayUseRoute, type RouteRefusal } from '../domain/reporter-roles.ts';
import { consentsOf } from '../persistence/consent-store.ts';
import { registersAmong } from '../persistence/register-query.ts';
import { markRegistration, openRegistration, sealedRegistration } from '../persistence/registration-store.ts';
import { type Asking, type HeldTables, heldRegistration, type NotThere } from './held-registration.ts';
import { REGISTRATION, REGISTRATION_BY_NAME, REGISTRATION_SUBJECT } from './registration-names.ts';
import { type KindTables, reporterKinds } from './reporter-kinds.ts';
import { type ShowTables, showRegistering } from './show-registering.ts';

export type SendTables =
  | HeldTables
  | KindTables
  | 'registration.consent'
  | 'vault.dossier_key'
  | 'vault.exchange_key'
  | 'exchange.agreement'
  | 'exchange.message'
  | ShowTables
  | KeepTables;

/** What travels. A name goes only with the duty to report or with a consent; `joins` names what was sent without one before. */
export interface RegistrationMessage {
  readonly code: string;
  readonly route: Registration['route'];
  readonly reporterType: Registration['reporterType'];
  readonly region: Registration['region'];
  readonly sentOn: PlainDate;
  readonly content: RegistrationContent;
  readonly person: PersonName | undefined;
  readonly joins: string | undefined;
  /** Of what goes by name: when it was agreed, and to which data. */
  readonly consent?: SharedConsent | undefined;
}

export type NoRegister = { readonly code: 'no-register' };

/** The register with which both sides hold an agreement for this kind of message today, and on what that rests. */
export async function registerFor(
  tx: Tx<'exchange.agreement' | 'organisations.organisation'>,
  tenantId: string,
  { kind }: MessageKind,
  today: PlainDate,
): Promise<Result<{ readonly id: string; readonly name: string; readonly basis: string }, NoRegister>> {
  const partners = await partnersFor(tx, tenantId, kind, today);
  const [register] = await registersAmong(
    tx,
    partners.map(({ counterpartId }) => counterpartId),
  );
  if (!register) return err({ code: 'no-register' });
  return ok({ ...register, basis: partners.find(({ counterpartId }) => counterpartId === register.id)!.basis });
}

export type SendingRefusal =
  | NotThere
  | NoRegister
  | SendRefusal
  | RouteRefusal
  | DeliveryRefusal
  | { readonly code: 'data-not-covered' };

/**
 * Sends a draft to the register, which keeps its own record of it; the sender keeps this copy and hears how it stands. By name the
 * courier itself looks at the consent, so that one that is withdrawn at the same moment stops it.
 */
export async function sendRegistration(
  tx: Tx<SendTables>,
  asking: Asking,
  input: { readonly code: string },
  time: DomainTime,
): Promise<Result<Done, SendingRefusal>> {
  const { organisationId: tenantId } = asking.actor;
  const held = await heldRegistration(tx, asking, input.code, time);
  if (!held.ok) return held;
  const registration = held.value;
  const found = await sealedRegistration(tx, tenantId, input.code);
  const opened = found && (await openRegistration(tx, found));
  if (!opened) return err({ code: 'not-found' });
  const consents = await consentsOf(tx, tenantId, registration.id);
  const consent = consents.find((each) => each.purpose === 'registration' && !each.withdrawnAt);
  const may = mayBeSent(registration, opened.person, consent !== undefined);
  if (!may.ok) return may;
  // what was written since the consent was recorded, she did not agree to
  const agreed = registration.route === 'by-name' ? consent?.data : undefined;
  if (agreed && uncovered(dataIn(opened.content, opened.person), agreed).length > 0)
    return err({ code: 'data-not-covered' });
  // as what she reports may have been taken away since she wrote it
  const kinds = await reporterKinds(tx, asking.actor);
  const by = mayUseRoute(kinds, registration.reporterType, registration.route);
  if (!by.ok) return by;
  const isByName = registration.route === 'by-name';
  const messageId = newRandomId();
  const sent = await carry(
    tx,
    tenantId,
    {
      id: messageId,
      kind: isByName ? REGISTRATION_BY_NAME : REGISTRATION,
      consentId: isByName ? consent?.id : undefined,
    },
    messageOf(registration, { ...opened, consent: isByName ? consent : undefined }, time.today),
    time,
  );
  if (!sent.ok) return sent;
  await markRegistration(tx, tenantId, registration, { sent: { on: time.today, messageId } });
  await keepSent(tx, tenantId, registration, time.today);
  await showRegistering(tx, tenantId, time);
  return ok({ subject: { kind: REGISTRATION_SUBJECT, id: registration.id } });
}

export function messageOf(
  registration: Registration,
  opened: {
    readonly content: RegistrationContent;
    readonly person: PersonName | undefined;
    readonly consent?: { readonly givenOn: PlainDate; readonly data?: readonly ConsentData[] | undefined } | undefined;
  },
  sentOn: PlainDate,
  joins?: string,
): RegistrationMessage {
  const { code, route, reporterType, region } = registration;
  const { content, person, consent: given } = opened;
  const consent = given?.data && { givenOn: given.givenOn, data: given.data };
  return { code, route, reporterType, region, sentOn, content, person, joins, consent };
}

/** Hands a message of this feature to the courier, and counts how long this side keeps it. */
export async function carry(
  tx: Tx<SendTables>,
  tenantId: string,
  message: { readonly id: string; readonly kind: MessageKind; readonly consentId: string | undefined },
  says: object,
  time: DomainTime,
  rule: CopyRule = 'registration-copy',
): Promise<Result<undefined, NoRegister | DeliveryRefusal>> {
  const register = await registerFor(tx, tenantId, message.kind, time.today);
  if (!register.ok) return register;
  const sent = await deliverMessage(
    tx,
    {
      id: message.id,
      receiverId: register.value.id,
      kind: message.kind.kind,
      basis: register.value.basis,
      ...(message.consentId !== undefined && { consentId: message.consentId }),
      content: Buffer.from(JSON.stringify(says)),
    },
    time,
  );
  if (!sent.ok) return sent;
  await keepMessage(tx, tenantId, message.id, time.today, rule);
  return ok(undefined);
}

/** By which term a message of this feature is kept. */
export type CopyRule = 'registration-copy' | 'help-request';

/** A message of this feature is kept on each side as long as the copy. */
export async function keepMessage(
  tx: Tx<KeepTables>,
  tenantId: string,
  id: string,
  on: PlainDate,
  rule: CopyRule = 'registration-copy',
): Promise<void> {
  await keepMessages(tx, tenantId, [id], on, rule);
}

/** The same for many, in one statement. */
export async function keepMessages(
  tx: Tx<KeepTables>,
  tenantId: string,
  ids: readonly string[],
  on: PlainDate,
  rule: CopyRule,
): Promise<void> {
  await keepRecords(
    tx,
    ids.map((id) => ({ tenantId, rule, subject: { kind: 'exchange.message', id }, startsOn: on })),
  );
}

async function keepSent(
  tx: Tx<KeepTables>,
  tenantId: string,
  { id, dossierId }: Registration,
  on: PlainDate,
): Promise<void> {
  await keepRecord(tx, {
    tenantId,
    rule: 'registration-copy',
    subject: { kind: REGISTRATION_SUBJECT, id },
    dossierId,
    startsOn: on,
  });
}
