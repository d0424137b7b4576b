import { ACTION_REMARK, BROUGHT_MESSAGES, CONSULTATION_MESSAGES } from '../../src/features/consultation/index.ts';
import { newId, newRandomId } from '../../src/platform/ids/uuid.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { TEST_KEYS } from './app.ts';
import { anOrganisation } from './builders.ts';
import type { TestDatabase } from './database.ts';
import { ExchangeWorld } from './exchange-world.ts';
import type { Side } from './side.ts';

export const CONSULTATION_KINDS = CONSULTATION_MESSAGES.map(({ kind }) => kind);

/** A consultation that this person chairs, with an item without a person. @returns its id */
export async function aMeeting({ rows }: Side, actor: Actor, database: TestDatabase): Promise<string> {
  const id = newRandomId();
  const meeting = { ...(await rows.build('consultation.meeting')), id };
  const chair = { chair_id: actor.membershipId, chair_person_id: actor.personId };
  await database.admin
    .insertInto('consultation.meeting')
    .values({ ...meeting, ...chair } as never)
    .execute();
  const item = { ...(await rows.build('consultation.item')), id: newId(), meeting_id: id };
  await database.admin
    .insertInto('consultation.item')
    .values(item as never)
    .execute();
  return id;
}

/** Lets two organisations exchange everything a consultation needs, on both sides. */
export async function agreeToConsult(
  database: TestDatabase,
  one: string,
  other: string,
  kinds: readonly string[] = [...CONSULTATION_KINDS, ACTION_REMARK.kind, ...BROUGHT_MESSAGES.map(({ kind }) => kind)],
): Promise<void> {
  const vault = createVault(database.kysely, TEST_KEYS);
  await Promise.all([vault.keysFor(one), vault.keysFor(other)]);
  const terms = { basis: 'voorbeeldafspraak', valid_from: day('2020-01-01'), valid_until: day('2099-01-01') };
  await database.admin
    .insertInto('exchange.agreement')
    .values(
      [
        [one, other],
        [other, one],
      ].flatMap(([tenant_id, counterpart_id]) =>
        kinds.map((kind) => ({
          tenant_id: tenant_id!,
          id: newId(),
          counterpart_id: counterpart_id!,
          kind,
          ...terms,
        })),
      ),
    )
    .execute();
}

/** Something without a person that a participant brought in for a consultation that this person chairs. @returns the message */
export async function aBroughtItem(side: Side, actor: Actor, database: TestDatabase): Promise<string> {
  const meetingId = await aMeeting(side, actor, database);
  const receiver = side.organisation.id;
  const { id: sender } = await anOrganisation(database, 'zorgorganisatie');
  const world = await ExchangeWorld.between(database, sender, receiver);
  const [kind] = BROUGHT_MESSAGES.map((each) => each.kind) as [string];
  await world.agreeBoth(undefined, kind);
  const says = { purpose: 'Voorbeelddoel', topic: `${side.marker} inbreng`, by: 'Noor Fictief' };
  const content = Buffer.from(JSON.stringify(says));
  const { id } = await world.sent({ kind, content, aboutId: meetingId });
  await world.move(receiver, id, 'deliver');
  return id;
}

type Said = Readonly<Record<string, string | number>>;

/** Something of a table of another organisation that was taken in here. */
async function taken(database: TestDatabase, receiver: string, what: 'invitation' | 'action', said: Said) {
  const { id: sender } = await anOrganisation(database, 'zorgorganisatie');
  const world = await ExchangeWorld.between(database, sender, receiver);
  const [kind] = CONSULTATION_KINDS as [string];
  await world.agreeBoth(undefined, kind);
  const [meetingId, aboutId] = [newRandomId(), newRandomId()];
  const says = { ...said, what, meetingId, aboutId };
  const { id } = await world.sent({ kind, content: Buffer.from(JSON.stringify(says)) });
  await world.move(receiver, id, 'deliver');
  await world.move(receiver, id, 'accept');
  await database.admin
    .insertInto('consultation.received')
    .values({
      tenant_id: receiver,
      id,
      organiser_id: sender,
      meeting_id: meetingId,
      what,
      about_id: aboutId,
      taken_in_at: new Date(Date.UTC(2026, 0, 1)),
      taken_in_by_name: 'Noor Fictief',
    })
    .execute();
  return { meetingId, aboutId };
}

/** An invitation of another organisation that was taken in here. @returns the consultation */
export async function aReceivedMeeting(database: TestDatabase, receiver: string, title: string): Promise<string> {
  const when = { onDay: '2099-01-01', atTime: '10:00', place: 'Voorbeeldzaal' };
  const about = { kind: 'care', title, purpose: 'Voorbeelddoel', chairName: 'Noor Fictief' };
  return (await taken(database, receiver, 'invitation', { ...when, ...about })).meetingId;
}

/** An action that another organisation's table asked of this one. @returns how both sides know it */
export async function aReceivedAction(database: TestDatabase, receiver: string, text: string): Promise<string> {
  return (await taken(database, receiver, 'action', { number: 1, text, dueOn: '2099-01-01' })).aboutId;
}
