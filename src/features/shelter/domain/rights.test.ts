import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LEGAL_POSITIONS } from '../../../shared-kernel/legal-position.ts';
import { SHELTER_RIGHTS } from '../use-cases/shelter-rights.ts';
import { routeFor } from './rights.ts';

const shipped = JSON.parse(readFileSync('content/shelter-rights/2026-11.json', 'utf8')) as { routes: unknown[] };

it('says of every position what to do, and never gives an empty list without a way on', () => {
  const edition = SHELTER_RIGHTS.schema.parse(shipped);
  for (const position of LEGAL_POSITIONS) {
    const route = routeFor(edition, position);
    expect(route.id).toBe(position);
    if (route.types.length === 0) expect(route.say, position).toMatch(/[Bb]el /);
  }
  expect(routeFor(edition, 'bestaat-niet').id).toBe('unknown');
});

it('refuses an edition that leaves a position out', () => {
  expect(SHELTER_RIGHTS.schema.safeParse({ ...shipped, routes: shipped.routes.slice(1) }).success).toBe(false);
});

it('gives a place in the reflection period to nobody outside it', () => {
  const edition = SHELTER_RIGHTS.schema.parse(shipped);
  const withCosm = edition.routes.filter(({ types }) => types.includes('cosm')).map(({ id }) => id);
  expect(withCosm).toEqual(['reflection-period']);
});
