import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RouteEntry } from '../../src/platform/http/route-config.ts';
import type { Role } from '../../src/shared-kernel/role.ts';
import { routeTable } from '../support/route-table.ts';

/**
 * Places of shelters are published rows (D0): the database shows them to every organisation, so who may look is for these files and
 * these routes alone. Who reads them in another way is found here.
 */
const STORES = [
  'src/features/shelter/persistence/place-store.ts',
  'src/features/shelter/persistence/place-history-store.ts',
  'src/features/shelter/persistence/free-place-query.ts',
  'src/features/shelter/persistence/night-store.ts',
  'src/features/shelter/persistence/placement-store.ts',
  'src/features/shelter/persistence/contact-store.ts',
  // the demo lays what it shows
  'src/app/seed/shelters.ts',
];
const TABLES = /'shelter\.(place|night_slot|capacity_check|contact)(?: as \w+)?'/;
const READS = /\b(selectFrom|innerJoin|leftJoin|from shelter\.(place|night_slot))\b/;

/** Who reads the free places of other organisations, by the functions that do. */
const READERS = ['freePlaces', 'freeBetween', 'publishedPlace', 'shelterContacts'] as const;
const MAY_READ = [
  'src/features/shelter/persistence/free-place-query.ts',
  'src/features/shelter/persistence/contact-store.ts',
  'src/features/shelter/use-cases/contact.ts',
  'src/features/shelter/use-cases/free-places.ts',
  'src/features/shelter/use-cases/find-place.ts',
  'src/features/shelter/use-cases/what-if.ts',
];
const MAY_LOOK: readonly Role[] = ['comensha-plaatsing', 'politie'];

function wrongReaders(sources: Readonly<Record<string, string>>): string[] {
  return Object.entries(sources).flatMap(([path, text]) => [
    ...(TABLES.test(text) && READS.test(text) && !STORES.includes(path)
      ? [`${path} reads places past their store`]
      : []),
    ...READERS.filter((name) => new RegExp(`\\b${name}\\(`).test(text) && !MAY_READ.includes(path)).map(
      (name) => `${path} asks ${name}`,
    ),
  ]);
}

/** Routes under the address of free places that let in somebody who does not place. */
const wrongRoutes = (routes: readonly RouteEntry[]): string[] =>
  routes
    .filter(({ path }) => path === '/plaatsen' || path.startsWith('/plaatsen/'))
    .filter(
      ({ config: { access } }) => !Array.isArray(access) || access.some((role) => !MAY_LOOK.includes(role as Role)),
    )
    .map(({ method, path }) => `${method} ${path}`);

const sourcesOf = () =>
  Object.fromEntries(
    globSync('src/**/*.{ts,tsx}')
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !/\.test\.tsx?$|\/testing\/|tables\.generated\.ts$/.test(path))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );

describe('free places', () => {
  it('are read by their own store and the use cases of placing alone', () => {
    const sources = sourcesOf();
    expect(Object.keys(sources).length).toBeGreaterThan(300);
    expect(wrongReaders(sources)).toEqual([]);
  });

  it('are shown by the routes of who places alone', async () => {
    const routes = await routeTable();
    expect(routes.filter(({ path }) => path.startsWith('/plaatsen')).length).toBeGreaterThan(8);
    expect(wrongRoutes(routes)).toEqual([]);
  });

  it('canary: another reader and a route that lets in the public are found', () => {
    expect(
      wrongReaders({
        'src/features/insight/persistence/x.ts': "tx.selectFrom('shelter.place')",
        'src/features/shelter/use-cases/y.ts': 'await freePlaces(tx, night)',
      }),
    ).toEqual([
      'src/features/insight/persistence/x.ts reads places past their store',
      'src/features/shelter/use-cases/y.ts asks freePlaces',
    ]);
    const route = (access: RouteEntry['config']['access']): RouteEntry => ({
      method: 'GET',
      path: '/plaatsen/proef',
      config: { access, purpose: 'VA-04', data: ['D1'] },
    });
    expect(wrongRoutes([route('public'), route(['opvang']), route(['comensha-plaatsing'])])).toHaveLength(2);
  });
});
