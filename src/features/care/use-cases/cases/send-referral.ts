import { type ApprovalTables, requestApproval } from '../../../../platform/approvals/request-approval.ts';
import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import {
  completeDeadlines,
  type DeadlineTables,
  setDeadline,
  withdrawDeadlines,
} from '../../../../platform/deadlines/set-deadline.ts';
import { partnersFor } from '../../../../platform/exchange/agreement.ts';
import { recordConsent, withdrawConsent } from '../../../../platform/exchange/consent.ts';
import {
  type DeliveryRefusal,
  deliverMessage,
  findMessage,
  moveMessage,
} from '../../../../platform/exchange/message.ts';
import type { MessageKind } from '../../../../platform/exchange/message-kind.ts';
import { takeBackRemarks } from '../../../../platform/exchange/remark.ts';
import { actionsIn } from '../../../../platform/exchange/transitions.ts';
import { newRandomId } from '../../../../platform/ids/uuid.ts';
import { type KeepTables, keepRecord } from '../../../../platform/retention/keep-record.ts';
import { addDays, addMonths, type PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import {
  CONSENT_MONTHS,
  type ConsentInput,
  type ConsentRefusal,
  judgeHelpConsent,
  wordsDigest,
} from '../../../registration/index.ts';
import { type CaseFile, caseStatus, stepsIn } from '../../domain/cases/case-file.ts';
import { CONSENT_TEXT_EDITION, shareText } from '../../domain/cases/consent-text.ts';
import {
  isReplaced,
  isWaiting,
  LAPSES_AFTER_DAYS,
  type Referral,
  type ReferralKind,
  referralAnswerBy,
  type SharedPart,
} from '../../domain/cases/referral.ts';
import { caseConsents, insertCaseConsent, withdrawCaseConsent } from '../../persistence/case-consent-store.ts';
import { clocksOf } from '../../persistence/clock-store.ts';
import {
  holdReferral,
  insertReferral,
  markReferral,
  type NamedReceiver,
  namesOf,
  referralsOf,
} from '../../persistence/referral-store.ts';
import { safetyOf } from '../../persistence/safety-store.ts';
import { keepCase, keptBy } from './begin-case.ts';
import { type CaseDeedTables, openAgain, said } from './case-deeds.ts';
import { casePath } from './case-names.ts';
import { checkGiver } from './check-giver.ts';
import { CHECK_REFERRAL } from './check-referral.ts';
import { type Asking, type HeldCaseTables, heldCase, type NotThere } from './held-case.ts';
import { EMERGENCY_REFERRAL, REFERRAL, REFERRAL_SUBJECT } from './referral-names.ts';

/** The receiver did not answer in time. */
export const REFERRAL_UNANSWERED = 'care.referral-unanswered';
/** Consent for what went in an emergency must still be asked. */
export const ASK_SHARE_CONSENT = 'care.ask-share-consent';
const ASK_DAYS = 3;
/** The exchange is asked four times a day whether the receiver answered; the page of the case says so at once. */
const SIX_HOURS = 21_600_000;
export const nextLook = (now: Date): Date => new Date(now.getTime() + SIX_HOURS);

export type ReferralTables =
  | HeldCaseTables
  | KeepTables
  | DeadlineTables
  | ApprovalTables
  | 'care.around'
  | 'care.referral'
  | 'care.case_consent'
  | 'care.case_clock'
  | 'care.safety'
  | 'vault.dossier_key'
  | 'vault.exchange_key'
  | 'exchange.agreement'
  | 'exchange.consent'
  | 'exchange.message'
  | 'organisations.organisation'
  | 'content.edition';

export type ReferRefusal =
  | NotThere
  | ConsentRefusal
  | DeliveryRefusal
  | { readonly code: 'case-moved-on' | 'unknown-receiver' | 'referred-before' | 'consent-before' };

export interface ReferInput {
  readonly code: string;
  readonly kind: ReferralKind;
  readonly receiverCode: string;
  readonly parts: readonly SharedPart[];
  readonly asked: string;
  readonly reachable: string;
  /** Left out only in an emergency, which says why. */
  readonly consent: ConsentInput | undefined;
  readonly emergency: string | undefined;
}

/** With whom both sides hold an agreement for this kind today, by name. */
export async function referralReceivers(
  tx: Tx<'exchange.agreement' | 'organisations.organisation'>,
  tenantId: string,
  isEmergency: boolean,
  today: PlainDate,
): Promise<readonly (NamedReceiver & { readonly basis: string })[]> {
  const { kind } = isEmergency ? EMERGENCY_REFERRAL : REFERRAL;
  const basis = new Map((await partnersFor(tx, tenantId, kind, today)).map((each) => [each.counterpartId, each.basis]));
  const named = await namesOf(tx, [...basis.keys()]);
  return named.map((each) => ({ ...each, basis: basis.get(each.id)! }));
}

/**
 * Refers somebody, or hands the case over, in one deed: the consent for this one organisation and the message, or neither. In an
 * emergency it goes without; a second person looks along, and consent is asked as soon as it can be. Handed over is what the receiver says.
 */
export async function sendReferral(
  tx: Tx<ReferralTables>,
  asking: Asking,
  input: ReferInput,
  time: DomainTime,
): Promise<Result<Done, ReferRefusal>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const file = held.value;
  const { actor } = asking;
  const tenantId = actor.organisationId;
  if (!stepsIn(caseStatus(file, time.today)).includes('refer')) return err({ code: 'case-moved-on' });
  const isEmergency = input.consent === undefined;
  const receivers = await referralReceivers(tx, tenantId, isEmergency, time.today);
  const receiver = receivers.find(({ code }) => code === input.receiverCode);
  if (!receiver) return err({ code: 'unknown-receiver' });
  const before = await referralsOf(tx, tenantId, file.id, time.today);
  if (before.some((each) => each.receiverId === receiver.id && !each.withdrawnOn && isWaiting(each.state)))
    return err({ code: 'referred-before' });
  // asked anew, what lapsed rings no more, and its consent is replaced by the one that is given now
  for (const each of before)
    if (each.receiverId === receiver.id && each.state === 'expired' && !each.withdrawnOn) {
      await endShareConsents(tx, asking, each, time);
      await completeDeadlines(tx, tenantId, { kind: REFERRAL_SUBJECT, id: each.id }, time.now);
    }
  const kind = isEmergency ? EMERGENCY_REFERRAL : REFERRAL;
  const consent = input.consent
    ? await layShareConsent(tx, asking, file, { receiver, kind, given: input.consent, code: input.code }, time)
    : ok(undefined);
  if (!consent.ok) return consent;
  const referral: Referral = {
    id: newRandomId(),
    caseId: file.id,
    dossierId: file.dossierId,
    receiverId: receiver.id,
    kind: input.kind,
    parts: input.parts,
    ground: isEmergency ? 'vital-interest' : 'consent',
    messageId: newRandomId(),
    consentId: consent.value,
    sentOn: time.today,
    answerBy: referralAnswerBy(time.today),
    lookAt: nextLook(time.now),
    checkedByName: undefined,
    withdrawnOn: undefined,
  };
  await insertReferral(tx, tenantId, referral);
  const says = await sharedParts(tx, asking, file, input);
  if (!says) return err({ code: 'not-found' });
  const sent = await deliverMessage(
    tx,
    {
      id: referral.messageId,
      receiverId: receiver.id,
      kind: kind.kind,
      basis: receiver.basis,
      ...(consent.value !== undefined && { consentId: consent.value }),
      content: Buffer.from(JSON.stringify(says)),
      expiresOn: addDays(time.today, LAPSES_AFTER_DAYS),
    },
    time,
  );
  if (!sent.ok) return sent;
  await keepRecord(tx, {
    tenantId,
    rule: keptBy(file),
    subject: { kind: 'exchange.message', id: referral.messageId },
    startsOn: time.today,
  });
  await awaitAnswer(tx, tenantId, file, referral, time);
  if (isEmergency) await lookAfter(tx, asking, file, referral, input.emergency ?? '', time);
  await keepCase(tx, tenantId, file, time);
  return ok({ subject: { kind: REFERRAL_SUBJECT, id: referral.id } });
}

