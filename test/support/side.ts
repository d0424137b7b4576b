import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import type { RowLayer } from './any-row.ts';
import type { TestOrganisation } from './builders.ts';

/** One organisation with a person in every role, and its marker in every text of every row it owns. */
export interface Side {
  readonly organisation: TestOrganisation;
  readonly marker: string;
  readonly actors: Readonly<Record<Role, Actor>>;
  readonly rows: RowLayer;
  /** What test/support/samples.ts made for this side. */
  readonly made: Map<string, Promise<string>>;
}
