import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { grantsOf, mayEver, POLICY } from '../../src/app/access-matrix.ts';
import { processingActivity } from '../../src/app/processing-activities.ts';
import { gatedFeature } from '../../src/features/privacy/index.ts';
import type { RouteConfig, RouteEntry } from '../../src/platform/http/route-config.ts';
import { ROLES, type Role } from '../../src/shared-kernel/role.ts';
import { routeTable } from '../support/route-table.ts';

type Who = Role | 'anonymous';

/** Everybody whom the route lets in. */
function letIn({ config: { access } }: RouteEntry): readonly Who[] {
  return access === 'public' ? ['anonymous'] : access === 'signed-in' ? ROLES : access;
}

/** Who may see a class of data that the access matrix gives to her in no way at all. In a demo everybody is made up. */
function breaches(routes: readonly RouteEntry[]): string[] {
  const real = routes.filter(({ config }) => !config.demoOnly);
  return real.flatMap((route) =>
    letIn(route).flatMap((who) =>
      route.config.data
        .filter((dataClass) => !(['L', 'R', 'A'] as const).some((letter) => mayEver(who, letter, dataClass)))
        .map((dataClass) => `${route.method} ${route.path}: ${who} has no right to ${dataClass}`),
    ),
  );
}

function isOn(purpose: string, gate: string | undefined): boolean {
  const state = processingActivity(purpose)?.state;
  const gated: readonly string[] = gatedFeature(gate ?? '')?.activities ?? [];
  return state === 'on' || (state === 'off' && gated.includes(purpose));
}

/**
 * Routes whose answer may hold data about persons, for a purpose that the register does not know or has switched off. What is off
 * until a municipality decides may be there behind a start gate of its own that covers it.
 */
function withoutPurpose(routes: readonly RouteEntry[]): string[] {
  return routes
    .filter(({ config: { purpose, data, gate } }) =>
      purpose === 'geen' ? data.some((each) => each !== 'D0') : !isOn(purpose, gate),
    )
    .map(({ method, path, config }) => `${method} ${path}: ${config.purpose} does not cover ${config.data.join(', ')}`);
}

/** Where a registered system gets its token (OAuth 2.0, client credentials). */
const SYSTEM_DOOR = 'accounts.system-token';
/** An identity provider proves itself with its signature, and can end sessions that it gave and nothing else. */
const PROVIDER_DOOR = 'accounts.provider-sign-out';
/** Coming in with a code or a key: a code that nobody can guess, or the answer of a key, is the proof (test/http/passkeys.test.ts). */
const PASSKEY_DOORS = ['accounts.passkey-sign-in', 'accounts.begin-invitation', 'accounts.accept-invitation'];

describe('the route table and the access matrix', () => {
  const routes: RouteEntry[] = [];
  beforeAll(async () => {
    routes.push(...(await routeTable()));
  });

  it('let nobody see a class of data she has no right to', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(breaches(routes)).toEqual([]);
  });

  it('name for every answer with more than public data a purpose that is on', () => {
    expect(withoutPurpose(routes)).toEqual([]);
  });

  it('let in exactly who the declaration lists: the policy takes nobody away that a route lists, and adds nobody', () => {
    const different = routes.flatMap((route) =>
      ROLES.filter(
        (role) =>
          POLICY.admits(route.config, role) !== (route.config.access === 'public' || letIn(route).includes(role)),
      ).map((role) => `${route.method} ${route.path}: ${role}`),
    );
    expect(different).toEqual([]);
  });

  it('let a route that writes for one organisation never be open to everybody', () => {
    // a question whose answers may not stand in an address: that it keeps nothing is proved in test/http/signal-check.test.ts
    const ASKS_ONLY = 'signals.check';
    // a system proves itself with its secret, and gets a token; what it may do then stands with each route
    const open = routes.filter(
      ({ method, config }) =>
        method !== 'GET' &&
        config.access === 'public' &&
        !config.demoOnly &&
        ![ASKS_ONLY, SYSTEM_DOOR, PROVIDER_DOOR, ...PASSKEY_DOORS].includes(config.action ?? ''),
    );
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('spare only forms that start a session from their token', () => {
    const spared = routes.filter(({ config }) => config.csrf === false);
    expect(spared.length).toBeGreaterThan(0);
    expect(
      spared.filter(
        ({ config }) =>
          !(config.demoOnly && config.access === 'public') &&
          ![SYSTEM_DOOR, PROVIDER_DOOR].includes(config.action ?? ''),
      ),
    ).toEqual([]);
  });

  it('hold no address of the demo in a real environment', async () => {
    const real = await routeTable('real');
    expect(real.filter(({ path, config }) => config.demoOnly || /^\/demo(\/|$)/.test(path))).toEqual([]);
    expect(routes.length - real.length).toBe(routes.filter(({ config }) => config.demoOnly).length);
  });

  it('are never tried on a running process: only tests open the gate', () => {
    const root = resolve(import.meta.dirname, '../..');
    const sources = globSync('{src,scripts}/**/*.{ts,tsx}', { cwd: root }).filter((path) => !path.includes('.test.'));
    const passing = sources.filter((path) =>
      /\btrial\??\.|\btrial\??: (\{|Trial)|\bopenGate\b/.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(passing).toEqual(['src/app/build-app.ts']);
  });

  it('canary: a route that shows a dossier to the wrong role is found', () => {
    const wrong = (config: Partial<RouteConfig>): RouteEntry => ({
      method: 'GET',
      path: '/proef',
      config: { access: 'public', purpose: 'VA-03', data: ['D5'], ...config },
    });
    expect(grantsOf('zorgcoordinator', 'D5')).not.toEqual([]);
    expect(breaches([wrong({ access: ['zorgcoordinator', 'beleidsmedewerker'] }), wrong({})])).toEqual([
      'GET /proef: beleidsmedewerker has no right to D5',
      'GET /proef: anonymous has no right to D5',
    ]);
    expect(breaches([wrong({ access: 'signed-in', data: ['D4'] })]).length).toBeGreaterThan(10);
  });

  it('canary: data without a purpose, and a purpose that is off, are found', () => {
    const wrong = (purpose: string): RouteEntry => ({
      method: 'GET',
      path: '/proef',
      config: { access: ['fg'], purpose, data: ['D1'] },
    });
    expect(
      withoutPurpose([wrong('geen'), wrong('VA-10'), wrong('VA-21'), wrong('VA-99'), wrong('VA-14')]),
    ).toHaveLength(4);
  });
});
