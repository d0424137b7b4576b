import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { Progress } from '../domain/progress.ts';
import { loadAllProgress, loadProgress, saveStep } from '../persistence/progress-store.ts';
import { PROGRESS_SUBJECT } from './learning-names.ts';

export type ProgressTables = 'learning.progress' | KeepTables;

/** The rule of content/retention under which what somebody did of a path is kept. */
const PROGRESS_TERM = 'learning-records';

/** More than a path has steps; what is more, came from no page of ours. */
const MOST_STEPS = 200;
const LONGEST = 200;

export type StepRefusal = { readonly code: 'too-much-progress' };

/** What was done of a path: where to go on, and the answers of the steps that were done since. */
export interface DoneSteps {
  readonly path: string;
  readonly edition: string;
  readonly atStep: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** What the actor herself did of one path; undefined when she has not begun. */
export async function readProgress(
  tx: Tx<'learning.progress'>,
  actor: Pick<Actor, 'organisationId' | 'personId'>,
  path: string,
): Promise<Progress | undefined> {
  return loadProgress(tx, actor.organisationId, actor.personId, path);
}

/** What the actor herself did of every path, the last first. */
export async function readAllProgress(
  tx: Tx<'learning.progress'>,
  actor: Pick<Actor, 'organisationId' | 'personId'>,
): Promise<readonly Progress[]> {
  return loadAllProgress(tx, actor.organisationId, actor.personId);
}

/** Records what the actor did of a path. Sent again, or from a second device, nothing that was done is lost. */
export async function recordProgress(
  tx: Tx<ProgressTables>,
  actor: Pick<Actor, 'organisationId' | 'personId'>,
  done: DoneSteps,
  time: DomainTime,
): Promise<Result<Done, StepRefusal>> {
  return keepSteps(tx, actor, done, time);
}

/** The same, and whether the path is passed with it. */
export async function keepSteps(
  tx: Tx<ProgressTables>,
  { organisationId, personId }: Pick<Actor, 'organisationId' | 'personId'>,
  { path, edition, atStep, answers }: DoneSteps,
  { today }: Pick<DomainTime, 'today'>,
  isPassed = false,
): Promise<Result<Done, StepRefusal>> {
  const texts = [path, edition, atStep, ...Object.entries(answers).flat()];
  if (Object.keys(answers).length > MOST_STEPS || texts.some((text) => text.length > LONGEST))
    return err({ code: 'too-much-progress' });
  const step = { id: newId(), path, edition, atStep, answers, on: today, passedOn: isPassed ? today : undefined };
  const id = await saveStep(tx, organisationId, personId, step);
  const subject = { kind: PROGRESS_SUBJECT, id } as const;
  await keepRecord(tx, { tenantId: organisationId, rule: PROGRESS_TERM, subject, startsOn: today });
  return ok({ subject });
}
