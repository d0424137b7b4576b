/**
 * The doors into the database (docs/decisions/0005). Every transaction goes in through one, as a PostgreSQL role that owns
 * nothing and can log in nowhere; what a role may touch is generated from the table register (`table-register.ts`).
 *
 * - own: the rows of one organisation
 * - region: non-personal rows of the organisations of a region, to read
 * - published: what organisations published and the reference tables, to read
 * - mandate: as another organisation that gave a dated mandate for one capability
 * - account: people, memberships and sessions, before an organisation is known
 * - runner: which tenant has something due, never the content
 * - insight: what features let be counted for the nation, of everybody: contract views without a personal column
 * - sealer: the lines of the logs of everybody, to lay a seal over them and to check it
 */
export const DOORS = ['own', 'region', 'published', 'mandate', 'account', 'runner', 'insight', 'sealer'] as const;
export type Door = (typeof DOORS)[number];

/** The database role behind a door. */
export function doorRole(door: Door): string {
  return `inbeeld_${door}`;
}

/** Owner of the one function that carries a message from one organisation to another. */
export const COURIER_ROLE = 'inbeeld_courier';
/** Owner of the logs and of the one function that lays their next months. */
export const KEEPER_ROLE = 'inbeeld_keeper';
/** The login of the application in a database that we make ourselves. */
export const LOGIN_ROLE = 'inbeeld_app';
