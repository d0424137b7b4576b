import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessPage } from '../../scripts/gen-access-docs.ts';
import {
  addressesPage,
  type DescribedRoute,
  generatedDocs,
  refusalsPage,
  registerPage,
} from '../../scripts/gen-docs.ts';
import { REFUSAL_MEANINGS } from '../../scripts/refusal-meanings.ts';
import { ACCESS_ROWS } from '../../src/app/access-matrix.ts';
import { describeRoutes } from '../../src/app/describe-routes.ts';
import { REFUSALS } from '../../src/app/refusals.ts';
import { TABLES } from '../../src/app/tables.ts';
import type { RouteEntry } from '../../src/platform/http/route-config.ts';
import { routeTable } from '../support/route-table.ts';
import { parse } from './borders/source-rules.ts';
import { codesIn, type RefusalCode } from './refusal-codes.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((path) => !/\.test\.tsx?$|\/testing\//.test(path));

describe('the generated pages', () => {
  let routes: readonly RouteEntry[];
  let described: readonly DescribedRoute[];
  beforeAll(async () => {
    routes = await routeTable();
    described = describeRoutes(routes);
  });

  it.each([
    'docs/adressen.md',
    'docs/foutcodes.md',
    'docs/register.md',
    'docs/toegang.md',
    'docs/signalen.md',
    'docs/zorgtermijnen.md',
  ])('%s is what the code says: npm run gen', (file) => {
    expect(read(file)).toBe(generatedDocs(described)[file]);
  });

  it('describe every route with who, what for, which data, parameters and fields', () => {
    expect(described.length).toBe(routes.length);
    const [form] = described.filter(({ methode, pad }) => methode === 'POST' && pad === '/aanpak/K2.1');
    expect(form).toMatchObject({
      rollen: expect.arrayContaining(['aandachtsfunctionaris']),
      doel: 'VA-11',
      gegevensklassen: ['D1'],
      parameters: [],
      velden: expect.arrayContaining(['aandachtsfunctionaris', 'geldigTot']),
      soort: 'page',
      alleenVoorbeeldomgeving: false,
    });
    const one = described.filter(({ pad }) => pad === '/api/v1/gemeenten/:code');
    expect(one).toMatchObject([{ methode: 'GET', rollen: 'iedereen', parameters: ['code'], soort: 'api' }]);
    expect(described.filter(({ pad }) => pad === '/demo/klok').map((each) => each.alleenVoorbeeldomgeving)).toEqual([
      true,
      true,
    ]);
  });

  it('canary: a route, a code and a column that are new change their page', () => {
    const [first] = described;
    expect(addressesPage([...described, { ...first!, pad: '/proef' }])).not.toBe(addressesPage(described));
    expect(refusalsPage({ ...REFUSALS, proef: { title: 'a', what: 'b' } })).not.toBe(refusalsPage());
    const table = TABLES['approach.element']!;
    const wider = { ...TABLES, 'approach.element': { ...table, columns: { ...table.columns, proef: 'D5' as const } } };
    expect(registerPage(wider)).not.toBe(registerPage());
    const { analyst, ...rest } = ACCESS_ROWS;
    expect(accessPage({ ...rest, analyst: { ...analyst, D5: [{ letters: ['R'], limits: [] }] } })).not.toBe(
      accessPage(),
    );
  });
});

describe('refusal codes', () => {
  const codes = sources.flatMap((path) => codesIn(parse(path, read(path))));

  /** Codes without a row, and rows without a code. */
  function differences(found: readonly RefusalCode[], edge: ReadonlySet<string>): string[] {
    const rows = Object.entries(REFUSAL_MEANINGS).flatMap(([area, of]) =>
      Object.keys(of).map((code) => `${area}: ${code}`),
    );
    const named = new Set(found.filter(({ code }) => !edge.has(code)).map(({ area, code }) => `${area}: ${code}`));
    return [
      ...[...named].filter((name) => !rows.includes(name)).map((name) => `no row for ${name}`),
      ...rows.filter((name) => !named.has(name)).map((name) => `no code for ${name}`),
    ];
  }
  const edge = new Set(Object.keys(REFUSALS));

  it('have a row each, and no row is dead (scripts/refusal-meanings.ts)', () => {
    expect(codes.length).toBeGreaterThan(20);
    expect(differences(codes, edge)).toEqual([]);
  });

  it('of the edge are all used somewhere', () => {
    const text = sources
      .filter((path) => path !== 'src/app/refusals.ts')
      .map(read)
      .join('\n');
    expect([...edge].filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });

  it('canary: a new code and a dead row are found', () => {
    const found = codesIn(
      parse(
        'src/features/approach/domain/proef.ts',
        `type R = { readonly code: 'far-too-late' | 'much-too-soon' };
         err({ code: 'not-at-all' }); err({ code: late ? 'really-late' : 'quite-late' });
         throw new HttpRefusal(409, 'at-the-edge'); issue({ code: 'custom' });`,
      ),
    );
    expect(found.map(({ area, code }) => `${area} ${code}`)).toEqual(
      ['far-too-late', 'much-too-soon', 'not-at-all', 'really-late', 'quite-late', 'at-the-edge'].map(
        (code) => `approach ${code}`,
      ),
    );
    expect(differences(found, edge)).toEqual(
      expect.arrayContaining(['no row for approach: far-too-late', 'no code for approach: already-lapsed']),
    );
  });
});
