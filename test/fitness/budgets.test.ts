import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Assets, build } from '../../scripts/build.ts';
import { COUNTRY_SIZES } from '../../src/app/seed/country.ts';
import { seedDemo } from '../../src/app/seed/demo.ts';
import { HELP_LANGUAGES, HELP_START, helpListOf, helpStartOf } from '../../src/features/information/domain/help.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { LANGUAGES } from '../../src/shared-kernel/language.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { addressOf, PUBLIC_PAGES, type PublicPage } from '../../src/ui/public-pages.ts';
import { TEST_KEYS, type TestApp, testApp, Visitor } from '../support/app.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const root = resolve(import.meta.dirname, '../..');
/** What each may weigh, in kB of 1000 bytes after gzip; a font is compressed already. docs/architecture.md, section 9. */
const BUDGETS = { css: 28, publicScript: 6, workScript: 12, font: 40 } as const;
const FIRST_VIEW = 60;
/** What everybody may read, on a telephone with little data: less than what is worked with. */
const PUBLIC_FIRST_VIEW = 45;
const MONITOR = 20;
const MONITOR_VIEWS = [
  '/monitor',
  '/monitor?onderdeel=K5.1&trend=jaar',
  '/monitor?onderdeel=K1.1&tabel=alle&pagina=3',
  '/monitor?onderdeel=K1.1&stand=geregeld',
] as const;

const kB = (bytes: number) => Math.round(bytes / 100) / 10;
const zipped = (content: string | Buffer) => kB(gzipSync(content).length);

/** What is too heavy; each a line with its number. */
function overweight(weights: Readonly<Record<string, number>>, budgets: Readonly<Record<string, number>>): string[] {
  return Object.entries(weights)
    .filter(([name, weight]) => weight > (budgets[name] ?? FIRST_VIEW))
    .map(([name, weight]) => `${name}: ${weight} kB, may be ${budgets[name] ?? FIRST_VIEW}`);
}

describe('what a page weighs', () => {
  const assets: Partial<Record<keyof typeof BUDGETS, number>> = {};
  let database: TestDatabase;
  let app: TestApp;

  beforeAll(async () => {
    await build();
    const built = JSON.parse(readFileSync(join(root, 'dist/assets.json'), 'utf8')) as Assets;
    for (const name of ['css', 'publicScript', 'workScript', 'font'] as const) {
      const file = readFileSync(join(root, 'dist', built[name]!));
      assets[name] = name === 'font' ? kB(file.length) : zipped(file);
    }
    database = await createDatabase();
    // the years of the seed `land`, with one command a year: what a page shows does not grow with the log
    await seedDemo(
      database.admin,
      database.kysely,
      {
        country: { years: COUNTRY_SIZES.land.years, commands: 1, signals: 0 },
        seed: 1,
        vault: createVault(database.kysely, TEST_KEYS),
      },
      () => {},
    );
    app = await testApp(database);
    // weighed with its numbers in it
    const visitor = await app.visitor();
    while ((await visitor.get(PUBLIC_PAGES.estimating.nl)).headers.refresh);
    return () => database.close();
  }, 300_000);

  it('keeps style, scripts and font within their budgets', () => {
    console.log(`gzipped, in kB: ${JSON.stringify(assets)}`);
    expect(Object.values(assets).every((weight) => weight > 1)).toBe(true);
    expect(overweight(assets, BUDGETS)).toEqual([]);
  });

  it('shows the first view of a public page within 45 kB, of every other within 60 kB, and the monitor within 20 kB of HTML', async () => {
    const visitor = await app.visitor();
    const publicPages = LANGUAGES.flatMap((language) =>
      (Object.keys(PUBLIC_PAGES) as PublicPage[])
        .filter((page) => page !== 'registered') // nothing was released here
        .map((page) => addressOf(page, language, 'GM0014')),
    );
    const everyPublicPage = [
      ...publicPages,
      HELP_START,
      ...HELP_LANGUAGES.flatMap((language) => [helpStartOf(language), helpListOf(language)]),
    ];
    const adviser = await someone('vng-adviseur');
    const officer = await someone('aandachtsfunctionaris');
    const html: Record<string, number> = {};
    for (const [who, paths] of [
      [visitor, [...everyPublicPage, '/demo', '/demo/onderdelen']],
      [officer, ['/overzicht', '/aanpak', '/aanpak/K2.1', '/sessies']],
      [adviser, MONITOR_VIEWS],
    ] as const) {
      for (const path of paths) {
        const page = await who.get(path);
        expect([path, page.statusCode]).toEqual([path, 200]);
        html[path] = zipped(page.body);
      }
    }
    const views = Object.fromEntries(
      Object.entries(html).map(([path, weight]) => [path, kB(1000 * (weight + assets.css! + assets.workScript!))]),
    );
    console.log(`HTML gzipped, in kB: ${JSON.stringify(html)}`);
    console.log(`first view, in kB: ${JSON.stringify(views)}`);
    const light = Object.fromEntries(everyPublicPage.map((path) => [path, PUBLIC_FIRST_VIEW]));
    expect(overweight(views, light)).toEqual([]);
    const monitor = Object.fromEntries(MONITOR_VIEWS.map((path) => [path, html[path]!]));
    expect(overweight(monitor, Object.fromEntries(MONITOR_VIEWS.map((path) => [path, MONITOR])))).toEqual([]);
  });

  it('is weighed: something too heavy is seen', () => {
    const noise = Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * index * 31) % 251));
    expect(overweight({ css: 28.1, font: 40 }, BUDGETS)).toEqual(['css: 28.1 kB, may be 28']);
    expect(overweight({ '/demo': 60.1 }, {})).toHaveLength(1);
    expect(overweight({ '/': 45.1 }, { '/': PUBLIC_FIRST_VIEW })).toHaveLength(1);
    expect(zipped(noise)).toBeGreaterThan(0.1);
  });

  /** Somebody of the demo in this role. */
  async function someone(role: Role): Promise<Visitor> {
    const answer = await (await app.visitor()).post('/demo/aanmelden', { rol: role });
    return new Visitor(app.server, String(answer.headers['set-cookie']).split(';')[0]);
  }
});
