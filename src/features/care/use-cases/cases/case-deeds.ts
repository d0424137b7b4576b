import { dutchMoment } from '../../../../platform/clock/dutch-moment.ts';
import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables, setDeadline } from '../../../../platform/deadlines/set-deadline.ts';
import { closeDossier, giveAccess, linesOf } from '../../../../platform/dossiers/give-access.ts';
import { holds } from '../../../../platform/dossiers/judge-access.ts';
import { newRandomId } from '../../../../platform/ids/uuid.ts';
import { colleaguesOf } from '../../../../platform/members/members.ts';
import type { KeepTables } from '../../../../platform/retention/keep-record.ts';
import { addDays } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import { type ConsentInput, type ConsentRefusal, judgeHelpConsent, wordsDigest } from '../../../registration/index.ts';
import {
  aftercareEnd,
  type CaseContent,
  type CaseFile,
  type CasePerson,
  type Outcome,
  type StepRefusal,
} from '../../domain/cases/case-file.ts';
import { CONSENT_TEXT_EDITION, HELP_TEXT } from '../../domain/cases/consent-text.ts';
import { insertCaseConsent } from '../../persistence/case-consent-store.ts';
import { changeCase, openCase, sealedCase } from '../../persistence/case-store.ts';
import { referralsOf } from '../../persistence/referral-store.ts';
import { isMinor, keepCase } from './begin-case.ts';
import { remindAnew } from './case-clocks.ts';
import { CASE_SUBJECT, casePath, SHARED_SUBJECT } from './case-names.ts';
import { dropAftercare, layAftercare, ringAnew, type TaskTables } from './case-tasks.ts';
import { watchLoad } from './caseload.ts';
import { checkGiver } from './check-giver.ts';
import { followCase } from './follow-case.ts';
import { type Asking, type HeldCaseTables, heldCase, heldForStep, type NotThere, type Seen } from './held-case.ts';
import { REFERRAL_SUBJECT } from './referral-names.ts';

/** Consent must still be asked: help began in an emergency. */
export const ASK_HELP_CONSENT = 'care.ask-consent';
/** As soon as it can be, and within this many days. [as for a request for help in an emergency] */
const ASK_DAYS = 3;

export type CaseDeedTables =
  | HeldCaseTables
  | TaskTables
  | 'care.around'
  | KeepTables
  | DeadlineTables
  | 'care.case_consent'
  | 'care.case_clock'
  | 'care.desk'
  | 'care.referral'
  | 'exchange.message'
  | 'vault.dossier_key'
  | 'content.edition';

const done = ({ id }: Pick<CaseFile, 'id'>) => ok({ subject: { kind: CASE_SUBJECT, id } });

/** What the case says, held with it. Undefined when its key was destroyed. */
export async function said(
  tx: Tx<'care.case_file' | 'care.setting' | 'care.around' | 'vault.dossier_key'>,
  tenantId: string,
  code: string,
) {
  const sealed = await sealedCase(tx, tenantId, code);
  return sealed && (await openCase(tx, sealed));
}

export type ChangeRefusal = NotThere | StepRefusal | { readonly code: 'birth-date-in-future' };

/** Writes anew what the case says. What was said at an emergency or at closing stays. */
export async function changeCaseContent(
  tx: Tx<CaseDeedTables>,
  asking: Asking,
  input: Seen & {
    readonly region: string;
    readonly person: CasePerson | undefined;
    readonly content: CaseContent;
  },
  time: DomainTime,
): Promise<Result<Done, ChangeRefusal>> {
  const held = await heldForStep(tx, asking, input, 'change', time);
  if (!held.ok) return held;
  const birth = input.person?.birthDate;
  if (birth !== undefined && birth > time.today.slice(0, birth.length)) return err({ code: 'birth-date-in-future' });
  const tenantId = asking.actor.organisationId;
  const before = await said(tx, tenantId, input.code);
  if (!before) return err({ code: 'not-found' });
  const { emergencyReason, closingNote } = before.content;
  const content = { ...input.content, emergencyReason, closingNote };
  // who was a minor once, is kept so
  const isYouth = held.value.isYouth || isMinor(input, time);
  await changeCase(tx, tenantId, held.value, { content, person: input.person ?? null, region: input.region, isYouth });
  await keepCase(tx, tenantId, { ...held.value, isYouth }, time);
  return done(held.value);
}

