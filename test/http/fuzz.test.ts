import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openApiOf } from '../../src/app/api.ts';
import type { Trial } from '../../src/app/build-app.ts';
import type { RouteEntry } from '../../src/platform/http/route-config.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { ROLES } from '../../src/shared-kernel/role.ts';
import { type AccessWorld, accessWorld } from '../support/access-world.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { addressOf, type Operation, operationsOf, type Shot, shotsAt } from '../support/fuzz.ts';
import { openGate } from '../support/open-gate.ts';
import { SAMPLES } from '../support/samples.ts';
import { bearerFor } from '../support/token.ts';

/** Shots at each operation; `npm run proof -- fuzz` takes many more, with another seed each time. */
const isWhole = process.env.PROOF_WHOLE === 'true';
const SHOTS = isWhole ? Number(process.env.PROOF_N ?? 2_000) : 40;
const SEED = isWhole ? Math.trunc(Math.random() * 2 ** 31) : 20261201;
/** A pattern that hangs or a walk that doubles takes seconds; a busy machine does not make a request take as long as this. */
const TOO_LONG_MS = 10_000;

interface Shooter {
  readonly name: string;
  readonly actor: Actor | undefined;
  readonly bearer: string | undefined;
}

describe('every operation of the OpenAPI document under fire', () => {
  let database: TestDatabase;
  let world: AccessWorld;
  let app: TestApp;

  beforeAll(async () => {
    database = await createDatabase();
    world = await accessWorld(database);
    for (const side of world.sides) await world.fill(side);
    for (const gate of ['signals', 'registration']) await openGate(database, world.sides[0].organisation.id, gate);
    app = await testApp(database);
  });
  afterAll(async () => {
    await app?.server.close();
    await world?.close();
    await database?.close();
  });

  /** Nobody, somebody with a token that is none, two that may come in, and one that may not. */
  async function shootersAt(route: RouteEntry): Promise<readonly Shooter[]> {
    const { access } = route.config;
    const may = ROLES.filter((role) => access === 'public' || access === 'signed-in' || access.includes(role));
    const mayNot = ROLES.filter((role) => !may.includes(role));
    const roles = [...may.slice(0, 2), ...mayNot.slice(0, 1)];
    const known = roles.map(async (role) => {
      const actor = world.sides[0].actors[role];
      return { name: role, actor, bearer: await bearerFor(database, actor) };
    });
    return [
      { name: 'nobody', actor: undefined, bearer: undefined },
      { name: 'a stranger', actor: undefined, bearer: 'x'.repeat(40) },
      ...(await Promise.all(known)),
    ];
  }

  async function paramsFor({ config }: RouteEntry, { actor }: Shooter): Promise<readonly Record<string, string>[]> {
    const [side, other] = world.sides;
    const sample = await SAMPLES[config.sample ?? '']?.({
      database,
      actor: actor ?? side.actors.medewerker,
      side,
      other,
    });
    const names = Object.keys(config.api?.params?.shape ?? {});
    if (!sample || names.length === 0) return [{}];
    const values = [sample.own, sample.missing, ...(sample.foreign === undefined ? [] : [sample.foreign])];
    return values.map((value) => Object.fromEntries(names.map((name) => [name, value])));
  }

  /** Shoots at these operations and says what went wrong, and how often each answer came. */
  async function fire(
    at: TestApp,
    shots: number,
    isAsked: (path: string) => boolean = () => true,
  ): Promise<{ readonly faults: readonly string[]; readonly met: ReadonlyMap<number, number> }> {
    const document = JSON.parse(JSON.stringify(openApiOf(at.routes, true)));
    const components = document.components.schemas;
    const ajv = new Ajv2020({ strict: false, validateFormats: false, schemas: [{ $id: 'api', ...document }] });
    const checks = new Map<unknown, ReturnType<typeof ajv.compile>>();
    const faults = new Set<string>();
    const met = new Map<number, number>();
    const foreign = world.sides[1].marker;

    /** Whether an answer is as the document says: undefined when it is, else what is wrong with it. */
    function mismatch(schema: object, answer: unknown): string | undefined {
      const made =
        checks.get(schema) ??
        ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')));
      checks.set(schema, made);
      return made(answer) ? undefined : ajv.errorsText(made.errors);
    }

    async function shoot(operation: Operation, shot: Shot, shooter: Shooter): Promise<void> {
      const url = addressOf(operation, shot);
      const begin = performance.now();
      const answer = await at.server.inject({
        method: operation.method as 'GET',
        url,
        headers: {
          'x-forwarded-proto': 'https',
          ...(shooter.bearer && { authorization: `Bearer ${shooter.bearer}` }),
          ...shot.headers,
        },
        ...(shot.payload !== undefined && { payload: shot.payload }),
      });
      const took = performance.now() - begin;
      const { statusCode: status } = answer;
      met.set(status, (met.get(status) ?? 0) + 1);
      const sent = `${shot.what} ${String(shot.payload ?? '').slice(0, 300)}`;
      const fault = (what: string) =>
        faults.add(`${operation.method} ${url.slice(0, 160)} as ${shooter.name}, ${sent}: ${what}`);
      if (took > TOO_LONG_MS) fault('takes more than ten seconds');
      if (status >= 500) fault(`breaks with ${status}`);
      if (answer.body.includes(foreign)) fault('shows what is of another organisation');
      const type = String(answer.headers['content-type'] ?? '');
      if (status >= 400 && !type.startsWith('application/problem+json')) fault(`${status} as ${type}`);
      if (!shooter.actor && !operation.isOpen && status < 400) fault(`lets ${shooter.name} in`);
      // an address with a hostile name in it may be no longer this operation
      if (!operation.answers.has(status) && !(status === 404 && operation.path.includes('{')))
        fault(`answers ${status}, which its description does not know`);
      const schema = operation.answers.get(status);
      const wrong = schema && type.includes('json') && status < 500 ? mismatch(schema, answer.json()) : undefined;
      if (wrong) fault(`${status} is not as described: ${wrong}`);
    }

    for (const operation of operationsOf(document).filter(({ path }) => isAsked(path))) {
      const route = at.routes.find(
        ({ method, path }) => method === operation.method && path.replaceAll(/:(\w+)/g, '{$1}') === operation.path,
      )!;
      const shooters = await shootersAt(route);
      for (const [turn, shooter] of shooters.entries()) {
        // who does not come in is refused before anything is read: a few will do
        const numRuns = shooter.actor && turn < shooters.length - 1 ? shots : Math.ceil(shots / 10);
        for (const params of await paramsFor(route, shooter))
          for (const shot of fc.sample(shotsAt(operation, components, params), { numRuns, seed: SEED + turn }))
            await shoot(operation, shot, shooter);
      }
    }
    return { faults: [...faults], met };
  }

  it('never breaks, never shows what is of another organisation, and answers as it says', {
    timeout: 3_600_000,
  }, async () => {
    const { faults, met } = await fire(app, SHOTS);
    console.log(`schoten per antwoord (zaad ${SEED}): ${JSON.stringify(Object.fromEntries(met))}`);
    expect(faults).toEqual([]);
    // it got through to the deeds too, or it shot at a wall
    for (const [status, least] of [
      [200, 100],
      [201, 10],
      [400, 100],
      [404, 50],
    ] as const)
      expect([status, met.get(status) ?? 0]).toEqual([status, expect.toSatisfy((times: number) => times >= least)]);
    const polluted: Record<string, unknown> = {};
    expect([polluted.isAdmin, polluted.soort, polluted.status]).toEqual([undefined, undefined, undefined]);
  });

  describe('canaries', () => {
    const Body = z.object({ soort: z.string(), merk: z.string().optional() }).meta({ id: 'Proef' });
    const config = {
      access: 'public',
      purpose: 'geen',
      data: ['D0'],
      api: {
        operationId: 'proefOpvragen',
        tags: ['Beschrijving'],
        summary: 'Proef',
        description: 'Proef',
        query: z.object({ q: z.string().optional() }),
        responses: { 200: { description: 'Proef', schema: Body } },
      },
    } as const;

    it.each([
      [
        'breaks on a long text',
        /breaks with 500/,
        (q: string) => {
          if (q.length > 100) throw new Error('broken');
          return { soort: 'plek' };
        },
      ],
      ['answers otherwise than it says', /200 is not as described/, () => ({ soort: 1 })],
      ['shows what is of another', /another organisation/, () => ({ soort: world.sides[1].marker })],
    ] as const)('an operation that %s is caught', async (_name, fault, answer) => {
      const extend: Trial['extend'] = (server) => {
        server.get('/api/v1/proef', { config }, async (request) =>
          answer(String((request.query as { readonly q?: unknown }).q ?? '')),
        );
      };
      const trial = await testApp(database, 'demo', { extend });
      const { faults } = await fire(trial, 40, (path) => path === '/api/v1/proef');
      await trial.server.close();
      expect(faults.join('\n')).toMatch(fault);
    });
  });
});
