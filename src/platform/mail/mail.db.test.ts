import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anActor, anOrganisation, type TestOrganisation } from '../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { addDays, day, type PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { dutchMoment } from '../clock/dutch-moment.ts';
import { enter } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { runDue } from '../runner/run-due.ts';
import { ADDRESS, writeLetter } from './letter.ts';
import { changeMailbox, type MailPreference, unreachableMembers } from './mailbox.ts';
import { DEMO_BOUNCE_DOMAIN, mailWork, oweMail, takeBackMail } from './outbox.ts';
import { deliverMail, type Post, reportBounce, smtpPost } from './post.ts';
import { chooseWeekly, nextWeekly, type WeeklyLetter, weeklyWork } from './weekly-letter.ts';

/** Wednesday. */
const START = day('2031-03-05');
const MINUTE = 60_000;

describe('a letter', () => {
  it('says that something waits and where to sign in, and nothing else', () => {
    const { subject, text, link } = writeLetter('https://in-beeld.example/', '/berichten/1');
    expect(subject).toBe('Er staat iets voor u klaar');
    expect(link).toBe('https://in-beeld.example/berichten/1');
    expect(text).toContain(link);
    expect(`${subject} ${text}`).not.toMatch(
      /mensenhandel|uitbuiting|slachtoffer|aandachtsfunctionaris|K2\.1|signaal|casus/i,
    );
  });
});

