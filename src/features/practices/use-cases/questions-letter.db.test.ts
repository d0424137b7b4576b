import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anActor, anOrganisation, type TestOrganisation } from '../../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { enter } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { changeMailbox } from '../../../platform/mail/mailbox.ts';
import { mailWork } from '../../../platform/mail/outbox.ts';
import { deliverMail } from '../../../platform/mail/post.ts';
import { chooseWeekly, nextWeekly, weeklyWork } from '../../../platform/mail/weekly-letter.ts';
import { runDue } from '../../../platform/runner/run-due.ts';
import { day } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { QUESTIONS_LETTER } from './questions-letter.ts';

const WEDNESDAY = new Date('2031-03-05T11:00:00Z');
const THURSDAY = new Date('2031-03-06T11:00:00Z');
const MONDAY = new Date('2031-03-10T07:00:00Z');
const SECOND_MONDAY = new Date('2031-03-17T07:00:00Z');

describe('the hour of the weekly letter', () => {
  it('is the next Monday at eight in the Netherlands, also when the clock changes the night before', () => {
    expect(nextWeekly(WEDNESDAY)).toEqual(MONDAY);
    expect(nextWeekly(new Date(MONDAY.getTime() - 1))).toEqual(MONDAY);
    expect(nextWeekly(MONDAY)).toEqual(SECOND_MONDAY);
    expect(nextWeekly(new Date('2031-03-28T11:00:00Z'))).toEqual(new Date('2031-03-31T06:00:00Z'));
  });
});

