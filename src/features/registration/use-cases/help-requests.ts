import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { askDossier } from '../../../platform/dossiers/reach.ts';
import { withdrawConsent } from '../../../platform/exchange/consent.ts';
import { type DeliveryRefusal, findMessage, moveMessage } from '../../../platform/exchange/message.ts';
import { actionsIn } from '../../../platform/exchange/transitions.ts';
import { newRandomBytes, newRandomId } from '../../../platform/ids/uuid.ts';
import { keepRecord } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { ConsentRefusal } from '../domain/consent.ts';
import { type HelpContent, type HelpRequest, type HelpStatus, helpStatus } from '../domain/help-request.ts';
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
import { type ConsentInput, type ConsentTables, layConsent } from './consents.ts';
import type { Asking, HeldTables, NotThere } from './held-registration.ts';
import { HELP_REQUEST, HELP_SUBJECT, helpPath } from './registration-names.ts';
import { rulesToday } from './registration-rules.ts';
import { carry, keepMessage, type NoRegister } from './send-registration.ts';

export type HelpTables = ConsentTables | 'registration.help_request' | 'privacy.dossier';

/** What travels. It does not name the registration it was made from. */
export interface HelpMessage {
  readonly code: string;
  readonly reporterType: Registration['reporterType'];
  readonly content: HelpContent;
  readonly person: PersonName | undefined;
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
    readonly consent: ConsentInput;
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
  if (input.consent.manner === 'spoken') return err({ code: 'not-written' });
  const id = newRandomId();
  const request: HelpRequest = {
    id,
    dossierId: id,
    code: registrationCode(newRandomBytes(8)),
    registrationId: registration.id,
    sentOn: time.today,
    messageId: newRandomId(),
    withdrawnOn: undefined,
  };
  await openDossier(tx, actor, { id, kind: HELP_SUBJECT, activity: 'VA-08', path: helpPath(input.code) }, time);
  await insertHelpRequest(tx, tenantId, request, input.content, input.person);
  const { body } = await rulesToday(tx, time.today);
  const consent = await layConsent(
    tx,
    asking,
    {
      purpose: 'help',
      subject: { dossierId: id, helpRequestId: id },
      reporterType: registration.reporterType,
      ageGroup: input.content.ageGroup,
      kind: HELP_REQUEST,
      text: body.help.tell,
    },
    input.consent,
    time,
  );
  if (!consent.ok) return consent;
  const says: HelpMessage = {
    code: request.code,
    reporterType: registration.reporterType,
    content: input.content,
    person: input.person,
  };
  const message = { id: request.messageId, kind: HELP_REQUEST, consentId: consent.value };
  const sent = await carry(tx, tenantId, message, says, time, 'help-request');
  if (!sent.ok) return sent;
  await keepHelp(tx, tenantId, request, time);
  return ok({ subject: { kind: HELP_SUBJECT, id } });
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
  if (!request || !consent) return err({ code: 'no-consent-holds' });
  await markWithdrawn(tx, tenantId, consent.id, { name: personName, at: time.now });
  await withdrawConsent(tx, tenantId, consent.id, time.now);
  const message = await findMessage(tx, tenantId, request.messageId, time.today);
  if (message && actionsIn(message.state, 'sender').includes('withdraw'))
    await moveMessage(tx, { id: request.messageId, action: 'withdraw', reason: 'toestemming ingetrokken' }, time);
  await markHelpWithdrawn(tx, tenantId, request.id, time.today);
  await keepHelp(tx, tenantId, request, time);
  await keepMessage(tx, tenantId, request.messageId, time.today, 'help-request');
  return ok({ subject: { kind: HELP_SUBJECT, id: request.id } });
}

/** What one asks help for: what was asked last and how it stands, or what the registration already says, to start with. */
export interface HelpView extends Done {
  readonly registrationCode: string;
  readonly asked:
    | {
        readonly request: HelpRequest;
        readonly status: HelpStatus;
        readonly content: HelpContent | undefined;
        readonly person: PersonName | undefined;
        readonly consents: readonly RecordedConsent[];
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
  };
  const { body } = await rulesToday(tx, time.today);
  return ok({
    subject: { kind: HELP_SUBJECT, id: opened?.request.id ?? registration.id },
    registrationCode: code,
    asked,
    known: asked && asked.status !== 'withdrawn' ? undefined : await openRegistration(tx, found),
    region: registration.region,
    text: { tell: body.help.tell, isVerified: body.help.verifiedOn !== null },
  });
}
