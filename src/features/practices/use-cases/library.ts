import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, withdrawDeadlines } from '../../../platform/deadlines/set-deadline.ts';
import { addMonths } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type ActionInput, type ActionTables, actionFrom, addAction } from '../../approach/index.ts';
import { type CaseDataRefusal, refuseCaseData } from '../domain/case-data.ts';
import { reviewDayFor } from '../domain/practice.ts';
import type { Said } from '../domain/said.ts';
import { searchQuery } from '../domain/search.ts';
import {
  findPractices,
  insertUse,
  loadPractice,
  type Practice,
  type PracticeFilter,
  type PracticeTables,
  type PracticeUse,
  updatePractice,
  usesOfPractice,
} from '../persistence/practice-store.ts';
import { askToReview } from './moderate.ts';
import type { LibraryTables } from './tables.ts';

export { WEIGHED } from '../persistence/practice-store.ts';

/** What fits what was typed and chosen, best first; through the door `published`. */
export async function searchPractices(
  tx: Tx<PracticeTables>,
  asked: Omit<PracticeFilter, 'query'> & { readonly words: string },
  page: { readonly limit: number; readonly offset: number },
) {
  return findPractices(tx, { ...asked, query: searchQuery(asked.words) }, page);
}

export interface PracticeView {
  readonly practice: Practice;
  readonly uses: readonly PracticeUse[];
}

/** One practice with who does it too; through the door `published`. Withdrawn: only for who published it. */
export async function readPractice(
  tx: Tx<PracticeTables>,
  actor: Actor,
  id: string,
): Promise<PracticeView | undefined> {
  const practice = await loadPractice(tx, id);
  if (!practice || (practice.withdrawnAt && practice.publisherId !== actor.organisationId)) return undefined;
  return { practice, uses: await usesOfPractice(tx, id) };
}

/** Which action of the own plan came from it; through the door `own`. */
export async function readTakenOver(tx: Tx<ActionTables>, actor: Actor, id: string): Promise<string | undefined> {
  return actionFrom(tx, actor, { kind: 'practice', id });
}

export type UseRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'own-practice' }
  | { readonly code: 'noted-already' }
  | CaseDataRefusal<'changed'>;

/** Says that it works here too, and in one sentence what was done otherwise. Once an organisation. */
export async function sayWorksHere(
  tx: Tx<LibraryTables>,
  actor: Actor,
  input: { readonly practiceId: string; readonly changed: string; readonly said: Said },
  time: DomainTime,
): Promise<Result<Done, UseRefusal>> {
  const practice = await open(tx, input.practiceId);
  if (!practice) return err({ code: 'not-found' });
  if (practice.source.id === actor.organisationId) return err({ code: 'own-practice' });
  const { refusal } = refuseCaseData({ changed: input.changed }, input.said, Number(time.today.slice(0, 4)));
  if (refusal) return err(refusal);
  const use = { practiceId: practice.id, kind: 'works-here', changed: input.changed, on: time.today } as const;
  if (!(await insertUse(tx, actor.organisationId, use))) return err({ code: 'noted-already' });
  return ok({ subject: { kind: 'practices.practice', id: practice.id } });
}

export type TakeOverRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'no-plan' }
  | { readonly code: 'in-plan-already' }
  | { readonly code: 'due-in-past' };

/** Half a year to do it. [design: In Beeld, as for proposals] */
const TAKE_OVER_MONTHS = 6;

/**
 * Copies a practice into the own plan, as an action with its source, in the name of who does so; the country sees that it was taken
 * over, and by whom.
 */
export async function takeOver(
  tx: Tx<LibraryTables | ActionTables>,
  actor: Actor,
  input: { readonly practiceId: string } & Pick<ActionInput, 'title' | 'track' | 'dueOn'>,
  time: DomainTime,
): Promise<Result<Done & { readonly actionId: string }, TakeOverRefusal>> {
  const practice = await open(tx, input.practiceId);
  if (!practice) return err({ code: 'not-found' });
  const added = await addAction(
    tx,
    actor,
    {
      title: input.title,
      track: input.track,
      closesElement: practice.element,
      ownerId: actor.membershipId,
      substituteId: undefined,
      dueOn: input.dueOn ?? addMonths(time.today, TAKE_OVER_MONTHS),
      budgetEuro: undefined,
      hours: undefined,
      source: { kind: 'practice', id: practice.id, title: practice.title },
    },
    time,
  );
  if (!added.ok) {
    const { code } = added.error;
    if (code === 'no-plan' || code === 'in-plan-already' || code === 'due-in-past') return err({ code });
    throw new Error(`an action from a practice was refused: ${code}`);
  }
  const use = { practiceId: practice.id, kind: 'taken-over', changed: undefined, on: time.today } as const;
  await insertUse(tx, actor.organisationId, use);
  const { action } = added.value;
  return ok({ subject: { kind: 'approach.plan_action', id: action.id }, actionId: action.id });
}

type KeepRefusal = { readonly code: 'not-found' } | { readonly code: 'edit-conflict' };

/** Says that it still holds: the next time is in two years. Only who published it. */
export async function confirmPractice(
  tx: Tx<LibraryTables>,
  actor: Actor,
  input: { readonly id: string; readonly seenVersion: number },
  time: DomainTime,
): Promise<Result<Done, KeepRefusal>> {
  const practice = await published(tx, actor, input.id);
  if (!practice) return err({ code: 'not-found' });
  const reviewOn = reviewDayFor(time.today);
  if (!(await updatePractice(tx, actor.organisationId, input.id, input.seenVersion, { reviewOn })))
    return err({ code: 'edit-conflict' });
  const subject = { kind: 'practices.practice', id: input.id };
  await completeDeadlines(tx, actor.organisationId, subject, time.now);
  await askToReview(tx, actor, { id: input.id, reviewOn }, time);
  return ok({ subject });
}

/** Takes it out of sight, at the word of who told it or because it no longer holds. Plans that took it over keep their action. */
export async function withdrawPractice(
  tx: Tx<LibraryTables>,
  actor: Actor,
  input: { readonly id: string; readonly seenVersion: number },
  time: DomainTime,
): Promise<Result<Done, KeepRefusal>> {
  if (!(await published(tx, actor, input.id))) return err({ code: 'not-found' });
  const { id, seenVersion } = input;
  if (!(await updatePractice(tx, actor.organisationId, id, seenVersion, { withdrawnAt: time.now })))
    return err({ code: 'edit-conflict' });
  const subject = { kind: 'practices.practice', id };
  await withdrawDeadlines(tx, actor.organisationId, subject, time.now);
  return ok({ subject });
}

async function open(tx: Tx<PracticeTables>, id: string): Promise<Practice | undefined> {
  const practice = await loadPractice(tx, id);
  return practice?.withdrawnAt ? undefined : practice;
}

async function published(tx: Tx<PracticeTables>, actor: Actor, id: string): Promise<Practice | undefined> {
  const practice = await open(tx, id);
  return practice?.publisherId === actor.organisationId ? practice : undefined;
}
