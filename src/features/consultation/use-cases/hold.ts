import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { newId, newRandomId } from '../../../platform/ids/uuid.ts';
import { addMonths, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type FactTables, reportFact } from '../../approach/index.ts';
import { type Meeting, mayStep, type Outcome } from '../domain/meeting.ts';
import { insertOutcome, markDone, outcomesOf } from '../persistence/item-store.ts';
import { markMeeting } from '../persistence/meeting-store.ts';
import { organisationsById } from '../persistence/organisation-query.ts';
import { insertParts, partsOf } from '../persistence/part-store.ts';
import { turnDownWaiting } from './brought-work.ts';
import { MEETING_SUBJECT, meetingPath, NOTICES, OUTCOME_SUBJECT } from './consultation-names.ts';
import {
  type Asking,
  type ConsultationTables,
  type HeldMeeting,
  heldMeeting,
  keepMeeting,
  type NotThere,
} from './held-meeting.ts';
import { sendWaiting } from './send-parts.ts';

/** An action is asked after a month and a week ahead, and on its day. [design: In Beeld] */
const REMIND_DAYS_AHEAD = [30, 7, 0] as const;

export type StepRefusal = Exclude<ReturnType<typeof mayStep>, { ok: true }>['error'];

/** The consultation she chairs, when this step may be taken with it as it was seen. */
async function heldForStep(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  { meetingId, seenVersion }: { readonly meetingId: string; readonly seenVersion?: number },
  step: Parameters<typeof mayStep>[1],
): Promise<Result<HeldMeeting, NotThere | StepRefusal>> {
  const held = await heldMeeting(tx, asking, meetingId);
  if (!held.ok) return held;
  const may = mayStep(held.value.meeting, step, seenVersion);
  return may.ok ? held : may;
}

/** Sends the invitations and what stands on the agenda, each participant its own. Sent again, only what is new goes. */
export async function inviteAll(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  meetingId: string,
  time: DomainTime,
): Promise<Result<Done, NotThere | StepRefusal | { readonly code: 'nobody-invited' }>> {
  const held = await heldForStep(tx, asking, { meetingId }, 'invite');
  if (!held.ok) return held;
  const { meeting, participants, items } = held.value;
  if (!participants.some(({ removedAt }) => !removedAt)) return err({ code: 'nobody-invited' });
  const tenantId = asking.actor.organisationId;
  await markMeeting(tx, tenantId, meeting, meeting.invitedAt ? {} : { invitedAt: time.now });
  await sendWaiting(tx, asking.actor, held.value, time);
  await keepMeeting(tx, tenantId, meeting.id, items, time);
  return ok({ subject: { kind: MEETING_SUBJECT, id: meeting.id } });
}

/** Opens the meeting: from now on decisions and actions are written down. Nobody has to have been invited by In Beeld. */
export async function openMeeting(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  input: { readonly meetingId: string; readonly seenVersion: number },
  time: DomainTime,
): Promise<Result<Done, NotThere | StepRefusal>> {
  const held = await heldForStep(tx, asking, input, 'open');
  if (!held.ok) return held;
  const { meeting, items } = held.value;
  const tenantId = asking.actor.organisationId;
  await markMeeting(tx, tenantId, meeting, {
    state: 'sitting',
    openedAt: time.now,
    ...(meeting.invitedAt ? {} : { invitedAt: time.now }),
  });
  await sendWaiting(tx, asking.actor, held.value, time);
  await keepMeeting(tx, tenantId, meeting.id, items, time);
  return ok({ subject: { kind: MEETING_SUBJECT, id: meeting.id } });
}

export interface OutcomeInput {
  readonly meetingId: string;
  readonly itemId: string;
  readonly text: string;
  /** For an action: who does it, undefined for the chair, and by when. */
  readonly action: { readonly participantId: string | undefined; readonly dueOn: PlainDate } | undefined;
}

export type OutcomeRefusal =
  | NotThere
  | StepRefusal
  | { readonly code: 'unknown-item' | 'unknown-participant' | 'due-in-past' };

/**
 * Writes a decision or an action down. Everybody who got the item hears it; an action lands in the list of who does it, with where it
 * came from. An agreement that lapsed meanwhile keeps nobody from helping: what cannot be sent goes on paper.
 */
export async function recordOutcome(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  input: OutcomeInput,
  time: DomainTime,
): Promise<Result<Done, OutcomeRefusal>> {
  const held = await heldForStep(tx, asking, input, 'record');
  if (!held.ok) return held;
  const { meeting, participants, items } = held.value;
  const { actor } = asking;
  const tenantId = actor.organisationId;
  const item = items.find(({ id, withdrawnAt }) => id === input.itemId && !withdrawnAt);
  if (!item) return err({ code: 'unknown-item' });
  const parts = (await partsOf(tx, tenantId, meeting.id)).filter(({ aboutId }) => aboutId === item.id);
  const { action } = input;
  const doer = participants.find(({ id, removedAt }) => id === action?.participantId && !removedAt);
  // whoever did not get the item has nothing to do in it
  if (action?.participantId !== undefined && !parts.some(({ participantId }) => participantId === doer?.id))
    return err({ code: 'unknown-participant' });
  if (action && action.dueOn < time.today) return err({ code: 'due-in-past' });
  const outcome: Outcome = {
    id: newRandomId(),
    itemId: item.id,
    kind: action ? 'action' : 'decision',
    dossierId: item.dossierId,
    topic: undefined,
    participantId: doer?.id,
    dueOn: action?.dueOn,
    recordedAt: time.now,
    doneAt: undefined,
    doneHow: undefined,
  };
  await insertOutcome(tx, tenantId, meeting.id, outcome, input.text, actor.personName);
  await insertParts(
    tx,
    tenantId,
    meeting.id,
    parts.map(({ participantId, consentId }) => ({
      id: newId(),
      participantId,
      what: 'outcome',
      aboutId: outcome.id,
      consentId,
    })),
  );
  await markMeeting(tx, tenantId, meeting, {});
  await sendWaiting(tx, actor, held.value, time);
  const assigneeId = doer ? doer.membershipId : meeting.chairId;
  if (action && assigneeId)
    await askAfter(tx, actor, meeting, { id: outcome.id, dueOn: action.dueOn, assigneeId }, time);
  await keepMeeting(tx, tenantId, meeting.id, items, time);
  return ok({ subject: { kind: OUTCOME_SUBJECT, id: outcome.id } });
}

