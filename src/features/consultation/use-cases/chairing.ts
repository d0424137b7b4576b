import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { notify } from '../../../platform/deadlines/notify.ts';
import { passDeadlines } from '../../../platform/deadlines/pass-deadlines.ts';
import { endAccess, giveAccess } from '../../../platform/dossiers/give-access.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { type Colleague, colleaguesOf } from '../../../platform/members/members.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import { type Meeting, mayStep, type Participant } from '../domain/meeting.ts';
import { markMeeting, markRemoved } from '../persistence/meeting-store.ts';
import { insertParts, type PartWhat } from '../persistence/part-store.ts';
import { turnDownWaiting } from './brought-work.ts';
import { MEETING_SUBJECT, meetingPath, NOTICES } from './consultation-names.ts';
import { type Asking, type ConsultationTables, heldMeeting, keepMeeting, type NotThere } from './held-meeting.ts';
import type { StepRefusal } from './hold.ts';
import { withdrawItem } from './prepare.ts';
import { sendWaiting } from './send-parts.ts';

interface Seen {
  readonly meetingId: string;
  readonly seenVersion: number;
}

/** Who may chair a consultation of this kind: the focal point that of her municipality, and who coordinates or directs a table. */
const chairsOf = (kind: Meeting['kind']): readonly Role[] =>
  kind === 'signal' ? ['aandachtsfunctionaris'] : ['aandachtsfunctionaris', 'zorgcoordinator', 'ketenregisseur'];

/** Which colleagues could take the chair. */
export async function readSuccessors(
  tx: Tx<'accounts.membership'>,
  actor: Actor,
  kind: Meeting['kind'],
  today: PlainDate,
): Promise<readonly Colleague[]> {
  const colleagues = await colleaguesOf(tx, actor.organisationId, today, chairsOf(kind));
  return colleagues.filter(({ personId }) => personId !== actor.personId);
}

/** Says the same to everybody who was invited: in her own house by the exchange, here as a notice without content. */
async function tellAll(
  tx: Tx<ConsultationTables>,
  tenantId: string,
  meeting: Meeting,
  participants: readonly Participant[],
  what: Extract<PartWhat, 'chair' | 'cancelled'>,
  time: DomainTime,
): Promise<void> {
  const told = participants.filter(({ removedAt, way }) => !removedAt && way !== 'paper');
  const aboutId = newId();
  await insertParts(
    tx,
    tenantId,
    meeting.id,
    told.map(({ id: participantId }) => ({ id: newId(), participantId, what, aboutId, consentId: undefined })),
  );
  const path = meetingPath(meeting.id);
  for (const { membershipId, personId } of told)
    if (membershipId && personId)
      await notify(tx, { tenantId, membershipId, personId, kind: NOTICES.changed, path, level: 1 }, time.now);
}

/**
 * Passes the chair to a colleague, with everything that hangs on it: what she may open, and what waits for her. Whoever gives it away
 * opens nothing of it any more.
 */
export async function passChair(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  input: Seen & { readonly membershipId: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | StepRefusal | { readonly code: 'unknown-successor' | 'successor-excluded' }>> {
  const held = await heldMeeting(tx, asking, input.meetingId);
  if (!held.ok) return held;
  const { meeting, participants, items } = held.value;
  const may = mayStep(meeting, 'invite', input.seenVersion);
  if (!may.ok) return may;
  const { actor } = asking;
  const tenantId = actor.organisationId;
  const colleagues = await readSuccessors(tx, actor, meeting.kind, time.today);
  const next = colleagues.find(({ membershipId }) => membershipId === input.membershipId);
  if (!next) return err({ code: 'unknown-successor' });
  const { membershipId, personId, name } = next;
  for (const { dossierId } of items) {
    if (!dossierId) continue;
    const giving = { dossierId, personId, kind: 'assigned', until: undefined, reason: 'zit het overleg voor' } as const;
    const given = await giveAccess(tx, actor, giving, time);
    if (!given.ok && given.error.code === 'person-excluded') return err({ code: 'successor-excluded' });
    await endAccess(tx, actor, { dossierId, personId: actor.personId }, time);
  }
  const seat = participants.find((each) => each.personId === personId && !each.removedAt);
  if (seat) await markRemoved(tx, tenantId, seat.id, { name: actor.personName, at: time.now });
  await markMeeting(tx, tenantId, meeting, { chair: next });
  const path = meetingPath(meeting.id);
  await passDeadlines(tx, tenantId, { paths: [path], from: meeting.chairId, to: membershipId });
  await notify(tx, { tenantId, membershipId, personId, kind: NOTICES.chair, path, level: 1 }, time.now);
  if (meeting.invitedAt) {
    const now = { ...meeting, chairId: membershipId, chairPersonId: personId, chairName: name };
    const others = participants.filter(({ id }) => id !== seat?.id);
    await tellAll(tx, tenantId, meeting, others, 'chair', time);
    await sendWaiting(tx, actor, { meeting: now, participants: others, items }, time);
  }
  await keepMeeting(tx, tenantId, meeting.id, items, time);
  return ok({ subject: { kind: MEETING_SUBJECT, id: meeting.id } });
}

/**
 * Cancels a consultation that did not begin: nobody can read any more what was on its agenda, who was invited hears that it is off, and
 * from today its term counts. The approach hears nothing: it was not held.
 */
export async function cancelMeeting(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  input: Seen,
  time: DomainTime,
): Promise<Result<Done, NotThere | StepRefusal>> {
  const held = await heldMeeting(tx, asking, input.meetingId);
  if (!held.ok) return held;
  const may = mayStep(held.value.meeting, 'open', input.seenVersion);
  if (!may.ok) return may;
  const { actor } = asking;
  const tenantId = actor.organisationId;
  for (const { id: itemId, aboutPerson, withdrawnAt } of held.value.items)
    if (aboutPerson && !withdrawnAt)
      await withdrawItem(tx, asking, { meetingId: input.meetingId, itemId, why: 'not-needed' }, time);
  const now = await heldMeeting(tx, asking, input.meetingId);
  if (!now.ok) return now;
  const { meeting, participants, items } = now.value;
  if (meeting.invitedAt) {
    await tellAll(tx, tenantId, meeting, participants, 'cancelled', time);
    await sendWaiting(tx, actor, now.value, time);
  }
  await turnDownWaiting(tx, tenantId, meeting.id, { why: 'meeting-closed' }, time);
  await markMeeting(tx, tenantId, meeting, { state: 'closed', closedAt: time.now, cancelledAt: time.now });
  await keepMeeting(tx, tenantId, meeting.id, items, time);
  return ok({ subject: { kind: MEETING_SUBJECT, id: meeting.id } });
}