describe.each(['demo', 'real'] as const)('the weekly letter of a %s', (kind) => {
  let database: TestDatabase;
  let desk: TestOrganisation;
  let place: TestOrganisation;
  let person: Actor;
  const sent: { to: string; text: string }[] = [];

  beforeAll(async () => {
    database = await createDatabase({ reference: false, kind });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    for (const table of [
      'practices.acceptance',
      'practices.answer',
      'practices.question',
      'mail.subscription',
    ] as const)
      await database.admin.deleteFrom(table).execute();
    await database.admin.deleteFrom('mail.outbox').execute();
    await database.admin.deleteFrom('mail.demo_letter').execute();
    sent.length = 0;
    desk = await anOrganisation(database, 'vng');
    place = await anOrganisation(database);
    person = await anActor(database, 'aandachtsfunctionaris', place);
  });

  const choose = (wants: boolean, at = WEDNESDAY) =>
    enter(database.kysely, { door: 'account', at }, (tx, { now }) =>
      chooseWeekly(tx, { id: person.personId, tenantId: place.id }, wants, now),
    );
  const publish = async (title: string, at: Date) => {
    const id = newId();
    await database.admin
      .insertInto('practices.question')
      .values({
        ...{ tenant_id: desk.id, id, source_id: place.id, title, text: `De hele vraag.\nOok regel twee van ${title}.` },
        ...{ element: null, asked_on: day('2031-03-01'), answer_by: day('2031-03-05'), published_at: at },
      })
      .execute();
    return id;
  };
  const answer = async (questionId: string, text: string, at: Date) => {
    const id = newId();
    await database.admin
      .insertInto('practices.answer')
      .values({ tenant_id: desk.id, id, question_id: questionId, source_id: desk.id, text, published_at: at })
      .execute();
    return id;
  };
  const onBounce = async () => {};
  const decide = (until: Date) =>
    runDue(database.kysely, [weeklyWork(QUESTIONS_LETTER), mailWork({ kind, onBounce, weekly: QUESTIONS_LETTER })], {
      until,
      wait: true,
      onError: (error) => {
        throw error;
      },
    });
  const handOver = (at: Date) =>
    deliverMail(database.kysely, {
      post: {
        hand: async ({ to, text }) => {
          sent.push({ to, text });
          return { outcome: 'taken' };
        },
      },
      ...{ baseUrl: 'https://in-beeld.example/', onBounce, weekly: QUESTIONS_LETTER, at },
    });
  /** Everything up to this moment, and what arrived of it. */
  const run = async (until: Date): Promise<readonly string[]> => {
    await decide(until);
    if (kind === 'real') await handOver(until);
    else
      sent.push(
        ...(await database.admin.selectFrom('mail.demo_letter').selectAll().orderBy('sent_at').execute())
          .map(({ to_address, body }) => ({ to: to_address, text: body! }))
          .slice(sent.length),
      );
    return sent.map(({ text }) => text);
  };
  const states = async () =>
    (await database.admin.selectFrom('mail.outbox').select('state').orderBy('due_at').execute()).map(
      ({ state }) => state,
    );

  it('holds the whole question and what helped, with a link and where to turn it off', async () => {
    await choose(true);
    const id = await publish('Hoe oefent u?', THURSDAY);
    await answer(id, 'Wij oefenden in mei.', new Date('2031-03-07T09:00:00Z'));
    const helped = await answer(id, 'Wij oefenden met politie.', new Date('2031-03-07T08:00:00Z'));
    await database.admin
      .insertInto('practices.acceptance')
      .values({ tenant_id: place.id, question_id: id, answer_id: helped, accepted_on: day('2031-03-08') })
      .execute();
    const [text, ...others] = await run(MONDAY);
    expect(others).toEqual([]);
    expect(sent[0]!.to).toBe(`${person.personId}@fictief.invalid`);
    expect(text).toContain('Hoe oefent u?');
    expect(text).toContain('> De hele vraag.\n> Ook regel twee van Hoe oefent u?.');
    expect(text).toContain(`Dit hielp, van ${desk.name}:\n> Wij oefenden met politie.`);
    expect(text).not.toContain('in mei');
    expect(text).toContain('Er is nog 1 antwoord.');
    const base = kind === 'real' ? 'https://in-beeld.example' : '{adres}';
    expect(text).toContain(`${base}/praktijk/vragen/${id}`);
    expect(text).toContain(`${base}/voorkeuren`);
    expect(text).toContain('omdat u daar zelf om vroeg');
  });

  it('goes to nobody who did not ask, stopped asking, or reads no questions any more', async () => {
    await publish('Van deze week', THURSDAY);
    expect(await run(MONDAY)).toEqual([]);
    await choose(true);
    await choose(false);
    expect(await run(MONDAY)).toEqual([]);
    await choose(true);
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: day('2031-03-09') })
      .where('id', '=', person.membershipId)
      .execute();
    expect(await run(MONDAY)).toEqual([]);
    expect(await database.admin.selectFrom('mail.subscription').selectAll().execute()).toEqual([]);
  });

  it('goes once a week with what is new since, and not when there is nothing', async () => {
    await choose(true);
    await publish('Van vóór de keuze', new Date('2031-03-04T11:00:00Z'));
    expect(await run(MONDAY)).toEqual([]);
    expect(await states()).toEqual([]);
    const id = await publish('Van de tweede week', new Date('2031-03-11T11:00:00Z'));
    expect(await run(new Date(SECOND_MONDAY.getTime() - 1))).toEqual([]);
    expect(await run(SECOND_MONDAY)).toHaveLength(1);
    await answer(id, 'Het eerste antwoord.', new Date('2031-03-18T11:00:00Z'));
    expect(await run(new Date('2031-03-23T07:00:00Z'))).toHaveLength(1);
    const letters = await run(new Date('2031-03-24T07:00:00Z'));
    expect(letters).toHaveLength(2);
    expect(letters[1]).toContain('Van de tweede week');
    await answer(id, 'Nog een antwoord.', new Date('2031-03-25T11:00:00Z'));
    expect(await run(new Date('2031-04-14T07:00:00Z'))).toHaveLength(2);
  });

  it('comes at its own hour, by its own choice, whenever she wants other mail', async () => {
    for (const preference of ['uit', 'dag'] as const) {
      await enter(database.kysely, { door: 'account' }, (tx) =>
        changeMailbox(tx, person.personId, { address: `${person.personId}@fictief.invalid`, preference }),
      );
      await choose(true);
      await publish(`Bij ${preference}`, preference === 'uit' ? THURSDAY : new Date('2031-03-13T11:00:00Z'));
      await run(preference === 'uit' ? MONDAY : SECOND_MONDAY);
    }
    expect(sent).toHaveLength(2);
    expect(await states()).toEqual(['sent', 'sent']);
  });

  it('holds ten questions and then where the rest stands', async () => {
    await choose(true);
    for (let index = 0; index < 12; index++) await publish(`Vraag ${index}.`, THURSDAY);
    const [text] = await run(MONDAY);
    expect(text!.match(/^> De hele vraag\.$/gm)).toHaveLength(10);
    expect(text).toContain('Er zijn nog 2 vragen:');
  });

  it('is one, also when its round is killed after each step and done again', async () => {
    await choose(true);
    await publish('Eén keer', THURSDAY);
    const steps = weeklyWork(QUESTIONS_LETTER);
    const item = { kind: steps.kind, tenantId: place.id, id: person.personId, dueAt: MONDAY, personId: null };
    for (const survives of [1, 2]) {
      let step = 0;
      const dying = steps.run(
        item,
        (door, deed) => {
          if (step++ === survives) throw new Error('power cut');
          return enter(database.kysely, { door, tenantId: place.id, at: MONDAY }, deed);
        },
        () => {},
      );
      await expect(dying).rejects.toThrow('power cut');
    }
    expect(await run(MONDAY)).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  it('is one, also when two processes are at it', async () => {
    await choose(true);
    await publish('Eén keer', THURSDAY);
    await Promise.all([decide(MONDAY), decide(MONDAY)]);
    expect(await run(MONDAY)).toHaveLength(1);
  });

  if (kind === 'real')
    it('leaves out what was withdrawn before it was handed over, and stores no words', async () => {
      await choose(true);
      const gone = await publish('Ingetrokken', THURSDAY);
      const stays = await publish('Blijft staan', THURSDAY);
      await decide(MONDAY);
      expect(await states()).toEqual(['ready']);
      expect(JSON.stringify(await database.admin.selectFrom('mail.outbox').selectAll().execute())).not.toMatch(
        /Ingetrokken|Blijft|hele vraag/,
      );
      await database.admin.deleteFrom('practices.question').where('id', '=', gone).execute();
      await handOver(MONDAY);
      expect(sent[0]!.text).toContain('Blijft staan');
      expect(sent[0]!.text).not.toContain('Ingetrokken');
      await choose(true);
      await publish('Ook weg', new Date('2031-03-12T11:00:00Z'));
      await decide(SECOND_MONDAY);
      await database.admin.deleteFrom('practices.question').where('id', '<>', stays).execute();
      await handOver(SECOND_MONDAY);
      expect([sent.length, await states()]).toEqual([1, ['sent', 'withdrawn']]);
    });

  if (kind === 'real')
    it('is not handed over to whoever turned it off that morning', async () => {
      await choose(true);
      await publish('Te laat', THURSDAY);
      await decide(MONDAY);
      await choose(false);
      await handOver(MONDAY);
      expect([sent, await states()]).toEqual([[], ['off']]);
    });
});