describe('mail', () => {
  let database: TestDatabase;
  let place: TestOrganisation;
  let person: Actor;
  const bounces: string[] = [];
  const onBounce = async (_tx: unknown, tenantId: string) => void bounces.push(tenantId);

  beforeEach(async () => {
    place = await anOrganisation(database);
    person = await anActor(database, 'beleidsmedewerker', place);
    bounces.length = 0;
  });

  const wants = (preference: MailPreference, address = `${person.personId}@fictief.invalid`) =>
    enter(database.kysely, { door: 'account' }, (tx) => changeMailbox(tx, person.personId, { address, preference }));
  const owe = (at: Date, reference = newId()) =>
    enter(database.kysely, { door: 'own', tenantId: place.id, at }, (tx, { now }) =>
      oweMail(tx, [{ tenantId: place.id, personId: person.personId, reference, path: `/berichten/${reference}` }], now),
    );
  const states = async () =>
    (
      await database.admin
        .selectFrom('mail.outbox')
        .select(['state', 'due_at', 'attempts'])
        .where('tenant_id', '=', place.id)
        .orderBy('id')
        .execute()
    ).map(({ state }) => state);
  const run = (kind: 'demo' | 'real', until: Date) =>
    runDue(database.kysely, [mailWork({ kind, onBounce })], {
      until,
      wait: true,
      onError: (error) => {
        throw error;
      },
    });

  describe('of a demo', () => {
    beforeAll(async () => {
      database = await createDatabase({ reference: false });
    });
    afterAll(() => database.close());

    const letters = async () =>
      (
        await database.admin
          .selectFrom('mail.demo_letter')
          .select(['path', 'sent_at'])
          .where('to_address', 'like', `${person.personId}%`)
          .orderBy('sent_at')
          .execute()
      ).map(({ path, sent_at }) => `${path} ${sent_at.toISOString()}`);
    const hour = (date: PlainDate, of: number) => dutchMoment(date, of);

    it('goes at once to whoever wants that', async () => {
      await owe(hour(START, 14));
      await run('demo', hour(START, 15));
      expect(await letters()).toEqual([expect.stringMatching(/^\/berichten\/\S+ 2031-03-05T13:00:00.000Z$/)]);
      expect(await states()).toEqual(['sent']);
    });

    it('goes once a day at eight in the morning, everything together, also when the clock changes that night', async () => {
      await wants('dag');
      const saturday = day('2031-03-29');
      for (const of of [9, 13, 22]) await owe(hour(saturday, of));
      await run('demo', hour(saturday, 23));
      expect(await letters()).toEqual([]);
      await run('demo', hour(addDays(saturday, 3), 12));
      expect(await letters()).toEqual(['/overzicht 2031-03-30T06:00:00.000Z']);
      expect((await states()).sort()).toEqual(['joined', 'joined', 'sent']);
    });

    it('does not go to whoever wants none', async () => {
      await wants('uit');
      await owe(hour(START, 14));
      await run('demo', hour(addDays(START, 3), 15));
      expect([await letters(), await states()]).toEqual([[], ['off']]);
    });

    it('is not sent any more about what was read before the daily letter', async () => {
      await wants('dag');
      const reference = newId();
      await owe(hour(START, 14), reference);
      await run('demo', hour(START, 15));
      await enter(database.kysely, { door: 'own', tenantId: place.id }, (tx) =>
        takeBackMail(tx, place.id, [reference]),
      );
      await run('demo', hour(addDays(START, 3), 15));
      expect([await letters(), await states()]).toEqual([[], ['withdrawn']]);
    });

    it('that bounces alarms the organisation once, and the address gets nothing more until it changes', async () => {
      await wants('direct', `${person.personId}${DEMO_BOUNCE_DOMAIN}`);
      await owe(hour(START, 14));
      await run('demo', hour(START, 15));
      await owe(hour(START, 16));
      await run('demo', hour(START, 17));
      expect([await states(), bounces, await letters()]).toEqual([['bounced', 'off'], [place.id], []]);
      const listed = await enter(database.kysely, { door: 'account' }, (tx) =>
        unreachableMembers(tx, place.id, { limit: 100, offset: 0 }),
      );
      expect(listed).toMatchObject({ total: 1, people: [{ membershipId: person.membershipId }] });
      await wants('direct', `${person.personId}.nieuw@fictief.invalid`);
      await owe(hour(START, 18));
      await run('demo', hour(START, 19));
      expect(await letters()).toHaveLength(1);
    });

    it('of several people at one moment goes to each as she wants it', async () => {
      const [direct, daily, none, bouncing] = await Promise.all(
        (['direct', 'dag', 'uit', 'direct'] as const).map(async (preference, at) => {
          const actor = await anActor(database, 'beleidsmedewerker', place);
          const address = `${actor.personId}${at === 3 ? DEMO_BOUNCE_DOMAIN : '@fictief.invalid'}`;
          await enter(database.kysely, { door: 'account' }, (tx) =>
            changeMailbox(tx, actor.personId, { address, preference }),
          );
          return { ...actor, address };
        }),
      );
      const owed = [direct, daily, bouncing, none, daily, direct, bouncing].map((who) => ({
        tenantId: place.id,
        personId: who!.personId,
        reference: newId(),
        path: `/berichten/${who!.personId}`,
      }));
      await enter(database.kysely, { door: 'own', tenantId: place.id, at: hour(START, 14) }, (tx, { now }) =>
        oweMail(tx, owed, now),
      );
      const sent = async () =>
        (
          await database.admin
            .selectFrom('mail.demo_letter')
            .select(['to_address', 'path'])
            .where('to_address', 'in', [direct!.address, daily!.address, none!.address, bouncing!.address])
            .orderBy('sent_at')
            .execute()
        ).map(({ to_address, path }) => [to_address, path]);
      /** Of the mail of one person, in any order: what was owed at one moment has none. */
      const statesOf = async ({ personId }: { readonly personId: string }) =>
        (await database.admin.selectFrom('mail.outbox').select('state').where('person_id', '=', personId).execute())
          .map(({ state }) => state)
          .sort()
          .join();
      const statesNow = () => Promise.all([direct!, daily!, none!, bouncing!].map(statesOf));
      const toDirect = [direct!.address, `/berichten/${direct!.personId}`];
      await run('demo', hour(START, 15));
      expect([await sent(), bounces]).toEqual([[toDirect, toDirect], [place.id]]);
      expect(await statesNow()).toEqual(['sent,sent', 'waiting,waiting', 'off', 'bounced,off']);
      await run('demo', hour(addDays(START, 1), 9));
      expect(await sent()).toEqual([toDirect, toDirect, [daily!.address, '/overzicht']]);
      expect(await statesNow()).toEqual(['sent,sent', 'joined,sent', 'off', 'bounced,off']);
    });

    it('reported as bounced by somebody alarms the organisation once, and says nothing of unknown addresses', async () => {
      const report = (address: string) => reportBounce(database.kysely, address, onBounce);
      expect(await report('niemand@fictief.invalid')).toBe(0);
      expect(await report(` ${person.personId.toUpperCase()}@FICTIEF.invalid`)).toBe(1);
      expect(await report(`${person.personId}@fictief.invalid`)).toBe(0);
      await owe(hour(START, 14));
      await run('demo', hour(START, 15));
      expect([await states(), bounces]).toEqual([['off'], [place.id]]);
    });

    it('keeps a bounced address bounced when only the hour of the mail changes', async () => {
      await wants('direct', `${person.personId}${DEMO_BOUNCE_DOMAIN}`);
      await owe(hour(START, 14));
      await run('demo', hour(START, 15));
      await wants('dag', `${person.personId}${DEMO_BOUNCE_DOMAIN}`);
      await owe(hour(START, 16));
      await run('demo', hour(addDays(START, 2), 17));
      expect(await states()).toEqual(['bounced', 'off']);
    });
  });

  describe('of a real database, to a mail server', () => {
    const taken: { to: string; source: string }[] = [];
    const mood = { recipient: undefined as Error | undefined, message: undefined as Error | undefined };
    const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
    let server: SMTPServer;
    let post: Post;

    beforeAll(async () => {
      database = await createDatabase({ reference: false, kind: 'real' });
      server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS', 'AUTH'],
        onRcptTo: (_address, _session, done) => done(mood.recipient),
        onData(stream, session, done) {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            if (mood.message) return done(mood.message);
            taken.push({
              to: session.envelope.rcptTo.map(({ address }) => address).join(),
              source: Buffer.concat(chunks).toString(),
            });
            done();
          });
        },
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.server.address() as AddressInfo;
      post = smtpPost(`smtp://127.0.0.1:${port}`, 'In Beeld <post@voorbeeld.invalid>');
    });
    afterAll(async () => {
      await new Promise<void>((resolve) => server.close(resolve));
      await database.close();
    });
    beforeEach(() => {
      taken.length = 0;
      mood.recipient = undefined;
      mood.message = undefined;
    });

    const noon = dutchMoment(START, 12);
    const later = (minutes: number) => new Date(noon.getTime() + minutes * MINUTE);
    const trouble: string[] = [];
    const deliver = (at: Date, through = post, weekly?: WeeklyLetter) =>
      deliverMail(database.kysely, {
        post: through,
        ...(weekly && { weekly }),
        baseUrl: 'https://in-beeld.example',
        onBounce,
        onTrouble: (reason) => trouble.push(reason),
        at,
      });
    const ready = async () => {
      await owe(noon);
      await run('real', noon);
    };
    const messageIds = () => taken.map(({ source }) => /^Message-ID: (.+)\r$/im.exec(source)?.[1]);

    it('arrives once, without content, with a link that needs sign-in', async () => {
      await ready();
      expect(await deliver(noon)).toBe(1);
      expect(await deliver(later(60))).toBe(0);
      expect(await states()).toEqual(['sent']);
      expect(taken.map(({ to }) => to)).toEqual([`${person.personId}@fictief.invalid`]);
      const { source } = taken[0]!;
      expect(source).toMatch(/^Subject: Er staat iets voor u klaar\r$/m);
      expect(source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
      expect(source).toContain('https://in-beeld.example/berichten/');
      expect(source).not.toMatch(/mensenhandel|Fictief /i);
      expect(messageIds()[0]).toMatch(/^<[0-9a-f-]{36}@voorbeeld\.invalid>$/);
    });

    it('goes once when several processes deliver at the same moment', async () => {
      for (let count = 0; count < 5; count++) await owe(noon);
      await run('real', noon);
      const sent = await Promise.all([deliver(noon), deliver(noon), deliver(noon)]);
      expect(sent.reduce((sum, each) => sum + each, 0)).toBe(5);
      expect(new Set(messageIds()).size).toBe(5);
      expect(taken).toHaveLength(5);
    });

    it.each([
      ['the server is busy', () => (mood.message = refusal(451, '4.3.0 busy'))],
      ['the server refuses us, not the address', () => (mood.recipient = refusal(550, '5.7.1 relaying denied'))],
    ])('is tried again, ever later, when %s', async (_why, spoil) => {
      spoil();
      await ready();
      await deliver(noon);
      expect(await states()).toEqual(['ready']);
      mood.message = undefined;
      mood.recipient = undefined;
      expect(await deliver(noon)).toBe(0);
      expect(await deliver(later(1))).toBe(1);
      expect([await states(), bounces]).toEqual([['sent'], []]);
    });

    it('is given up after about two days, and that is an alarm', async () => {
      mood.message = refusal(451, '4.3.0 busy');
      await ready();
      let at = noon;
      for (let attempt = 1; attempt <= 8; attempt++) {
        await deliver(at);
        const { due_at } = await database.admin
          .selectFrom('mail.outbox')
          .select('due_at')
          .where('tenant_id', '=', place.id)
          .executeTakeFirstOrThrow();
        at = due_at;
      }
      expect([await states(), bounces]).toEqual([['failed'], [place.id]]);
      expect(at.getTime() - noon.getTime()).toBeGreaterThan(40 * 60 * MINUTE);
    });

    it('marks an address that the other side does not know, and sends nothing more there', async () => {
      mood.recipient = refusal(550, '5.1.1 no such user');
      await ready();
      await deliver(noon);
      expect([await states(), bounces]).toEqual([['bounced'], [place.id]]);
      mood.recipient = undefined;
      await owe(later(5));
      await run('real', later(5));
      await deliver(later(6));
      expect([await states(), taken]).toEqual([['bounced', 'off'], []]);
    });

    it('left in hand by a process that died is taken over after ten minutes, with the same Message-ID', async () => {
      await ready();
      const dying: Post = {
        async hand(letter) {
          await post.hand(letter);
          throw new Error('power cut'); // after the server took it, before we could write that down
        },
      };
      await expect(deliver(noon, dying)).rejects.toThrow('power cut');
      expect(await states()).toEqual(['sending']);
      expect(await deliver(later(9))).toBe(0);
      expect(await deliver(later(10))).toBe(1);
      expect(await states()).toEqual(['sent']);
      expect(messageIds()).toHaveLength(2);
      expect(new Set(messageIds()).size).toBe(1);
    });

    it('holds words only in the weekly letter, and there line by line as they were written', async () => {
      const weekly: WeeklyLetter = {
        ...{ readers: ['beleidsmedewerker'], path: '/praktijk' },
        write: async () => ({ subject: 'Vragen van peers', body: `> Een vraag\n.\n${ADDRESS}/praktijk\n` }),
      };
      await enter(database.kysely, { door: 'account', at: noon }, (tx, { now }) =>
        chooseWeekly(tx, { id: person.personId, tenantId: place.id }, true, now),
      );
      await ready();
      const monday = nextWeekly(noon);
      await runDue(database.kysely, [weeklyWork(weekly), mailWork({ kind: 'real', onBounce, weekly })], {
        ...{ until: monday, wait: true },
        onError: (error) => {
          throw error;
        },
      });
      expect(await deliver(monday, post, weekly)).toBe(2);
      const [notice, letter] = taken.map(({ source }) => source);
      expect(notice).toMatch(/^Subject: Er staat iets voor u klaar\r$/m);
      expect(notice).not.toContain('Een vraag');
      expect(letter).toMatch(/^Subject: Vragen van peers\r$/m);
      expect(letter).toContain('> Een vraag\r\n.\r\nhttps://in-beeld.example/praktijk\r\n');
    });

    it('waits while the server is away', async () => {
      await ready();
      await deliver(noon, smtpPost('smtp://127.0.0.1:9', 'post@voorbeeld.invalid'));
      expect(await states()).toEqual(['ready']);
      expect(trouble.at(-1)).toMatch(/ECONN|ESOCKET/);
      expect(await deliver(later(1))).toBe(1);
    });

    it('puts nothing in the post of a demo', async () => {
      await ready();
      await deliver(noon);
      expect(await database.admin.selectFrom('mail.demo_letter').select('id').execute()).toEqual([]);
    });
  });
});
