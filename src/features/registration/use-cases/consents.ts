import { createHash } from 'node:crypto';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { recordConsent, withdrawConsent } from '../../../platform/exchange/consent.ts';
import { findMessage, moveMessage } from '../../../platform/exchange/message.ts';
import type { MessageKind } from '../../../platform/exchange/message-kind.ts';
import { actionsIn } from '../../../platform/exchange/transitions.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { addMonths } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import {
  CONSENT_MONTHS,
  type ConsentPurpose,
  type ConsentRefusal,
  checkConsent,
  type GivenConsent,
} from '../domain/consent.ts';
import {
  type AgeGroup,
  consentAgeOn,
  type PartialDate,
  type Registration,
  type RegistrationContent,
} from '../domain/registration.ts';
import { type ReporterType, whoConsents } from '../domain/reporting-guide.ts';
import { type ConsentSubject, consentsOf, insertConsent, markWithdrawn } from '../persistence/consent-store.ts';
import { markRegistration, openRegistration, sealedRegistration } from '../persistence/registration-store.ts';
import { type Asking, heldRegistration, type NotThere } from './held-registration.ts';
import { REGISTRATION_BY_NAME, REGISTRATION_SUBJECT } from './registration-names.ts';
import { rulesToday } from './registration-rules.ts';
import { type NoRegister, registerFor, type SendTables } from './send-registration.ts';

export type ConsentTables = SendTables | 'content.edition' | 'exchange.consent';

export type RecordRefusal =
  | NotThere
  | NoRegister
  | ConsentRefusal
  | { readonly code: 'consent-before' | 'no-consent-needed' };

/** What was said about a consent, without for what: that follows from where it is recorded. */
export type ConsentInput = Omit<GivenConsent, 'purpose'>;

/** Records the consent for a registration by name: who gave it, for what, to whom, and which text was read. */
export async function recordRegistrationConsent(
  tx: Tx<ConsentTables>,
  asking: Asking,
  input: ConsentInput & { readonly code: string },
  time: DomainTime,
): Promise<Result<Done, RecordRefusal>> {
  const held = await heldRegistration(tx, asking, input.code, time);
  if (!held.ok) return held;
  const registration = held.value;
  if (registration.route !== 'by-name' || registration.sentOn) return err({ code: 'no-consent-needed' });
  const found = await sealedRegistration(tx, asking.actor.organisationId, input.code);
  const opened = found && (await openRegistration(tx, found));
  if (!opened) return err({ code: 'not-found' });
  const known = { ageGroup: opened.content.ageGroup, birthDate: opened.person?.birthDate };
  const laid = await layConsent(tx, asking, await byNameConsent(tx, registration, known, time), input, time);
  return laid.ok ? ok({ subject: { kind: REGISTRATION_SUBJECT, id: registration.id } }) : laid;
}

/** For what a consent is laid, and what the law and the courier look at. */
export interface ConsentAsked {
  readonly purpose: ConsentPurpose;
  readonly subject: ConsentSubject;
  readonly reporterType: ReporterType;
  readonly ageGroup: AgeGroup;
  /** As far as it is known; a whole day says more than the group. */
  readonly birthDate: PartialDate | undefined;
  readonly kind: MessageKind;
  /** The very words that were read. */
  readonly text: string;
}

/** What is asked for a registration by name. */
export async function byNameConsent(
  tx: Tx<'content.edition'>,
  { id, dossierId, reporterType }: Registration,
  { ageGroup, birthDate }: Pick<RegistrationContent, 'ageGroup'> & Pick<ConsentAsked, 'birthDate'>,
  time: DomainTime,
): Promise<ConsentAsked> {
  const { body } = await rulesToday(tx, time.today);
  const text = body.routes.find(({ route }) => route === 'by-name')!.tell;
  const subject = { dossierId, registrationId: id };
  return { purpose: 'registration', subject, reporterType, ageGroup, birthDate, kind: REGISTRATION_BY_NAME, text };
}

/** Judges a consent by the law of its purpose and lays it, also where the courier looks. @returns its id. */
export async function layConsent(
  tx: Tx<ConsentTables>,
  { actor }: Asking,
  asked: ConsentAsked,
  input: ConsentInput,
  time: DomainTime,
): Promise<Result<string, NoRegister | ConsentRefusal | { readonly code: 'consent-before' }>> {
  const { organisationId: tenantId } = actor;
  const { purpose, subject, kind } = asked;
  const { id: textEdition, version, body } = await rulesToday(tx, time.today);
  const age = consentAgeOn(asked.ageGroup, asked.birthDate, input.givenOn);
  const who = whoConsents(body.laws, purpose, asked.reporterType, age);
  if (!who) return err({ code: 'own-rules' });
  const consent = { ...input, purpose };
  const checked = checkConsent(consent, age, who, time.today);
  if (!checked.ok) return checked;
  const register = await registerFor(tx, tenantId, kind, time.today);
  if (!register.ok) return register;
  const id = newRandomId();
  const laid = await insertConsent(tx, tenantId, subject, {
    ...consent,
    id,
    receiverId: register.value.id,
    textEdition: `${textEdition}@${version}`,
    textSha256: createHash('sha256').update(asked.text).digest('hex'),
    recordedByName: actor.personName,
    recordedAt: time.now,
  });
  if (!laid) return err({ code: 'consent-before' });
  await recordConsent(tx, {
    id,
    tenantId,
    dossierId: subject.dossierId,
    receiverId: register.value.id,
    kind: kind.kind,
    givenOn: input.givenOn,
    validUntil: addMonths(input.givenOn, CONSENT_MONTHS),
  });
  return ok(id);
}

/**
 * Withdraws the consent, in one action. From this moment nothing is sent on it, and what was sent on it is taken away from the
 * register: its key is destroyed in this transaction. A registration that was made without a name before stays as it was.
 */
export async function withdrawRegistrationConsent(
  tx: Tx<ConsentTables>,
  asking: Asking,
  input: { readonly code: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'no-consent-holds' }>> {
  const { organisationId: tenantId, personName } = asking.actor;
  const held = await heldRegistration(tx, asking, input.code, time);
  if (!held.ok) return held;
  const registration = held.value;
  const consent = (await consentsOf(tx, tenantId, registration.id)).find(
    (each) => each.purpose === 'registration' && !each.withdrawnAt,
  );
  if (!consent) return err({ code: 'no-consent-holds' });
  await markWithdrawn(tx, tenantId, consent.id, { name: personName, at: time.now });
  await withdrawConsent(tx, tenantId, consent.id, time.now);
  const onConsent = registration.route === 'by-name' ? registration.messageId : registration.joinMessageId;
  if (onConsent !== undefined) {
    const message = await findMessage(tx, tenantId, onConsent, time.today);
    if (message && actionsIn(message.state, 'sender').includes('withdraw'))
      await moveMessage(tx, { id: onConsent, action: 'withdraw', reason: 'toestemming ingetrokken' }, time);
    await markRegistration(tx, tenantId, registration, { withdrawnOn: time.today });
  }
  return ok({ subject: { kind: REGISTRATION_SUBJECT, id: registration.id } });
}
