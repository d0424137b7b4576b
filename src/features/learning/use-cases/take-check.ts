import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { questionStep } from '../domain/lesson.ts';
import { CHECK_STEP, judgeCheck, type LearningPath } from '../domain/path.ts';
import type { TrainedWork } from '../domain/training.ts';
import { type PassTables, passPath } from './pass-path.ts';
import { keepSteps, type StepRefusal } from './progress.ts';

/** The edition of a path in which something was done. */
export const editionOf = ({ id, version }: Pick<LearningPath, 'id' | 'version'>): string => `${id}@${version}`;

/** For which work a path trains; the common base trains for none by itself. */
export function worksOf({ audience, roles }: Pick<LearningPath, 'audience' | 'roles'>): readonly TrainedWork[] {
  if (audience === 'focal-point') return ['AF'];
  if (audience === 'board') return ['BB'];
  return audience === 'work' ? roles : [];
}

/**
 * Takes the check of a path. Enough right answers pass it; what was passed once stays so, whatever a later try comes to. Where the
 * organisation keeps a register of who is trained (`keepsRegister`), it counts there and gives a certificate.
 */
export async function takeCheck(
  tx: Tx<PassTables>,
  actor: Actor,
  path: LearningPath,
  { answers, keepsRegister }: { readonly answers: ReadonlyMap<string, string>; readonly keepsRegister: boolean },
  time: DomainTime,
): Promise<Result<Done, StepRefusal>> {
  const { isPassed } = judgeCheck(path, answers);
  const steps = Object.fromEntries([...answers].map(([question, given]) => [questionStep(question), given]));
  const done = { path: path.id, edition: editionOf(path), atStep: CHECK_STEP, answers: steps };
  if (!isPassed || !keepsRegister) return keepSteps(tx, actor, done, time, isPassed);
  return passPath(tx, actor, { ...done, title: path.title.nl, works: worksOf(path) }, time);
}
