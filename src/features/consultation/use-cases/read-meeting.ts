import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { type Countdown, countdownOf } from '../../../platform/retention/keep-record.ts';
import { addMonths, dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { ShownRemark } from '../../collaboration/index.ts';
import { inForce } from '../domain/covenant.ts';
import { enforcementAt, type Meeting, shownTo } from '../domain/meeting.ts';
import type { MeetingSeen } from '../domain/meeting-seen.ts';
import { broughtTo } from '../persistence/brought-store.ts';
import { aboutPerson, itemsOf, openItems, openOutcomes, outcomesOf } from '../persistence/item-store.ts';
import { meetingsOf, meetingToRead, participantsOf } from '../persistence/meeting-store.ts';
import { type Part, partsOf } from '../persistence/part-store.ts';
import { remarksByAction } from './action-remarks.ts';
import { BROUGHT_KINDS, MEETING_SUBJECT, PROPOSED_MONTHS } from './consultation-names.ts';
import { type Asking, type ConsultationTables, mayHandle, type NotThere } from './held-meeting.ts';

/** A consultation as it was opened for whoever asks. */
export type MeetingView = Done &
  MeetingSeen & {
    /** What was said about actions of other organisations, by action, for the chair. */
    readonly remarks: ReadonlyMap<string, readonly ShownRemark[]>;
  };

/**
 * Opens a consultation: a row in the log of data processing for each person on the agenda that is shown. A form that shows nobody leaves
 * them closed.
 */
export async function readMeeting(
  tx: Tx<ConsultationTables>,
  asking: Asking,
  { id, opens = true }: { readonly id: string; readonly opens?: boolean },
  time: DomainTime,
): Promise<Result<MeetingView, NotThere>> {
  const { organisationId: tenantId, personId } = asking.actor;
  const found = await meetingToRead(tx, tenantId, id);
  if (!found || !mayHandle(asking, 'R')) return err({ code: 'not-found' });
  const { meeting, covenant } = found;
  const participants = await participantsOf(tx, tenantId, id);
  const isChair = meeting.chairPersonId === personId;
  const self = isChair ? undefined : participants.find((each) => each.personId === personId && !each.removedAt);
  if (!isChair && !self) return err({ code: 'not-found' });
  const parts = await partsOf(tx, tenantId, id);
  const shown =
    self &&
    new Set(parts.filter((part) => part.participantId === self.id && part.sentAt).map(({ aboutId }) => aboutId));
  const items = (await itemsOf(tx, tenantId, id)).filter((item) => !shown || (shown.has(item.id) && !item.withdrawnAt));
  const outcomes = (opens ? await outcomesOf(tx, tenantId, id) : []).filter((each) => !shown || shown.has(each.id));
  const standing = items.filter(({ withdrawnAt }) => !withdrawnAt);
  const said = await openItems(tx, opens ? standing : []);
  const told = await openOutcomes(
    tx,
    outcomes.filter(({ itemId }) => standing.some((item) => item.id === itemId)),
  );
  const active = new Set(participants.filter(({ removedAt }) => !removedAt).map((each) => each.id));
  const sentTo = ({ participantId }: Part) => participants.find((each) => each.id === participantId)?.way !== 'paper';
  const remarks = await remarksByAction(
    tx,
    tenantId,
    new Map(
      (isChair ? outcomes : [])
        .filter(({ kind, itemId, participantId }) => {
          const doer = participants.find((each) => each.id === participantId);
          const isReadable = standing.some((item) => item.id === itemId);
          return kind === 'action' && doer?.organisationId !== undefined && isReadable;
        })
        .map(({ id, itemId, dossierId }) => [id, dossierId ? aboutPerson(itemId) : 'nobody'] as const),
    ),
    (id) => participants.find(({ organisationId }) => organisationId === id)?.name,
  );
  const brought = isChair ? await broughtTo(tx, tenantId, id, BROUGHT_KINDS) : [];
  const countdown = await countdownOf(tx, tenantId, { kind: MEETING_SUBJECT, id });
  return ok({
    subject: { kind: MEETING_SUBJECT, id },
    meeting,
    isChair,
    self,
    participants: self ? [self] : participants,
    items: items.map(({ said: _sealed, ...item }) => {
      const person = said.get(item.id);
      return {
        ...item,
        person: person && self ? shownTo(person, self.sees) : person,
        for: parts
          .filter(({ what, aboutId }) => what === 'item' && aboutId === item.id)
          .map((part) => part.participantId),
      };
    }),
    outcomes: outcomes.flatMap(({ said: _sealed, ...outcome }) => {
      const text = told.get(outcome.id);
      return text === undefined ? [] : [{ ...outcome, text }];
    }),
    covenant,
    covenantHolds: covenant !== undefined && inForce(covenant, time.today),
    enforcement: enforcementAt(participants),
    turnedAway: isChair ? found.turnedAway : [],
    failed: parts.filter((part) => part.failed && active.has(part.participantId)),
    unsent: parts.filter((part) => !part.sentAt && !part.failed && active.has(part.participantId) && sentTo(part))
      .length,
    keptUntil: keptUntil(meeting, countdown, time.today),
    today: time.today,
    remarks,
    brought: brought.map((each) => ({
      ...each,
      from: participants.find(({ organisationId }) => organisationId === each.senderId)?.name ?? 'een deelnemer',
    })),
  });
}

/** Until when it is kept: what the FG settled, or as long as that was not done what In Beeld proposes. */
function keptUntil(meeting: Meeting, countdown: Countdown | undefined, today: PlainDate) {
  const from = meeting.closedAt ? dutchDay(meeting.closedAt) : today;
  return { on: countdown?.endsOn ?? addMonths(from, PROPOSED_MONTHS), isProposal: !countdown?.endsOn };
}

/** What somebody chairs or takes part in, newest first; nothing is opened. */
export function readMeetings(
  tx: Tx<'consultation.meeting' | 'consultation.participant'>,
  { organisationId, personId }: Actor,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Meeting[]> {
  return meetingsOf(tx, organisationId, personId, page);
}
