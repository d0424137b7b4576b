import { constants, inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteEntry } from '../../src/platform/http/route-config.ts';
import { ROLES } from '../../src/shared-kernel/role.ts';
import { type AccessWorld, accessWorld, ENDS_SESSION, isApi, promised } from '../support/access-world.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { FORMULAS, SCRIPTS } from '../support/hostile-texts.ts';
import { SAMPLES } from '../support/samples.ts';
import { asTyped, whatRuns } from '../support/what-runs.ts';

/** Every text as often as the other, the formulas among the scripts. NUL-like and line ends are taken out by forms, and stay here. */
const TEXTS = SCRIPTS.flatMap((text, at) => (at % 5 === 0 ? [text, FORMULAS[(at / 5) % FORMULAS.length]!] : [text]));
/** In every run one person of those who may look; in the proof all of them. */
const LOOKERS = process.env.PROOF_WHOLE === 'true' ? ROLES.length : 1;

const FORMULA = /^\s*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;
/** What a PDF has when it does something: a script, another program, an address that runs. */
const PDF_DEEDS = /\/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile|SubmitForm)\b|\/URI\s*\(\s*javascript/i;

/** What a PDF says of its objects, those that are packed together too; pictures and letters on the page are no objects. */
function objectsOf(bytes: Buffer): string {
  const packed: string[] = [];
  const open = bytes
    .toString('latin1')
    .replaceAll(/<<(?:[^<>]|<<[^<>]*>>|<[^<>]*>)*>>\s*stream\r?\n([\s\S]*?)endstream/g, (all, body) => {
      const head = all.slice(0, all.length - body.length);
      if (/\/ObjStm\b/.test(head))
        packed.push(
          inflateSync(Buffer.from(body, 'latin1'), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'),
        );
      return head;
    });
  return [open, ...packed].join('\n');
}

/** The cells of comma-separated text (RFC 4180). */
function cellsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

/** What is wrong with an answer in which sixty attacks and twelve formulas may stand. */
function faultsIn(type: string, body: string, bytes: Buffer): readonly string[] {
  if (type.startsWith('text/html')) return whatRuns(body, documentOf({ body } as never));
  if (type.startsWith('text/csv'))
    return cellsOf(body).flatMap((cell) => (FORMULA.test(cell) ? [`a cell that is run: ${cell.slice(0, 60)}`] : []));
  if (type.startsWith('application/pdf')) return PDF_DEEDS.exec(objectsOf(bytes)) ?? [];
  if (/officedocument|zip/.test(type))
    return Object.entries(unzipSync(new Uint8Array(bytes))).flatMap(([name, part]) => {
      if (!/\.(xml|rels|html?|svg)$/.test(name)) return [];
      const text = strFromU8(part);
      const raw = asTyped(text);
      const leads = /Target="(?:javascript|data|vbscript):/i.exec(text) ?? [];
      return [...raw, ...leads, ...(/<f>/.test(text) && name.startsWith('xl/') ? ['a formula'] : [])].map(
        (what) => `${name}: ${what}`,
      );
    });
  return [];
}

describe('what somebody typed, wherever it is kept', () => {
  let database: TestDatabase;
  let world: AccessWorld;
  let app: TestApp;
  const turn = { at: 0 };

  beforeAll(async () => {
    database = await createDatabase();
    world = await accessWorld(database, () => TEXTS[turn.at++ % TEXTS.length]!);
    await world.fill(world.sides[0]);
    app = await testApp(database);
  });
  afterAll(async () => {
    await app?.server.close();
    await world?.close();
    await database?.close();
  });

  async function addressFor(route: RouteEntry, role: (typeof ROLES)[number]): Promise<string | undefined> {
    if (!route.path.includes(':')) return route.path;
    const [side, other] = world.sides;
    const sample = await SAMPLES[route.config.sample ?? '']?.({ database, actor: side.actors[role], side, other });
    return sample && route.path.replaceAll(/:\w+/g, encodeURIComponent(sample.own));
  }

  it('runs in no page, list, letter, PDF, Word file, package or spreadsheet (SEC-21, SEC-23)', {
    timeout: 1_800_000,
  }, async () => {
    expect(turn.at).toBeGreaterThan(SCRIPTS.length * 5);
    const faults = new Set<string>();
    const kinds = new Map<string, number>();
    const shown = new Set<string>();
    const routes = app.routes.filter(
      (route) => route.method === 'GET' && !isApi(route) && !ENDS_SESSION.has(route.path),
    );
    for (const [at, route] of routes.entries()) {
      const may = ROLES.filter((role) => promised(route, role) === 'in');
      for (let turn = 0; turn < Math.min(LOOKERS, may.length); turn++) {
        const role = may[(at + turn) % may.length]!;
        const url = await addressFor(route, role);
        if (url === undefined) continue;
        const visitor = await app.visitor(world.sides[0].actors[role]);
        const answer = await visitor.get(url);
        const type = String(answer.headers['content-type'] ?? '');
        const kind = type.split(';')[0]!;
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        for (const [, n] of answer.body.matchAll(/kraak(?:[(`]|\.invalid\/)(\d+)/g)) shown.add(n!);
        for (const fault of faultsIn(type, answer.body, answer.rawPayload)) faults.add(`${url} as ${role}: ${fault}`);
        if (answer.statusCode >= 500) faults.add(`${url} as ${role}: breaks with ${answer.statusCode}`);
      }
    }
    console.log(`gezien: ${JSON.stringify(Object.fromEntries(kinds))}; ${shown.size} van de aanvallen kwamen terug`);
    expect([...faults]).toEqual([]);
    // nearly all of them came back somewhere, as text: there was something to see
    expect(shown.size).toBeGreaterThan(50);
    expect([...kinds.keys()]).toEqual(expect.arrayContaining(['text/html', 'text/csv', 'application/pdf']));
  });

  it.each(
    SCRIPTS.filter((text) => text.includes('<') && !text.startsWith('&')),
  )('canary: %s is seen when it comes back as it is', (text) => {
    const body = `<!doctype html><title>x</title><main><p title="a">${text}</p></main>`;
    expect(faultsIn('text/html', body, Buffer.from(body))).not.toEqual([]);
  });

  it.each([
    ['an event', '<p onclick="x()">x</p>'],
    ['an address that runs', '<a href=" java\nscript:x()">x</a>'],
    ['a script of elsewhere', '<script src="https://kraak.invalid/x.js"></script>'],
    ['a page in the page', '<iframe src="/"></iframe>'],
  ])('canary: %s is seen', (_name, markup) => {
    const body = `<!doctype html><title>x</title><main>${markup}</main>`;
    expect(faultsIn('text/html', body, Buffer.from(body))).not.toEqual([]);
  });

  it.each(FORMULAS)('canary: %j is seen in a spreadsheet', (text) => {
    expect(faultsIn('text/csv', `a,b\r\n"${text.replaceAll('"', '""')}",x\r\n`, Buffer.alloc(0))).not.toEqual([]);
  });

  it('canary: a PDF that does something is seen', () => {
    expect(faultsIn('application/pdf', '', Buffer.from('<< /OpenAction << /S /JavaScript /JS (x) >> >>'))).not.toEqual(
      [],
    );
  });
});
