import { type ApprovalState, approvalStateOf } from '../../../platform/approvals/read-approvals.ts';
import { type ApprovalTables, requestApproval } from '../../../platform/approvals/request-approval.ts';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, setDeadline, withdrawDeadlines } from '../../../platform/deadlines/set-deadline.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { askDossier } from '../../../platform/dossiers/reach.ts';
import { withdrawConsent } from '../../../platform/exchange/consent.ts';
import { type DeliveryRefusal, findMessage, moveMessage } from '../../../platform/exchange/message.ts';
import type { MessageKind } from '../../../platform/exchange/message-kind.ts';
import { actionsIn } from '../../../platform/exchange/transitions.ts';
import { newRandomBytes, newRandomId } from '../../../platform/ids/uuid.ts';
import { keepRecord } from '../../../platform/retention/keep-record.ts';
import { addDays } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { ConsentRefusal, SharedConsent } from '../domain/consent.ts';
import { helpDataIn } from '../domain/consent-data.ts';
import {
  ASK_CONSENT_DAYS,
  type HelpContent,
  type HelpRequest,
  type HelpStatus,
  helpStatus,
} from '../domain/help-request.ts';
import {
  type PersonName,
  type Registration,
  type RegistrationContent,
  registrationCode,
} from '../domain/registration.ts';
import { helpConsentsOf, markWithdrawn, type RecordedConsent } from '../persistence/consent-store.ts';
import {
  insertHelpRequest,
  lastHelpRequest,
  markHelpWithdrawn,
  openHelpRequest,
} from '../persistence/help-request-store.ts';
import { holdRegistration, openRegistration, sealedRegistration } from '../persistence/registration-store.ts';
import { CHECK_EMERGENCY } from './check-emergency.ts';
import { type ConsentInput, type ConsentTables, layConsent } from './consents.ts';
import type { Asking, HeldTables, NotThere } from './held-registration.ts';
import { EMERGENCY_HELP, HELP_REQUEST, HELP_SUBJECT, helpPath } from './registration-names.ts';
import { rulesToday } from './registration-rules.ts';
import { carry, keepMessage, type NoRegister } from './send-registration.ts';

/** What the deadline to ask consent after all is called. */
export const ASK_CONSENT = 'registration.ask-consent';

export type HelpTables = ConsentTables | 'registration.help_request' | 'privacy.dossier' | ApprovalTables;

export type CheckState = Exclude<ApprovalState, 'withdrawn'>;

/** What travels. It does not name the registration it was made from. */
export interface HelpMessage {
  readonly code: string;
  readonly reporterType: Registration['reporterType'];
  readonly content: HelpContent;
  readonly person: PersonName | undefined;
  /** When it was agreed, and to which data; an emergency had none. */
  readonly consent?: SharedConsent | undefined;
}

export type HelpRefusal =
  | NotThere
  | NoRegister
  | ConsentRefusal
  | DeliveryRefusal
  | { readonly code: 'consent-before' | 'help-before' | 'not-written' | 'birth-date-in-future' };

/** Whether this registration is her own, asked for the purpose of helping: that it is there is never enough. */
async function askedForHelp(
  tx: Tx<HeldTables>,
  { actor, policy }: Asking,
  registration: Registration | undefined,
  letter: 'R' | 'W',
  time: DomainTime,
): Promise<Result<Registration, NotThere>> {
  if (!registration) return err({ code: 'not-found' });
  const facts = { isOwn: registration.recordedBy === actor.personId };
  const asked = { dossierId: registration.dossierId, letter, dataClass: 'D5', purpose: 'VA-08', facts } as const;
  const reached = await askDossier(tx, policy, actor, asked, time);
  return reached.ok ? ok(registration) : err({ code: 'not-found' });
}

/**
 * Asks for shelter or help from a registration, in one deed: the consent for it, which is another than that for being counted, and a
 * second message. CoMensha asks a written consent for help.
 */
