import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Trial } from '../../src/app/build-app.ts';
import { ROLES } from '../../src/shared-kernel/role.ts';
import { type AccessWorld, accessWorld, Caller, CRAWL_PART } from '../support/access-world.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { ATTACKS, attackQueries, type Crawl, newCrawl, sendForm, visitEverything } from '../support/crawler.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const TIMEOUT = 900_000;

describe('every page and every form, as every role and as nobody', () => {
  let database: TestDatabase;
  let world: AccessWorld;

  beforeAll(async () => {
    database = await createDatabase();
    world = await accessWorld(database);
    await world.fill(world.sides[0]);
    // lists lead to them, and nobody sealed what they say
    for (const table of ['inspection_check', 'inspection_partner', 'inspection', 'closure'] as const)
      await database.admin.deleteFrom(`signals.${table}`).execute();
    await database.admin.deleteFrom('registration.call').execute();
  });
  afterAll(async () => {
    await world?.close();
    await database?.close();
  });

  async function crawled(run: (app: TestApp, crawl: Crawl) => Promise<void>, extend?: Trial['extend']): Promise<Crawl> {
    const app = await testApp(database, 'demo', extend ? { extend } : {});
    const crawl = newCrawl();
    await run(app, crawl);
    await app.server.close();
    return crawl;
  }
  const callers = (app: TestApp) =>
    Promise.all([undefined, ...ROLES].map((role) => Caller.of(app, database, role && world.sides[0].actors[role])));

  it('answers every form, empty, hostile and twice, with words beside the field or a page that is there', {
    timeout: TIMEOUT,
  }, async () => {
    const crawl = await crawled(async (app, sofar) => {
      const attacked = new Map<string, number>();
      for (const caller of await callers(app))
        for (const form of await visitEverything(app, caller, sofar)) {
          // what a form does with bad input does not depend on who sends it; that it is answered does
          const key = `${form.action} ${form.fields.map(([name]) => name).join()}`;
          const turn = attacked.get(key) ?? 0;
          attacked.set(key, turn + 1);
          // in every run each attack meets a third of the forms, and each form a third of the people who have it
          const attacks = Object.keys(ATTACKS).filter((_, at) => (at + attacked.size) % CRAWL_PART === 0);
          if (turn === 0) await sendForm(app, caller, form, new Set(['empty', 'sixty scripts', ...attacks]), sofar);
          else if (turn % CRAWL_PART === 0) await sendForm(app, caller, form, new Set(['empty']), sofar);
        }
      // what was stored by an attack is shown, and still harmless
      for (const caller of await callers(app)) await visitEverything(app, caller, sofar);
    });
    expect(crawl.faults).toEqual([]);
    expect([...crawl.pages]).toEqual(
      expect.arrayContaining(['/', '/overzicht', '/aanpak', '/aanpak/K2.1', '/monitor', '/sessies']),
    );
    expect([...crawl.forms]).toEqual(expect.arrayContaining(['/aanpak/K2.1', '/uitloggen', '/sessies/beeindigen']));
    expect([...crawl.explained]).toContain('/aanpak/K2.1');
    expect(crawl.sent).toBeGreaterThan(200);
  });

  it('answers hostile addresses without breaking or giving them back', { timeout: TIMEOUT }, async () => {
    const crawl = await crawled(async (app, sofar) => {
      for (const role of [undefined, 'beleidsmedewerker', 'beheerder'] as const)
        await attackQueries(app, await Caller.of(app, database, role && world.sides[0].actors[role]), sofar);
    });
    expect(crawl.faults).toEqual([]);
    expect(crawl.sent).toBeGreaterThan(1000);
  });

  describe('canaries', () => {
    const open = { access: 'public', purpose: 'geen', data: ['D0'] } as const;
    const page = (form: string) => `<!doctype html><title>Proef</title><main>${form}</main>`;

    async function faultsOf(extend: NonNullable<Trial['extend']>): Promise<string> {
      const crawl = await crawled(async (app, sofar) => {
        const caller = await Caller.of(app, database, world.sides[0].actors.medewerker);
        const start = { on: '/proef', action: '/proef', isMultipart: false, visible: new Set(['naam']) };
        await sendForm(
          app,
          caller,
          {
            ...start,
            fields: [
              ['_csrf', 'x'],
              ['_sleutel', 'sleutel-van-de-proef'],
              ['naam', 'a'],
            ],
          },
          new Set(Object.keys(ATTACKS)),
          sofar,
        );
      }, extend);
      return crawl.faults.join('\n');
    }

    it.each([
      [
        'breaks',
        /breaks with 500/,
        () => {
          throw new Error('broken');
        },
      ],
      [
        'echoes',
        /unescaped/,
        (body: Record<string, string>) => [400, page(`<form action="/proef">${body.naam}</form>`)],
      ],
      ['forgets its form', /400 without the form/, () => [400, page('')]],
      ['counts no errors', /the title counts no errors/, () => [400, page('<form action="/proef"></form>')]],
      [
        'ties no error to its field',
        /is not tied to it/,
        () => [400, page('<form action="/proef"><input name="naam" aria-invalid="true"></form>')],
      ],
      ['accepts without a word', /answers 200/, () => [200, page('')]],
    ] as const)('a form that %s is caught', async (_name, fault, answer) => {
      const faults = await faultsOf((app) => {
        app.post('/proef', { config: { ...open, action: 'test.try' } }, async (request, reply) => {
          const [status, html] = answer(request.body as Record<string, string>) as [number, string];
          return reply.code(status).type('text/html').send(html);
        });
      });
      expect(faults).toMatch(fault);
    });

    it('a form that does twice what was sent twice is caught', async () => {
      const times = { n: 0 };
      const faults = await faultsOf((app) => {
        app.post('/proef', { config: { ...open, action: 'test.try' } }, async (_request, reply) => {
          times.n += 1;
          return reply.redirect(`/gemeenten?n=${times.n}`, 303);
        });
      });
      expect(faults).toMatch(/twice: first to \/gemeenten\?n=1, then 303 \/gemeenten\?n=2/);
    });

    it('a form that needs no token is caught', async () => {
      const faults = await faultsOf((app) => {
        app.post('/proef', { config: { ...open, action: 'test.try', csrf: false } }, async (_request, reply) =>
          reply.redirect('/nergens', 303),
        );
      });
      expect(faults).toMatch(/leads to \/nergens, which gives 404/);
    });
  });
});
