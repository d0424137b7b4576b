import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import {
  completeDeadlines,
  type DeadlineSubject,
  type DeadlineTables,
} from '../../../platform/deadlines/set-deadline.ts';
import type { Role } from '../../../shared-kernel/role.ts';

/** Who hears in a municipality what another organisation did about it: each by her role. */
export const TOLD = ['aandachtsfunctionaris', 'beleidsmedewerker'] as const satisfies readonly Role[];

/** The kind of deadline that says that VNG found something public about the municipality. */
export const SOURCE_FOUND = 'approach.source-found';

/** What a deadline about public sources is about: one for each role that hears it. */
export const sourceSubject = (role: string): DeadlineSubject => ({ kind: 'approach.source-found', id: role });

/** Nothing waits for an answer any more. In the house of the municipality. */
export async function silenceSources(tx: Tx<DeadlineTables>, tenantId: string, time: DomainTime): Promise<void> {
  for (const role of TOLD) await completeDeadlines(tx, tenantId, sourceSubject(role), time.now);
}
