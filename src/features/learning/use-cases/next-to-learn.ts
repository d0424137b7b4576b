import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import { nextPath } from '../domain/next-path.ts';
import { loadAllProgress } from '../persistence/progress-store.ts';
import { ownWork, type RegisterTables } from '../persistence/trainee-store.ts';
import { learningPaths } from './learning-content.ts';

/** A path as the home page offers it. */
export interface NextToLearn {
  readonly href: string;
  readonly title: string;
  readonly minutes: number;
  readonly hasBegun: boolean;
}

const LEARN: readonly Role[] = ['medewerker', 'teamleider', 'aandachtsfunctionaris', 'beleidsmedewerker', 'bestuurder'];

/** What the actor may learn next; undefined when there is nothing, or when she does no work in a municipality. Two statements. */
export async function nextToLearn(
  tx: Tx<RegisterTables | 'learning.progress'>,
  actor: Actor,
  { today }: Pick<DomainTime, 'today'>,
): Promise<NextToLearn | undefined> {
  if (!LEARN.includes(actor.role)) return undefined;
  const progress = await loadAllProgress(tx, actor.organisationId, actor.personId);
  const { work, validUntil } = await ownWork(tx, actor.organisationId, actor.personId);
  const begun = progress.find(({ passedOn }) => passedOn === undefined)?.path;
  const next = nextPath(learningPaths(today), {
    role: actor.role,
    passed: new Set(progress.flatMap(({ path, passedOn }) => (passedOn === undefined ? [] : [path]))),
    begun,
    work,
    isTrained: work !== undefined && validUntil !== undefined && validUntil > today,
  });
  return (
    next && { href: `/leren/${next.id}`, title: next.title.nl, minutes: next.minutes, hasBegun: next.id === begun }
  );
}