export type StartRefusal = NotThere | StepRefusal | ConsentRefusal | { readonly code: 'consent-before' };

/** Help begins: the person agreed, or somebody is in danger and cannot be asked now. */
export async function startCase(
  tx: Tx<CaseDeedTables>,
  asking: Asking,
  input: Seen & ({ readonly consent: ConsentInput } | { readonly emergency: string }),
  time: DomainTime,
): Promise<Result<Done, StartRefusal>> {
  const held = await heldForStep(tx, asking, input, 'start', time);
  if (!held.ok) return held;
  const file = held.value;
  const { actor } = asking;
  const tenantId = actor.organisationId;
  const known = await said(tx, tenantId, input.code);
  if (!known) return err({ code: 'not-found' });
  if ('consent' in input) {
    const laid = await layHelpConsent(tx, asking, file, known, input.consent, time);
    if (!laid.ok) return laid;
    await changeCase(tx, tenantId, file, { started: { on: time.today, ground: 'consent' } });
  } else {
    const content = { ...known.content, emergencyReason: input.emergency };
    await changeCase(tx, tenantId, file, { content, started: { on: time.today, ground: 'vital-interest' } });
    await setDeadline(
      tx,
      {
        tenantId,
        kind: ASK_HELP_CONSENT,
        subject: { kind: CASE_SUBJECT, id: file.id },
        path: casePath(file.code),
        parameters: {},
        dueOn: addDays(time.today, ASK_DAYS),
        assigneeId: file.coordinatorId,
        substituteId: file.substituteId,
        alarmDaysAhead: [ASK_DAYS, 1, 0],
      },
      time,
    );
  }
  await keepCase(tx, tenantId, file, time);
  return done(file);
}

async function layHelpConsent(
  tx: Tx<CaseDeedTables>,
  { actor }: Asking,
  file: CaseFile,
  { content, person }: { readonly content: CaseContent; readonly person: CasePerson | undefined },
  given: ConsentInput,
  time: DomainTime,
): Promise<Result<undefined, ConsentRefusal | { readonly code: 'consent-before' }>> {
  const who = { ageGroup: content.ageGroup, birthDate: person?.birthDate };
  const judged = await judgeHelpConsent(tx, who, given, time);
  if (!judged.ok) return judged;
  const giver = await checkGiver(tx, actor.organisationId, file.id, given);
  if (!giver.ok) return giver;
  const laid = await insertCaseConsent(
    tx,
    actor.organisationId,
    { caseId: file.id, dossierId: file.dossierId },
    {
      ...given,
      id: newRandomId(),
      purpose: 'help',
      receiverId: undefined,
      textEdition: CONSENT_TEXT_EDITION,
      textSha256: wordsDigest(HELP_TEXT),
      recordedByName: actor.personName,
      recordedAt: time.now,
    },
  );
  return laid ? ok(undefined) : err({ code: 'consent-before' });
}

/** Records the consent that was asked after an emergency. That it began in one stays written. */
export async function recordHelpConsent(
  tx: Tx<CaseDeedTables>,
  asking: Asking,
  input: { readonly code: string; readonly consent: ConsentInput },
  time: DomainTime,
): Promise<Result<Done, NotThere | ConsentRefusal | { readonly code: 'consent-before' | 'no-consent-needed' }>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const file = held.value;
  if (file.ground !== 'vital-interest') return err({ code: 'no-consent-needed' });
  const known = await said(tx, asking.actor.organisationId, input.code);
  if (!known) return err({ code: 'not-found' });
  const laid = await layHelpConsent(tx, asking, file, known, input.consent, time);
  if (!laid.ok) return laid;
  await completeDeadlines(tx, asking.actor.organisationId, { kind: CASE_SUBJECT, id: file.id }, time.now);
  return done(file);
}

export interface ClosingInput extends Seen {
  readonly outcome: Outcome;
  readonly hasAftercare: boolean;
  readonly note: string;
}

