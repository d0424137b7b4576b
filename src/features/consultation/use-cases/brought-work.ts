import type { AnyTx, DomainTime, Tx } from '../../../platform/db/transact.ts';
import { notify, takeBackNotices } from '../../../platform/deadlines/notify.ts';
import { moveMessages } from '../../../platform/exchange/many-messages.ts';
import { findMessage } from '../../../platform/exchange/message.ts';
import type { Arrived } from '../../../platform/exchange/message-work.ts';
import { arrivedRemarks, takeInRemarks } from '../../../platform/exchange/remark.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import { keepRecord } from '../../../platform/retention/keep-record.ts';
import type { DueWork } from '../../../platform/runner/run-due.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { type BroughtRefusal, type TakenBack, turnedDownBy } from '../domain/brought.ts';
import { enforcementAt, type Meeting } from '../domain/meeting.ts';
import { broughtMessage, broughtTo, holdBrought, markLook } from '../persistence/brought-store.ts';
import { itemsOf } from '../persistence/item-store.ts';
import { holdMeeting, insertTurnedAway, participantsOf } from '../persistence/meeting-store.ts';
import { organisationsById } from '../persistence/organisation-query.ts';
import {
  BROUGHT_KINDS,
  broughtPath,
  meetingPath,
  NOTICES,
  RETENTION_RULE,
  receivedPath,
} from './consultation-names.ts';
import { TAKERS } from './consultation-work.ts';
import { takeFromAgenda } from './prepare.ts';

const HOUR = 3_600_000;
/** When to look again whether the chair answered. */
export const nextLook = (now: Date): Date => new Date(now.getTime() + HOUR);

/** Keeps what waits at a table from its agenda, without opening it: of everybody, of one organisation, or only what is about a person. */
export async function turnDownWaiting(
  tx: Tx<'exchange.message'>,
  tenantId: string,
  meetingId: string,
  {
    why,
    senderId,
    personsOnly = false,
  }: { readonly why: BroughtRefusal; readonly senderId?: string | undefined; readonly personsOnly?: boolean },
  time: DomainTime,
): Promise<void> {
  const ids = (await broughtTo(tx, tenantId, meetingId, BROUGHT_KINDS))
    .filter((each) => each.isOpen && (!senderId || each.senderId === senderId) && (!personsOnly || each.aboutPerson))
    .map(({ id }) => id);
  await moveMessages(tx, { ids, action: 'deliver' }, time);
  await moveMessages(tx, { ids, action: 'refuse', reason: why }, time);
}

async function tellChair(tx: AnyTx, tenantId: string, meeting: Meeting, kind: string, path: string, now: Date) {
  const { chairId: membershipId, chairPersonId: personId } = meeting;
  await notify(tx, { tenantId, membershipId, personId, kind, path, level: 1 }, now);
}

/**
 * What was brought in is told to the chair: that it is there, and nothing of what. A person where who investigates sits at the table goes
 * back unopened, and only that is kept.
 */
async function broughtArrived(tx: AnyTx, { tenantId, kind, ids }: Arrived, now: Date): Promise<void> {
  const time = { now, today: dutchDay(now) };
  const aboutPerson = (BROUGHT_KINDS.aboutPersons as readonly string[]).includes(kind);
  for (const { id, aboutId } of await arrivedRemarks(tx, tenantId, ids)) {
    const subject = { kind: 'exchange.message', id };
    await keepRecord(tx, { tenantId, rule: RETENTION_RULE, subject, startsOn: time.today });
    if (!(await takeInRemarks(tx, [id], false, time)).has(id)) continue;
    const meeting = await holdMeeting(tx, tenantId, aboutId);
    const participants = meeting ? await participantsOf(tx, tenantId, meeting.id) : [];
    const senderId = (await findMessage(tx, tenantId, id, time.today))!.counterpartId;
    const isAtTable = participants.some((each) => each.organisationId === senderId && !each.removedAt);
    const types = enforcementAt(participants);
    const why = turnedDownBy(meeting, { aboutPerson, isAtTable }, types);
    if (why) await moveMessages(tx, { ids: [id], action: 'refuse', reason: why }, time);
    if (!meeting || (why && why !== 'belongs-elsewhere')) continue;
    if (why) {
      const byName = (await organisationsById(tx, [senderId])).get(senderId)?.name ?? 'een deelnemer';
      const turned = { id: newRandomId(), what: 'person', types, at: now, byName } as const;
      await insertTurnedAway(tx, tenantId, meeting.id, turned);
    } else await tellChair(tx, tenantId, meeting, NOTICES.brought, broughtPath(id), now);
  }
}

/** Who brought it took it back: it goes from the agenda too, for everybody who got it. */
async function broughtGone(tx: AnyTx, { tenantId, ids }: Arrived, now: Date): Promise<void> {
  const time = { now, today: dutchDay(now) };
  for (const id of ids) {
    await takeBackNotices(tx, { tenantId, kind: NOTICES.brought, path: broughtPath(id) }, now);
    const message = await broughtMessage(tx, tenantId, id, BROUGHT_KINDS.kinds);
    const meeting = message && (await holdMeeting(tx, tenantId, message.meetingId));
    if (!meeting) continue;
    const items = await itemsOf(tx, tenantId, meeting.id);
    if (!items.some((item) => item.id === id && !item.withdrawnAt)) continue;
    const why: TakenBack = message.reason === 'consent' ? 'consent' : 'not-needed';
    await takeFromAgenda(tx, tenantId, { meeting, items, itemId: id, why }, time);
    await tellChair(tx, tenantId, meeting, NOTICES.broughtBack, meetingPath(meeting.id), now);
  }
}

export const BROUGHT_ARRIVALS = new Map(BROUGHT_KINDS.kinds.map((kind) => [kind, broughtArrived] as const));
export const BROUGHT_DEPARTURES = new Map(BROUGHT_KINDS.kinds.map((kind) => [kind, broughtGone] as const));

/** Asks the exchange whether the chair answered; then who brought it hears it. */
export const broughtWork: DueWork = {
  kind: 'consultation.look-for-answer',
  table: 'consultation.brought',
  dueColumn: 'look_at',
  waiting: 'look_at is not null',
  run: ({ tenantId, id }, enterAs) =>
    enterAs('own', async (tx, time) => {
      const brought = await holdBrought(tx, tenantId, id);
      if (!brought?.lookAt || brought.lookAt > time.now) return;
      const state = (await findMessage(tx, tenantId, id, time.today))?.state;
      const isWaiting = state === 'sent' || state === 'delivered';
      await markLook(tx, tenantId, id, isWaiting ? nextLook(time.now) : undefined);
      if (state !== 'accepted' && state !== 'refused') return;
      const answerers = await colleaguesOf(tx, tenantId, time.today, TAKERS);
      const still = answerers.filter(({ membershipId }) => membershipId === brought.broughtBy);
      const path = receivedPath(brought.meetingId);
      // who left her work is followed by whoever takes in what comes here
      for (const { membershipId, personId } of still.length > 0 ? still : answerers)
        await notify(tx, { tenantId, membershipId, personId, kind: NOTICES.broughtAnswered, path, level: 1 }, time.now);
    }),
};
