import { createHash } from 'node:crypto';
import type { Edition } from '../../../platform/content/current-edition.ts';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { type DeadlineTables, withdrawDeadlines } from '../../../platform/deadlines/set-deadline.ts';
import { type Consent, recordConsent, withdrawConsent } from '../../../platform/exchange/consent.ts';
import { findMessage, moveMessage } from '../../../platform/exchange/message.ts';
import type { MessageKind } from '../../../platform/exchange/message-kind.ts';
import { actionsIn } from '../../../platform/exchange/transitions.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  ALWAYS_NEEDED,
  CONSENT_MONTHS,
  type ConsentData,
  type ConsentPurpose,
  type ConsentRefusal,
  checkConsent,
  type GivenConsent,
} from '../domain/consent.ts';
import { dataIn, uncovered } from '../domain/consent-data.ts';
import { attachable, wordsOf } from '../domain/declaration.ts';
import {
  type AgeGroup,
  consentAgeOn,
  type PartialDate,
  type Registration,
  type RegistrationContent,
} from '../domain/registration.ts';
import { type ReporterType, whoConsents } from '../domain/reporting-guide.ts';
import {
  type ConsentSubject,
  consentsOf,
  insertConsent,
  markWithdrawn,
  type NewConsent,
} from '../persistence/consent-store.ts';
import { waitingIds } from '../persistence/question-store.ts';
import { markRegistration, openRegistration, sealedRegistration } from '../persistence/registration-store.ts';
import { declarationsToday } from './consent-declarations.ts';
import { type Asking, heldRegistration, type NotThere } from './held-registration.ts';
import { QUESTION_SUBJECT, REGISTRATION_BY_NAME, REGISTRATION_SUBJECT } from './registration-names.ts';
import { type RegistrationRules, rulesToday } from './registration-rules.ts';
import { type NoRegister, registerFor, type SendTables } from './send-registration.ts';

export type ConsentTables =
  | SendTables
  | 'content.edition'
  | 'exchange.consent'
  | 'registration.question'
  | DeadlineTables;

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
  const sends = dataIn(opened.content, opened.person);
  const asked = await byNameConsent(tx, registration, { ...known, sends, goesNow: false }, time);
  const laid = await layConsent(tx, asking, asked, input, time);
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
  /** Which data the message holds that goes on it, and whether it goes at once. */
  readonly sends: readonly ConsentData[];
  readonly goesNow: boolean;
}

/** The rules of today, with the text that was read to the person. */
export type Rules = Edition<RegistrationRules>;

/** What a consent is about, as far as it is said with the registration. */
type AboutPerson = Pick<RegistrationContent, 'ageGroup'> & Pick<ConsentAsked, 'birthDate' | 'sends' | 'goesNow'>;

/** What is asked for a registration by name. */
export async function byNameConsent(
  tx: Tx<'content.edition'>,
  registration: Registration,
  about: AboutPerson,
  time: DomainTime,
): Promise<ConsentAsked> {
  return askedByName(await rulesToday(tx, time.today), registration, about);
}

/** The same, by rules that are known. */
export function askedByName(
  { body }: Pick<Rules, 'body'>,
  { id, dossierId, reporterType }: Pick<Registration, 'id' | 'dossierId' | 'reporterType'>,
  about: AboutPerson,
): ConsentAsked {
  const text = body.routes.find(({ route }) => route === 'by-name')!.tell;
  const subject = { dossierId, registrationId: id };
  return { purpose: 'registration', subject, reporterType, kind: REGISTRATION_BY_NAME, text, ...about };
}

/** Whether a consent holds by the law of its purpose, and with the wish of a child asked. */
export function judgeConsent(
  { body }: Pick<Rules, 'body'>,
  asked: Pick<ConsentAsked, 'purpose' | 'reporterType' | 'ageGroup' | 'birthDate'>,
  input: ConsentInput,
  today: PlainDate,
  hasReviewedText = false,
): Result<undefined, ConsentRefusal> {
  const age = consentAgeOn(asked.ageGroup, asked.birthDate, input.givenOn);
  const who = whoConsents(body.laws, asked.purpose, asked.reporterType, age);
  return who
    ? checkConsent({ ...input, purpose: asked.purpose }, age, who, today, hasReviewedText)
    : err({ code: 'own-rules' });
}

/** Whether the data that was agreed to is enough to share anything, and for what goes at once is all that goes. */
export function judgeData(
  { purpose, sends, goesNow }: Pick<ConsentAsked, 'purpose' | 'sends' | 'goesNow'>,
  data: readonly ConsentData[] = sends,
): Result<undefined, ConsentRefusal> {
  if (!data.includes(ALWAYS_NEEDED[purpose])) return err({ code: 'data-missing' });
  return goesNow && uncovered(sends, data).length > 0 ? err({ code: 'data-not-covered' }) : ok(undefined);
}

/** The digest of the very words that were read. */
export const wordsDigest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A consent that was judged, as the record keeps it and as the courier looks for it. */
export function consentToLay(
  actor: Actor,
  rules: Pick<Rules, 'id' | 'version'>,
  asked: ConsentAsked,
  input: ConsentInput,
  receiverId: string,
  time: DomainTime,
): NewConsent & { readonly carried: Consent } {
  const id = newRandomId();
  const { subject, purpose } = asked;
  return {
    subject,
    consent: {
      ...input,
      data: input.data ?? asked.sends,
      purpose,
      id,
      receiverId,
      textEdition: `${rules.id}@${rules.version}`,
      textSha256: wordsDigest(asked.text),
      recordedByName: actor.personName,
      recordedAt: time.now,
    },
    carried: {
      id,
      tenantId: actor.organisationId,
      dossierId: subject.dossierId,
      receiverId,
      kind: asked.kind.kind,
      givenOn: input.givenOn,
      validUntil: addMonths(input.givenOn, CONSENT_MONTHS),
    },
  };
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
  const rules = await rulesToday(tx, time.today);
  const declarations = await declarationsToday(tx, time.today);
  const declared = attachable(declarations.body.declarations, asked.purpose, input.language);
  const judged = judgeConsent(rules, asked, input, time.today, declared !== undefined);
  if (!judged.ok) return judged;
  const covers = judgeData(asked, input.data);
  if (!covers.ok) return covers;
  const register = await registerFor(tx, tenantId, asked.kind, time.today);
  if (!register.ok) return register;
  const read = declared ? { ...asked, text: wordsOf(declared) } : asked;
  const edition = declared
    ? { id: `verklaring-${declared.language}-${declarations.id}`, version: declarations.version }
    : rules;
  const { subject, consent, carried } = consentToLay(actor, edition, read, input, register.value.id, time);
  if (!(await insertConsent(tx, tenantId, subject, consent))) return err({ code: 'consent-before' });
  await recordConsent(tx, carried);
  return ok(carried.id);
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
  // what was asked about her is not answered any more
  for (const id of await waitingIds(tx, tenantId, registration.id))
    await withdrawDeadlines(tx, tenantId, { kind: QUESTION_SUBJECT, id }, time.now);
  const onConsent = registration.route === 'by-name' ? registration.messageId : registration.joinMessageId;
  if (onConsent !== undefined) {
    const message = await findMessage(tx, tenantId, onConsent, time.today);
    if (message && actionsIn(message.state, 'sender').includes('withdraw'))
      await moveMessage(tx, { id: onConsent, action: 'withdraw', reason: 'toestemming ingetrokken' }, time);
    await markRegistration(tx, tenantId, registration, { withdrawnOn: time.today });
  }
  return ok({ subject: { kind: REGISTRATION_SUBJECT, id: registration.id } });
}