async function layShareConsent(
  tx: Tx<ReferralTables>,
  { actor }: Asking,
  file: CaseFile,
  of: {
    readonly receiver: NamedReceiver;
    readonly kind: MessageKind;
    readonly given: ConsentInput;
    readonly code: string;
  },
  time: DomainTime,
): Promise<Result<string, NotThere | ConsentRefusal | { readonly code: 'consent-before' }>> {
  const tenantId = actor.organisationId;
  const known = await said(tx, tenantId, of.code);
  if (!known) return err({ code: 'not-found' });
  const who = { ageGroup: known.content.ageGroup, birthDate: known.person?.birthDate };
  const judged = await judgeHelpConsent(tx, who, of.given, time);
  if (!judged.ok) return judged;
  const giver = await checkGiver(tx, tenantId, file.id, of.given);
  if (!giver.ok) return giver;
  const id = newRandomId();
  const { id: caseId, dossierId } = file;
  const laid = await insertCaseConsent(
    tx,
    tenantId,
    { caseId, dossierId },
    {
      ...of.given,
      id,
      purpose: 'share',
      receiverId: of.receiver.id,
      textEdition: CONSENT_TEXT_EDITION,
      textSha256: wordsDigest(shareText(of.receiver.name)),
      recordedByName: actor.personName,
      recordedAt: time.now,
    },
  );
  if (!laid) return err({ code: 'consent-before' });
  const validUntil = addMonths(of.given.givenOn, CONSENT_MONTHS);
  const carried = { id, tenantId, dossierId, receiverId: of.receiver.id, kind: of.kind.kind };
  await recordConsent(tx, { ...carried, givenOn: of.given.givenOn, validUntil });
  return ok(id);
}

