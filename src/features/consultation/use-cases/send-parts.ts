import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { notify } from '../../../platform/deadlines/notify.ts';
import { deliverMessages, type NewMessage } from '../../../platform/exchange/message.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { keepRecords } from '../../../platform/retention/keep-record.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type Ground, type Participant, shownTo } from '../domain/meeting.ts';
import { openItems, openOutcomes, outcomesOf, type StoredItem, type StoredOutcome } from '../persistence/item-store.ts';
import { markSent, type Part, partsOf } from '../persistence/part-store.ts';
import {
  CONSULTATION,
  meetingPath,
  NOTICES,
  PERSON_BY_LAW,
  PERSON_WITH_CONSENT,
  RETENTION_RULE,
} from './consultation-names.ts';
import type { ConsultationTables, HeldMeeting } from './held-meeting.ts';
import type { Told } from './told.ts';

/** By which kind of message something on this ground travels. */
export const kindFor = (ground: Ground | undefined) =>
  ground === 'consent' ? PERSON_WITH_CONSENT : ground === 'law' ? PERSON_BY_LAW : CONSULTATION;

/**
 * Gives everybody at the table what waits for her, each her own: organisations by the exchange, colleagues here. What went before does not go again. What cannot go, because an agreement
 * or a consent does not hold any more, is marked and keeps nothing else back: the chair hands it over on paper.
 */
export async function sendWaiting(
  tx: Tx<ConsultationTables>,
  actor: Actor,
  { meeting, participants, items }: HeldMeeting,
  time: DomainTime,
): Promise<void> {
  const tenantId = actor.organisationId;
  const table = new Map(
    participants.filter(({ way, removedAt }) => way !== 'paper' && !removedAt).map((each) => [each.id, each]),
  );
  const agenda = new Map(items.map((item) => [item.id, item]));
  const outcomes = new Map((await outcomesOf(tx, tenantId, meeting.id)).map((each) => [each.id, each]));
  const itemOf = ({ what, aboutId }: Part) =>
    agenda.get(what === 'outcome' ? (outcomes.get(aboutId)?.itemId ?? '') : aboutId);
  const waiting = (await partsOf(tx, tenantId, meeting.id)).filter((part) => {
    const item = itemOf(part);
    return !part.sentAt && table.has(part.participantId) && !(item?.withdrawnAt ?? false);
  });
  if (waiting.length === 0) return;
  const chosen = <Each extends StoredItem | StoredOutcome>(from: ReadonlyMap<string, Each>, what: Part['what']) =>
    [...new Set(waiting.filter((part) => part.what === what).map(({ aboutId }) => aboutId))].flatMap(
      (id) => from.get(id) ?? [],
    );
  const said = await openItems(tx, chosen(agenda, 'item'));
  const told = await openOutcomes(tx, chosen(outcomes, 'outcome'));

  const names = new Map(participants.map(({ id, name }) => [id, name]));
  const contentOf = (part: Part, to: Participant): Told | undefined => {
    const item = itemOf(part);
    const common = {
      meetingId: meeting.id,
      aboutId: part.aboutId,
      ...(item?.aboutPerson && { personId: item.id }),
    } as const;
    switch (part.what) {
      case 'invitation': {
        const { kind, title, purpose, onDay, atTime, place, chairName } = meeting;
        return { ...common, what: 'invitation', kind, title, purpose, onDay, atTime, place, chairName };
      }
      case 'chair':
        return { ...common, what: 'chair', chairName: meeting.chairName };
      case 'cancelled':
        return { ...common, what: 'cancelled' };
      case 'closed':
        return { ...common, what: 'closed', on: time.today };
      case 'item': {
        if (!item) return undefined;
        const person = said.get(item.id);
        return {
          ...common,
          what: 'item',
          number: item.number,
          purpose: item.purpose,
          ...(item.topic !== undefined && { topic: item.topic }),
          ...(person && { person: shownTo(person, to.sees) }),
          ...(item.ground && { ground: item.ground }),
          ...(item.law && { law: item.law }),
        };
      }
      case 'outcome': {
        const outcome = outcomes.get(part.aboutId);
        const text = told.get(part.aboutId);
        if (!outcome || !item || text === undefined) return undefined;
        const said = { ...common, number: item.number, text };
        if (outcome.kind === 'action' && outcome.dueOn && outcome.participantId === to.id)
          return { ...said, what: 'action', dueOn: outcome.dueOn };
        const by =
          outcome.kind === 'action' ? (names.get(outcome.participantId ?? '') ?? meeting.chairName) : undefined;
        return { ...said, what: 'decision', ...(by && { by }), ...(outcome.dueOn && { dueOn: outcome.dueOn }) };
      }
    }
  };
  const carried = waiting.flatMap((part) => {
    const to = table.get(part.participantId)!;
    if (to.way !== 'organisation') return [];
    const content = contentOf(part, to);
    if (!content) return [];
    const item = itemOf(part);
    const message: NewMessage = {
      id: newRandomId(),
      receiverId: to.organisationId!,
      kind: kindFor(item?.ground).kind,
      basis: item?.law ?? item?.ground ?? 'Overleg zonder personen',
      ...(part.consentId !== undefined && { consentId: part.consentId }),
      content: Buffer.from(JSON.stringify(content)),
    };
    return [{ part, message }];
  });
  const results = await deliverMessages(
    tx,
    carried.map(({ message }) => message),
    time,
  );
  const sent = carried.map(({ part, message }, index) => {
    const result = results[index]!;
    return {
      id: part.id,
      messageId: result.ok ? message.id : undefined,
      failed: result.ok ? undefined : result.error.code,
    };
  });
  const here = waiting.filter((part) => table.get(part.participantId)!.way === 'colleague');
  const shown = here.map(({ id }) => ({ id, messageId: undefined, failed: undefined }));
  await markSent(tx, tenantId, [...sent, ...shown], time.now);
  for (const { what, participantId } of here) {
    const { membershipId, personId } = table.get(participantId)!;
    if (what !== 'invitation' || !membershipId || !personId) continue;
    const path = meetingPath(meeting.id);
    await notify(tx, { tenantId, membershipId, personId, kind: NOTICES.invited, path, level: 1 }, time.now);
  }
  await keepRecords(
    tx,
    sent.flatMap(({ messageId: id }) =>
      id ? [{ tenantId, rule: RETENTION_RULE, subject: { kind: 'exchange.message', id }, startsOn: time.today }] : [],
    ),
  );
}