/** Puts an action in the list of a colleague here, or of the chair. */
async function askAfter(
  tx: Tx<ConsultationTables>,
  actor: Actor,
  meeting: Meeting,
  { id, dueOn, assigneeId }: { readonly id: string; readonly dueOn: PlainDate; readonly assigneeId: string },
  time: DomainTime,
): Promise<void> {
  await setDeadline(
    tx,
    {
      tenantId: actor.organisationId,
      kind: NOTICES.action,
      subject: { kind: OUTCOME_SUBJECT, id },
      path: meetingPath(meeting.id),
      parameters: { van: actor.organisationName },
      dueOn,
      assigneeId,
      substituteId: undefined,
      alarmDaysAhead: REMIND_DAYS_AHEAD,
    },
    time,
  );
}

/** Says how an action of one's own house went: the chair's, a colleague's, or one on paper that the chair was told of. */
export async function sayDone(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  input: { readonly meetingId: string; readonly outcomeId: string; readonly how: 'done' | 'stuck' },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'said-before' }>> {
  const held = await heldMeeting(tx, asking, input.meetingId);
  if (!held.ok) return held;
  const tenantId = asking.actor.organisationId;
  const outcomes = await outcomesOf(tx, tenantId, input.meetingId);
  if (!outcomes.some(({ id, kind }) => id === input.outcomeId && kind === 'action')) return err({ code: 'not-found' });
  if (!(await markDone(tx, tenantId, input.outcomeId, input.how, time.now))) return err({ code: 'said-before' });
  await completeDeadlines(tx, tenantId, { kind: OUTCOME_SUBJECT, id: input.outcomeId }, time.now);
  return ok({ subject: { kind: OUTCOME_SUBJECT, id: input.outcomeId } });
}

/** Closes the consultation: from today its term counts, for each side, and the approach of a municipality hears that it was held. */
export async function closeMeeting(
  tx: Tx<ConsultationTables | FactTables>,
  asking: Asking,
  input: { readonly meetingId: string; readonly seenVersion: number },
  time: DomainTime,
): Promise<Result<Done, NotThere | StepRefusal>> {
  const held = await heldForStep(tx, asking, input, 'close');
  if (!held.ok) return held;
  const { meeting, participants, items } = held.value;
  const { actor } = asking;
  const tenantId = actor.organisationId;
  await insertParts(
    tx,
    tenantId,
    meeting.id,
    participants
      .filter(({ removedAt, way }) => !removedAt && way !== 'paper')
      .map(({ id: participantId }) => ({
        id: newId(),
        participantId,
        what: 'closed',
        aboutId: meeting.id,
        consentId: undefined,
      })),
  );
  await sendWaiting(tx, actor, held.value, time);
  await turnDownWaiting(tx, tenantId, meeting.id, { why: 'meeting-closed' }, time);
  await markMeeting(tx, tenantId, meeting, { state: 'closed', closedAt: time.now });
  await keepMeeting(tx, tenantId, meeting.id, items, time);
  await tellHeld(tx, tenantId, { kind: meeting.kind, on: time.today, by: actor.personName, id: meeting.id }, time);
  return ok({ subject: { kind: MEETING_SUBJECT, id: meeting.id } });
}

/** The element of the approach that asks whether consultation about cases works, and how long one meeting speaks for it. [design] */
const ELEMENT = 'K4.6';
const SPEAKS_MONTHS = 12;

/** Tells the approach of a municipality that a consultation was held; of any other organisation there is none. */
export async function tellHeld(
  tx: Tx<FactTables | 'organisations.organisation'>,
  tenantId: string,
  {
    kind,
    on,
    by,
    id,
  }: { readonly kind: Meeting['kind']; readonly on: PlainDate; readonly by: string; readonly id: string },
  time: DomainTime,
): Promise<void> {
  if ((await organisationsById(tx, [tenantId])).get(tenantId)?.kind !== 'gemeente') return;
  const what = kind === 'care' ? 'een zorgtafel' : 'een intern signalenoverleg';
  await reportFact(
    tx,
    tenantId,
    {
      element: ELEMENT,
      source: 'collaboration',
      state: 'working',
      asOf: on,
      lapsesOn: addMonths(on, SPEAKS_MONTHS),
      statement: `Op ${writeDutchDate(on)} was er ${what}.`,
      evidenceTitle: 'Overleg in In Beeld',
      subjectId: id,
      reportedBy: by,
    },
    time,
  );
}