/** What travels: only the parts that were chosen, and what is asked. */
async function sharedParts(tx: Tx<ReferralTables>, { actor }: Asking, file: CaseFile, input: ReferInput) {
  const tenantId = actor.organisationId;
  const known = await said(tx, tenantId, input.code);
  if (!known) return undefined;
  const has = (part: SharedPart) => input.parts.includes(part);
  const {
    emergencyReason: _reason,
    closingNote: _note,
    reference: _own,
    attention: _attention,
    ...situation
  } = known.content;
  return {
    kind: input.kind,
    asked: input.asked,
    reachable: input.reachable,
    askedBy: actor.personName,
    isEmergency: input.consent === undefined,
    ...(has('person') && known.person && { person: known.person }),
    ...(has('situation') && { situation: { ...situation, region: file.region } }),
    ...(has('safety') && { safety: (await safetyOf(tx, tenantId, file))?.safety }),
    ...(has('clocks') && {
      clocks: (await clocksOf(tx, tenantId, file.id))
        .filter(({ ended }) => !ended)
        .map(({ clock, givenOn, lastDay }) => ({ clock, givenOn, lastDay })),
    }),
  };
}

/** Rings when the receiver did not answer within the norm; what it answered is looked up meanwhile (`referral-work.ts`). */
async function awaitAnswer(
  tx: Tx<DeadlineTables>,
  tenantId: string,
  file: CaseFile,
  { id, answerBy }: Referral,
  time: DomainTime,
): Promise<void> {
  const subject = { kind: REFERRAL_SUBJECT, id };
  await setDeadline(
    tx,
    { ...deadlineOf(tenantId, file), kind: REFERRAL_UNANSWERED, subject, dueOn: answerBy, alarmDaysAhead: [0] },
    time,
  );
}

const deadlineOf = (tenantId: string, file: CaseFile) => ({
  tenantId,
  path: `${casePath(file.code)}/verwijzen`,
  parameters: { dossier: file.code },
  assigneeId: file.coordinatorId,
  substituteId: file.substituteId,
  alsoId: file.substituteId,
});

async function lookAfter(
  tx: Tx<ReferralTables>,
  { actor }: Asking,
  file: CaseFile,
  { id }: Referral,
  reason: string,
  time: DomainTime,
): Promise<void> {
  const subject = { kind: REFERRAL_SUBJECT, id };
  const dueOn = addDays(time.today, ASK_DAYS);
  const alarmDaysAhead = [ASK_DAYS, 1, 0];
  await setDeadline(
    tx,
    { ...deadlineOf(actor.organisationId, file), kind: ASK_SHARE_CONSENT, subject, dueOn, alarmDaysAhead },
    time,
  );
  // when nobody else works here, the page says so: somebody in danger does not wait for a colleague
  await requestApproval(
    tx,
    CHECK_REFERRAL,
    actor,
    { subject, payload: { referralId: id, code: file.code }, reason },
    time,
  );
}