export async function askForHelp(
  tx: Tx<HelpTables>,
  asking: Asking,
  input: {
    readonly code: string;
    readonly content: HelpContent;
    readonly person: PersonName | undefined;
    /** Left out only in an emergency, of which the content says what is at stake. */
    readonly consent: ConsentInput | undefined;
  },
  time: DomainTime,
): Promise<Result<Done, HelpRefusal>> {
  const { actor } = asking;
  const { organisationId: tenantId } = actor;
  const held = await askedForHelp(tx, asking, await holdRegistration(tx, tenantId, input.code), 'W', time);
  if (!held.ok) return held;
  const registration = held.value;
  const last = await lastHelpRequest(tx, tenantId, registration.id);
  if (last && last.withdrawnOn === undefined) return err({ code: 'help-before' });
  const birth = input.person?.birthDate;
  if (birth !== undefined && birth > time.today.slice(0, birth.length)) return err({ code: 'birth-date-in-future' });
  const { consent: given } = input;
  if (given?.manner === 'spoken') return err({ code: 'not-written' });
  if (!given && !input.content.emergency) return err({ code: 'no-consent' });
  const id = newRandomId();
  const request: HelpRequest = {
    id,
    dossierId: id,
    code: registrationCode(newRandomBytes(8)),
    registrationId: registration.id,
    sentOn: time.today,
    messageId: newRandomId(),
    withdrawnOn: undefined,
    ground: given ? 'consent' : 'vital-interest',
    checkedAt: undefined,
    checkedByName: undefined,
  };
  await openDossier(tx, actor, { id, kind: HELP_SUBJECT, activity: 'VA-08', path: helpPath(input.code) }, time);
  await insertHelpRequest(tx, tenantId, request, input.content, input.person);
  const asked = { request, reporterType: registration.reporterType, ...input };
  const consent = given ? await layHelpConsent(tx, asking, asked, given, HELP_REQUEST, time) : ok(undefined);
  if (!consent.ok) return consent;
  const says: HelpMessage = {
    code: request.code,
    reporterType: registration.reporterType,
    content: input.content,
    person: input.person,
    consent: given && { givenOn: given.givenOn, data: given.data ?? helpDataIn(input.content, input.person) },
  };
  const kind = given ? HELP_REQUEST : EMERGENCY_HELP;
  const message = { id: request.messageId, kind, consentId: consent.value };
  const sent = await carry(tx, tenantId, message, says, time, 'help-request');
  if (!sent.ok) return sent;
  await keepHelp(tx, tenantId, request, time);
  if (!given) await lookAfter(tx, actor, { request, registrationCode: input.code, content: input.content }, time);
  return ok({ subject: { kind: HELP_SUBJECT, id } });
}

/** Lays a consent for help: by the law of helping, with the age on the day it was given. */
async function layHelpConsent(
  tx: Tx<HelpTables>,
  asking: Asking,
  asked: {
    readonly request: HelpRequest;
    readonly reporterType: Registration['reporterType'];
    readonly content: HelpContent;
    readonly person: PersonName | undefined;
  },
  given: ConsentInput,
  kind: MessageKind,
  time: DomainTime,
) {
  const { body } = await rulesToday(tx, time.today);
  const { id, dossierId } = asked.request;
  return layConsent(
    tx,
    asking,
    {
      purpose: 'help',
      subject: { dossierId, helpRequestId: id },
      reporterType: asked.reporterType,
      ageGroup: asked.content.ageGroup,
      birthDate: asked.person?.birthDate,
      kind,
      text: body.help.tell,
      sends: helpDataIn(asked.content, asked.person),
      // what went in an emergency is there already
      goesNow: kind === HELP_REQUEST,
    },
    given,
    time,
  );
}

/** After an emergency: a second person within a day, and consent asked as soon as it can be. Help never waits for either. */
async function lookAfter(
  tx: Tx<HelpTables>,
  actor: Actor,
  of: { readonly request: HelpRequest; readonly registrationCode: string; readonly content: HelpContent },
  time: DomainTime,
): Promise<void> {
  const { request, content } = of;
  const subject = { kind: HELP_SUBJECT, id: request.id };
  await setDeadline(
    tx,
    {
      tenantId: actor.organisationId,
      kind: ASK_CONSENT,
      subject,
      path: helpPath(of.registrationCode),
      parameters: {},
      dueOn: addDays(time.today, ASK_CONSENT_DAYS),
      assigneeId: actor.membershipId,
      substituteId: undefined,
      alarmDaysAhead: [ASK_CONSENT_DAYS, 1, 0],
    },
    time,
  );
  const { interest, reason } = content.emergency!;
  // when nobody else works here, the page says so: somebody in danger does not wait for a colleague
  await requestApproval(
    tx,
    CHECK_EMERGENCY,
    actor,
    { subject, payload: { helpRequestId: request.id, code: request.code, interest }, reason },
    time,
  );
}

/**
 * Records the consent that was asked after an emergency. The mark of the emergency stays: it was shared before anybody agreed.
 */
export async function recordLaterConsent(
  tx: Tx<HelpTables>,
  asking: Asking,
  input: ConsentInput & { readonly code: string },
  time: DomainTime,
): Promise<Result<Done, HelpRefusal | { readonly code: 'no-consent-needed' }>> {
  const { organisationId: tenantId } = asking.actor;
  const held = await askedForHelp(tx, asking, await holdRegistration(tx, tenantId, input.code), 'W', time);
  if (!held.ok) return held;
  const opened = await openHelpRequest(tx, tenantId, held.value.id);
  if (!opened || opened.request.ground === 'consent' || opened.request.withdrawnOn)
    return err({ code: 'no-consent-needed' });
  if (!opened.content) return err({ code: 'not-found' });
  if (input.manner === 'spoken') return err({ code: 'not-written' });
  const { request, content, person } = opened;
  const asked = { request, content, person, reporterType: held.value.reporterType };
  const laid = await layHelpConsent(tx, asking, asked, input, EMERGENCY_HELP, time);
  if (!laid.ok) return laid;
  await completeDeadlines(tx, tenantId, { kind: HELP_SUBJECT, id: request.id }, time.now);
  return ok({ subject: { kind: HELP_SUBJECT, id: request.id } });
}

