import type { Role } from '../../../shared-kernel/role.ts';
import type { LearningPath } from './path.ts';
import type { TrainedWork } from './training.ts';

/** What is known of somebody who may learn on. */
export interface Learner {
  readonly role: Role;
  /** The paths she passed. */
  readonly passed: ReadonlySet<string>;
  /** The path she was last in without passing it. */
  readonly begun: string | undefined;
  /** The work of her team; undefined when she is in none. */
  readonly work: TrainedWork | undefined;
  /** She is trained for that work today, here or elsewhere. */
  readonly isTrained: boolean;
}

/**
 * What to learn next: what was begun, then the common base, then what is made for her function or the work of her team. Whoever is
 * trained for her work, also elsewhere, is asked nothing more.
 */
export function nextPath(paths: readonly LearningPath[], learner: Learner): LearningPath | undefined {
  if (learner.isTrained) return undefined;
  const open = paths.filter(({ id }) => !learner.passed.has(id));
  const own = (path: LearningPath) =>
    (learner.role === 'aandachtsfunctionaris' && path.audience === 'focal-point') ||
    (learner.role === 'bestuurder' && path.audience === 'board') ||
    path.roles.some((role) => role === learner.work);
  return (
    open.find(({ id }) => id === learner.begun) ??
    (learner.role === 'bestuurder' ? undefined : open.find(({ audience }) => audience === 'everyone')) ??
    open.find(own)
  );
}