/** The consent it went on, or the one that was asked after an emergency: for one organisation there is one. */
async function endShareConsents(
  tx: Tx<ReferralTables>,
  { actor }: Asking,
  { caseId, receiverId }: Pick<Referral, 'caseId' | 'receiverId'>,
  time: DomainTime,
): Promise<void> {
  const { organisationId: tenantId, personName } = actor;
  for (const consent of await caseConsents(tx, tenantId, caseId)) {
    if (consent.purpose !== 'share' || consent.receiverId !== receiverId || consent.withdrawnAt) continue;
    await withdrawCaseConsent(tx, tenantId, consent.id, { name: personName, at: time.now });
    await withdrawConsent(tx, tenantId, consent.id, time.now);
  }
}

/**
 * Takes back what went, in one deed: the consent ends, and the key of the other side is destroyed in this transaction. A case that was
 * closed because the other side had it opens again, so that the person does not belong to nobody.
 */
export async function withdrawReferral(
  tx: Tx<ReferralTables | CaseDeedTables>,
  asking: Asking,
  input: { readonly code: string; readonly referralId: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'withdrawn-before' }>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const tenantId = asking.actor.organisationId;
  const referral = await holdReferral(tx, tenantId, input.referralId);
  if (referral?.caseId !== held.value.id) return err({ code: 'not-found' });
  const sent = await referralsOf(tx, tenantId, held.value.id, time.today);
  const standing = sent.find((each) => each.id === referral.id);
  if (referral.withdrawnOn || (standing && isReplaced(standing, sent))) return err({ code: 'withdrawn-before' });
  const { messageId, id } = referral;
  await endShareConsents(tx, asking, referral, time);
  const message = await findMessage(tx, tenantId, messageId, time.today);
  if (message && actionsIn(message.state, 'sender').includes('withdraw'))
    await moveMessage(tx, { id: messageId, action: 'withdraw', reason: 'toestemming ingetrokken' }, time);
  await takeBackRemarks(tx, tenantId, { aboutIds: [messageId] }, time);
  await markReferral(tx, tenantId, id, { withdrawnOn: time.today, lookAt: null });
  await withdrawDeadlines(tx, tenantId, { kind: REFERRAL_SUBJECT, id }, time.now);
  const wasHandedOver = referral.kind === 'hand-over' && message?.state === 'accepted';
  if (wasHandedOver && held.value.outcome === 'handed-over') await openAgain(tx, asking, held.value, time);
  else await keepCase(tx, tenantId, held.value, time);
  return ok({ subject: { kind: REFERRAL_SUBJECT, id } });
}

/** Records the consent that was asked after an emergency. That it went without stays written. */
export async function recordShareConsent(
  tx: Tx<ReferralTables>,
  asking: Asking,
  input: { readonly code: string; readonly referralId: string; readonly consent: ConsentInput },
  time: DomainTime,
): Promise<Result<Done, NotThere | ConsentRefusal | { readonly code: 'consent-before' | 'no-consent-needed' }>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const tenantId = asking.actor.organisationId;
  const referral = await holdReferral(tx, tenantId, input.referralId);
  if (referral?.caseId !== held.value.id) return err({ code: 'not-found' });
  if (referral.ground === 'consent' || referral.withdrawnOn) return err({ code: 'no-consent-needed' });
  const [receiver] = await namesOf(tx, [referral.receiverId]);
  if (!receiver) return err({ code: 'not-found' });
  const of = { receiver, kind: EMERGENCY_REFERRAL, given: input.consent, code: input.code };
  const laid = await layShareConsent(tx, asking, held.value, of, time);
  if (!laid.ok) return laid;
  await completeDeadlines(tx, tenantId, { kind: REFERRAL_SUBJECT, id: referral.id }, time.now);
  return ok({ subject: { kind: REFERRAL_SUBJECT, id: referral.id } });
}