/** The term counts from the withdrawal, or until there is one from the sending. */
async function keepHelp(
  tx: Tx<HelpTables>,
  tenantId: string,
  { id, dossierId }: HelpRequest,
  { today }: DomainTime,
): Promise<void> {
  await keepRecord(tx, {
    tenantId,
    rule: 'help-request',
    subject: { kind: HELP_SUBJECT, id },
    dossierId,
    startsOn: today,
  });
}

/**
 * Withdraws the consent for help, in one action: the key of the other side is destroyed in this transaction. The registration stays as
 * it was: that one has a consent of its own.
 */
export async function withdrawHelp(
  tx: Tx<HelpTables>,
  asking: Asking,
  input: { readonly code: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'no-consent-holds' }>> {
  const { organisationId: tenantId, personName } = asking.actor;
  const held = await askedForHelp(tx, asking, await holdRegistration(tx, tenantId, input.code), 'W', time);
  if (!held.ok) return held;
  const request = await lastHelpRequest(tx, tenantId, held.value.id);
  const consents = request ? await helpConsentsOf(tx, tenantId, request.id) : [];
  const consent = consents.find(({ withdrawnAt }) => !withdrawnAt);
  const isEmergency = request?.ground === 'vital-interest' && request.withdrawnOn === undefined;
  if (!request || !(consent || isEmergency)) return err({ code: 'no-consent-holds' });
  if (consent) {
    await markWithdrawn(tx, tenantId, consent.id, { name: personName, at: time.now });
    await withdrawConsent(tx, tenantId, consent.id, time.now);
  }
  await withdrawDeadlines(tx, tenantId, { kind: HELP_SUBJECT, id: request.id }, time.now);
  const message = await findMessage(tx, tenantId, request.messageId, time.today);
  if (message && actionsIn(message.state, 'sender').includes('withdraw'))
    await moveMessage(tx, { id: request.messageId, action: 'withdraw', reason: 'toestemming ingetrokken' }, time);
  await markHelpWithdrawn(tx, tenantId, request.id, time.today);
  await keepHelp(tx, tenantId, request, time);
  await keepMessage(tx, tenantId, request.messageId, time.today, 'help-request');
  return ok({ subject: { kind: HELP_SUBJECT, id: request.id } });
}

async function checkState(
  tx: Tx<HelpTables>,
  tenantId: string,
  id: string,
  { now }: DomainTime,
): Promise<CheckState | undefined> {
  const state = await approvalStateOf(tx, tenantId, CHECK_EMERGENCY.kind, id, now);
  // who asked may take it back in the room of approvals: then nobody looked
  return state === 'withdrawn' ? 'expired' : state;
}

/** What one asks help for: what was asked last and how it stands, or what the registration already says, to start with. */
export interface HelpView extends Done {
  readonly registration: { readonly id: string; readonly code: string };
  readonly asked:
    | {
        readonly request: HelpRequest;
        readonly status: HelpStatus;
        readonly content: HelpContent | undefined;
        readonly person: PersonName | undefined;
        readonly consents: readonly RecordedConsent[];
        /** Of an emergency: how the second person stands towards it; undefined when there is nobody to ask. */
        readonly check: CheckState | undefined;
      }
    | undefined;
  /** Only while nothing is asked, or what was asked is over. */
  readonly known: { readonly content: RegistrationContent; readonly person: PersonName | undefined } | undefined;
  readonly region: Registration['region'];
  readonly text: { readonly tell: string; readonly isVerified: boolean };
}

/** Opens what was asked, or else what can be used again; a row in the log of data processing under the purpose of helping. */
export async function readHelp(
  tx: Tx<HelpTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<HelpView, NotThere>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await sealedRegistration(tx, tenantId, code);
  const may = await askedForHelp(tx, asking, found?.registration, 'R', time);
  if (!found || !may.ok) return err({ code: 'not-found' });
  const { registration } = found;
  const opened = await openHelpRequest(tx, tenantId, registration.id);
  const asked = opened && {
    ...opened,
    status: helpStatus(opened.request, opened.message),
    consents: await helpConsentsOf(tx, tenantId, opened.request.id),
    check:
      opened.request.ground === 'vital-interest' ? await checkState(tx, tenantId, opened.request.id, time) : undefined,
  };
  const { body } = await rulesToday(tx, time.today);
  return ok({
    subject: { kind: HELP_SUBJECT, id: opened?.request.id ?? registration.id },
    registration: { id: registration.id, code },
    asked,
    known: asked && asked.status !== 'withdrawn' ? undefined : await openRegistration(tx, found),
    region: registration.region,
    text: { tell: body.help.tell, isVerified: body.help.verifiedOn !== null },
  });
}