/** Closes a case with how it ended. Whoever agrees is called for a year after. */
export async function closeCase(
  tx: Tx<CaseDeedTables>,
  asking: Asking,
  input: ClosingInput,
  time: DomainTime,
): Promise<Result<Done, NotThere | StepRefusal | { readonly code: 'not-handed-over' }>> {
  const held = await heldForStep(tx, asking, input, 'close', time);
  if (!held.ok) return held;
  const file = held.value;
  const { actor } = asking;
  // handed over is what the receiver said, never what somebody here hopes
  const referrals = await referralsOf(tx, actor.organisationId, file.id, time.today);
  const isHandedOver = referrals.some(
    ({ kind, state, withdrawnOn }) => kind === 'hand-over' && state === 'accepted' && !withdrawnOn,
  );
  if (input.outcome === 'handed-over' && !isHandedOver) return err({ code: 'not-handed-over' });
  const known = await said(tx, actor.organisationId, input.code);
  if (!known) return err({ code: 'not-found' });
  const aftercareUntil = input.hasAftercare ? aftercareEnd(time.today) : undefined;
  await changeCase(tx, actor.organisationId, file, {
    content: { ...known.content, closingNote: input.note },
    closed: { on: time.today, outcome: input.outcome, aftercareUntil },
  });
  await completeDeadlines(tx, actor.organisationId, { kind: CASE_SUBJECT, id: file.id }, time.now);
  if (file.sourceId)
    await completeDeadlines(tx, actor.organisationId, { kind: SHARED_SUBJECT, id: file.sourceId }, time.now);
  for (const { id, state } of referrals)
    if (state === 'expired')
      await completeDeadlines(tx, actor.organisationId, { kind: REFERRAL_SUBJECT, id }, time.now);
  await closeDossier(tx, actor, file.dossierId, aftercareUntil ? dutchMoment(aftercareUntil) : time.now);
  if (aftercareUntil) await layAftercare(tx, asking, file, time.today, time);
  await watchLoad(tx, actor.organisationId, file.coordinatorId, time);
  return followCase(tx, actor.organisationId, file, time);
}

/** Opens a closed case again: somebody comes back. */
export async function reopenCase(
  tx: Tx<CaseDeedTables>,
  asking: Asking,
  input: Seen,
  time: DomainTime,
): Promise<Result<Done, NotThere | StepRefusal>> {
  const held = await heldForStep(tx, asking, input, 'reopen', time);
  if (!held.ok) return held;
  return openAgain(tx, asking, held.value, time);
}

/** Opens a closed case that is held: it is worked on again, and its aftercare is dropped. */
export async function openAgain(
  tx: Tx<CaseDeedTables>,
  asking: Asking,
  file: CaseFile,
  time: DomainTime,
): Promise<Result<Done, never>> {
  const tenantId = asking.actor.organisationId;
  await changeCase(tx, tenantId, file, { isReopened: true });
  await closeDossier(tx, asking.actor, file.dossierId, undefined);
  await dropAftercare(tx, asking, file, time);
  await watchLoad(tx, tenantId, file.coordinatorId, time);
  return followCase(tx, tenantId, file, time);
}

export type SubstituteRefusal = NotThere | { readonly code: 'no-coordinator' | 'is-coordinator' | 'substitute-before' };

/** Names who stands in: she sees the case from then on, and hears every reminder that is not opened. */
export async function nameSubstitute(
  tx: Tx<CaseDeedTables>,
  asking: Asking,
  input: { readonly code: string; readonly membershipId: string },
  time: DomainTime,
): Promise<Result<Done, SubstituteRefusal>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const file = held.value;
  const { actor } = asking;
  const tenantId = actor.organisationId;
  const colleagues = await colleaguesOf(tx, tenantId, time.today, ['zorgcoordinator']);
  const colleague = colleagues.find(({ membershipId }) => membershipId === input.membershipId);
  if (!colleague) return err({ code: 'no-coordinator' });
  if (colleague.membershipId === file.coordinatorId) return err({ code: 'is-coordinator' });
  if (colleague.membershipId === file.substituteId) return err({ code: 'substitute-before' });
  const lines = await linesOf(tx, tenantId, file.dossierId, colleague.personId);
  if (!lines.some((line) => line.kind === 'assigned' && holds(line, time.now))) {
    const giving = { dossierId: file.dossierId, personId: colleague.personId, kind: 'assigned' } as const;
    const given = await giveAccess(tx, actor, { ...giving, until: undefined, reason: 'vaste vervanger' }, time);
    // who is kept away from it is not told so here
    if (!given.ok) return err({ code: 'no-coordinator' });
  }
  await changeCase(tx, tenantId, file, { substituteId: colleague.membershipId });
  await remindAnew(tx, tenantId, { ...file, substituteId: colleague.membershipId }, time);
  await ringAnew(tx, tenantId, { ...file, substituteId: colleague.membershipId }, time);
  return done(file);
}
