import { beforeAll, describe, expect, it } from 'vitest';
import { ACTION_WORDS } from '../../src/features/privacy/ui/log-words.ts';
import type { RouteConfig, RouteEntry } from '../../src/platform/http/route-config.ts';
import { routeTable } from '../support/route-table.ts';

const OF_PERSONS: ReadonlySet<string> = new Set(['D3', 'D4', 'D5', 'D6', 'D7', 'D8']);

/** Routes about persons that the log could not tell of in words: without a deed, or with one that nobody can read. */
function wordless(routes: readonly RouteEntry[]): string[] {
  return routes
    .filter(({ config: { data } }) => data.some((each) => OF_PERSONS.has(each)))
    .filter(({ config: { action } }) => action === undefined || !(action in ACTION_WORDS))
    .map(({ method, path, config }) => `${method} ${path}: ${config.action ?? 'names no action'}`);
}

describe('routes and the log', () => {
  const routes: RouteEntry[] = [];
  beforeAll(async () => {
    routes.push(...(await routeTable()));
  });

  it('name the deed of every route about persons, in words for the officer who reads the log (log-words.ts)', () => {
    expect(wordless(routes)).toEqual([]);
  });

  it('name the deeds of the log itself', () => {
    const actions = routes
      .filter(({ config }) => config.data.includes('D11'))
      .flatMap(({ config }) => config.action ?? []);
    const own = actions.filter((action) => action.startsWith('privacy.') && action.endsWith('-log'));
    expect(own.length).toBeGreaterThan(2);
    expect(own.filter((action) => !(action in ACTION_WORDS))).toEqual([]);
  });

  it('canary: a route about persons without a deed, or with one without words, is found', () => {
    const wrong = (config: Partial<RouteConfig>): RouteEntry => ({
      method: 'GET',
      path: '/proef',
      config: { access: ['fg'], purpose: 'VA-03', data: ['D5'], ...config },
    });
    expect(wordless([wrong({}), wrong({ action: 'proef.read' }), wrong({ data: ['D2'] })])).toEqual([
      'GET /proef: names no action',
      'GET /proef: proef.read',
    ]);
  });
});
