import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId, newRandomId } from '../../../platform/ids/uuid.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { day } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  type MunicipalEffect,
  municipalEffect,
  type RecognitionAnswers,
  type RecognitionEdition,
  type Round,
  type Score,
  scoreOf,
  scoresByForm,
  setFor,
  type Vignette,
  type VignetteForm,
  vignettesOf,
} from '../domain/recognition.ts';
import { loadAllProgress } from '../persistence/progress-store.ts';
import { type Attempt, attemptsOf, insertAttempt, insertPair, loadPairs } from '../persistence/recognition-store.ts';
import { ATTEMPT_SUBJECT } from './learning-names.ts';
import { currentRecognition, recognitionEdition } from './recognition-content.ts';

export type RecognitionTables =
  | 'learning.recognition_attempt'
  | 'learning.recognition_pair'
  | 'learning.progress'
  | KeepTables;

/** The rule of content/retention under which a round is kept. */
const ATTEMPT_TERM = 'learning-records';

/** One round as whoever took it sees it, with what she saw and missed. */
export interface TakenRound {
  readonly round: Round;
  readonly total: Score;
  readonly byForm: readonly (Score & { readonly form: VignetteForm })[];
  readonly vignettes: readonly { readonly vignette: Vignette; readonly answer: 'ja' | 'nee' }[];
}

/** Where somebody is with the test: what she took, and what comes next when something does. */
export interface OwnRecognition {
  readonly edition: string;
  readonly taken: readonly TakenRound[];
  readonly next: { readonly round: Round; readonly vignettes: readonly Vignette[] } | undefined;
  /** The second round waits until she passed a path. */
  readonly mustLearnFirst: boolean;
}

interface Standing {
  readonly edition: RecognitionEdition;
  readonly attempts: readonly Attempt[];
  readonly round: Round | undefined;
  readonly mustLearnFirst: boolean;
}

async function standingOf(
  tx: Tx<'learning.recognition_attempt' | 'learning.progress'>,
  { organisationId, personId }: Pick<Actor, 'organisationId' | 'personId'>,
): Promise<Standing> {
  const every = await attemptsOf(tx, organisationId, personId);
  const begun = every.findLast(({ round }) => round === 'before');
  const edition = (begun && recognitionEdition(begun.edition)) ?? currentRecognition();
  const attempts = every.filter((attempt) => attempt.edition === edition.id);
  const before = attempts.find(({ round }) => round === 'before');
  if (!before) return { edition, attempts, round: 'before', mustLearnFirst: false };
  if (attempts.some(({ round }) => round === 'after'))
    return { edition, attempts, round: undefined, mustLearnFirst: false };
  const progress = await loadAllProgress(tx, organisationId, personId);
  const hasLearned = progress.some(({ passedOn }) => passedOn !== undefined && passedOn >= before.takenOn);
  return { edition, attempts, round: hasLearned ? 'after' : undefined, mustLearnFirst: !hasLearned };
}

/** Where the actor herself is with the test. */
export async function readRecognition(
  tx: Tx<'learning.recognition_attempt' | 'learning.progress'>,
  actor: Pick<Actor, 'organisationId' | 'personId'>,
): Promise<OwnRecognition> {
  const { edition, attempts, round, mustLearnFirst } = await standingOf(tx, actor);
  const setOf = (each: Round) => vignettesOf(edition, setFor(actor.personId, each));
  return {
    edition: edition.id,
    mustLearnFirst,
    next: round && { round, vignettes: setOf(round) },
    taken: attempts.map((attempt) => ({
      round: attempt.round,
      total: scoreOf(setOf(attempt.round), attempt.answers),
      byForm: scoresByForm(setOf(attempt.round), attempt.answers),
      vignettes: setOf(attempt.round).map((vignette) => ({ vignette, answer: attempt.answers[vignette.id] ?? 'nee' })),
    })),
  };
}

export type RecognitionRefusal = { readonly code: 'round-taken' | 'learn-first' };

/**
 * Takes a round of the test. After the second, and only when she wants it, before and after count for the municipality: without her
 * name, her day, or an id that holds a moment.
 */
export async function takeRecognition(
  tx: Tx<RecognitionTables>,
  actor: Pick<Actor, 'organisationId' | 'personId'>,
  input: { readonly round: Round; readonly answers: RecognitionAnswers; readonly mayCount: boolean },
  { today }: Pick<DomainTime, 'today'>,
): Promise<Result<Done, RecognitionRefusal>> {
  const { organisationId: tenantId, personId } = actor;
  const { edition, attempts, round, mustLearnFirst } = await standingOf(tx, actor);
  if (mustLearnFirst && input.round === 'after') return err({ code: 'learn-first' });
  if (round !== input.round) return err({ code: 'round-taken' });
  const set = vignettesOf(edition, setFor(personId, round));
  const answers = Object.fromEntries(set.map(({ id }) => [id, input.answers[id] ?? 'nee'] as const));
  const id = newId();
  if (!(await insertAttempt(tx, tenantId, personId, { id, edition: edition.id, round, answers, takenOn: today })))
    return err({ code: 'round-taken' });
  const subject = { kind: ATTEMPT_SUBJECT, id };
  await keepRecord(tx, { tenantId, rule: ATTEMPT_TERM, subject, startsOn: today });
  const before = attempts.find((attempt) => attempt.round === 'before');
  if (round === 'after' && before && input.mayCount) {
    const first = scoreOf(vignettesOf(edition, setFor(personId, 'before')), before.answers);
    const second = scoreOf(set, answers);
    await insertPair(tx, tenantId, {
      id: newRandomId(),
      edition: edition.id,
      month: day(`${today.slice(0, 7)}-01`),
      hitsBefore: first.hits,
      hitsAfter: second.hits,
      hitsPossible: second.hitsPossible,
      alarmsBefore: first.alarms,
      alarmsAfter: second.alarms,
      alarmsPossible: second.alarmsPossible,
    });
  }
  return ok({ subject });
}

/** What learning did in the municipality, of ten people or more who wanted it counted. */
export async function readMunicipalEffect(
  tx: Tx<'learning.recognition_pair'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  { today }: Pick<DomainTime, 'today'>,
): Promise<MunicipalEffect | undefined> {
  return municipalEffect(await loadPairs(tx, organisationId), today);
}
