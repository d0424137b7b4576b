import { expect, it } from 'vitest';
import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import { ROLES, type Role } from '../../src/shared-kernel/role.ts';
import { accessWorld, Caller, CRAWL_PART, promised } from '../support/access-world.ts';
import { testApp } from '../support/app.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { SAMPLES } from '../support/samples.ts';

/** Besides begin, context and commit. What a page costs may not grow with what it shows. */
const MOST = 10;

/** The first who may see a page asks it in every run, and of the others one in three. */
const isAsked = (turn: number): boolean => turn === 1 || turn % CRAWL_PART === 0;

/** The routes that ask more of the database than a page may, as "GET /path as role: n". */
function tooMany(statements: Readonly<Record<string, number>>): string[] {
  return Object.entries(statements).flatMap(([where, n]) => (n > MOST ? [`${where}: ${n}`] : []));
}

it('every page costs at most ten statements, whoever looks', { timeout: 400_000 }, async () => {
  const database = await createDatabase();
  const world = await accessWorld(database);
  const [side, other] = world.sides;
  await world.fill(side);
  await layMandates(database, side.organisation.id);
  const last = { statements: 0 };
  const app = await testApp(database, 'demo', {
    extend: (server) => {
      server.addHook('onResponse', async (request) => {
        last.statements = request.meter.statements;
      });
      const open = { access: 'public', purpose: 'geen', data: ['D0'] } as const;
      server.get('/proef', { config: open }, async (request) => {
        request.meter.statements += MOST + 1;
        return '';
      });
    },
  });
  const turns = new Map<string, number>();
  const statements: Record<string, number> = {};
  const most: Record<string, { statements: number; rol: string }> = {};
  const pages = app.routes.filter(({ method }) => method === 'GET');
  for (const role of [undefined, ...ROLES] as (Role | undefined)[]) {
    const caller = await Caller.of(app, database, role && side.actors[role]);
    for (const route of pages) {
      if (promised(route, role) !== 'in') continue;
      const turn = (turns.get(route.path) ?? 0) + 1;
      turns.set(route.path, turn);
      if (!isAsked(turn)) continue;
      const context = { database, actor: side.actors[role ?? 'medewerker'], side, other };
      const sample = route.config.sample ? await SAMPLES[route.config.sample]!(context) : undefined;
      last.statements = -1;
      await caller.ask(route, sample && { value: sample.own });
      statements[`GET ${route.path} as ${role ?? 'nobody'}`] = last.statements;
      const known = most[route.path];
      if (!known || known.statements < last.statements)
        most[route.path] = { statements: last.statements, rol: role ?? 'niemand' };
    }
  }
  console.table(most);
  expect(Object.values(statements)).not.toContain(-1);
  expect(Object.values(statements).filter((n) => n > 0).length).toBeGreaterThan(50);
  // the route of the trial is the canary: it is over the limit, and nothing else is
  const canary = tooMany(statements).filter((where) => where.startsWith('GET /proef as '));
  expect(canary).toHaveLength([undefined, ...ROLES].filter((_, at) => isAsked(at + 1)).length);
  expect(tooMany(statements).filter((where) => !canary.includes(where))).toEqual([]);
  await app.server.close();
  await world.close();
  await database.close();
});

const MANY = 20;

/** This organisation took over as many as any did, and works in the place of many. */
async function layMandates({ admin }: TestDatabase, holderId: string): Promise<void> {
  const taken = await admin
    .selectFrom('organisations.succession')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .groupBy('successor_id')
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const givers = await admin
    .selectFrom('organisations.organisation')
    .select('id')
    .where('kind', '=', 'gemeente')
    .orderBy('code')
    .limit(MANY + taken.n)
    .execute();
  await admin
    .insertInto('organisations.mandate')
    .values(
      givers.map(({ id }, index) => ({
        tenant_id: id,
        id: newId(),
        holder_id: holderId,
        capability: index < MANY ? 'aanpak' : 'opvolging',
        basis: 'test',
        valid_from: day('2020-01-01'),
        valid_until: day('2099-01-01'),
      })),
    )
    .execute();
}
