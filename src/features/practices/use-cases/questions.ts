import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { currentFramework, elementById } from '../../approach/index.ts';
import type { CaseDataRefusal } from '../domain/case-data.ts';
import { checkWords } from '../domain/question.ts';
import type { Said } from '../domain/said.ts';
import { searchQuery } from '../domain/search.ts';
import { findQuestions, loadQuestion, type QuestionTables, saveAcceptance } from '../persistence/question-store.ts';
import { type SubmitRefusal, sendIn } from './submit.ts';
import type { LibraryTables } from './tables.ts';

export type AskRefusal = SubmitRefusal | CaseDataRefusal<'title' | 'text'>;

/** Asks peers and experts. VNG looks it over before others read it; three working days after the asking it is answered. */
export async function askQuestion(
  tx: Tx<LibraryTables>,
  actor: Actor,
  input: { readonly title: string; readonly text: string; readonly element: string | undefined; readonly said: Said },
  time: DomainTime,
): Promise<Result<Done, AskRefusal>> {
  const { title, text, said } = input;
  const element = input.element && elementById(currentFramework(), input.element)?.id;
  const checked = checkWords({ title, text, element }, said, time.today);
  return checked.ok ? sendIn(tx, actor, { kind: 'question', ...checked.value }, time) : checked;
}

/** Answers a question; that is looked over too. */
export async function answerQuestion(
  tx: Tx<LibraryTables | QuestionTables>,
  actor: Actor,
  input: { readonly questionId: string; readonly text: string; readonly said: Said },
  time: DomainTime,
): Promise<Result<Done, AskRefusal>> {
  if (!(await loadQuestion(tx, input.questionId))) return err({ code: 'not-found' });
  const checked = checkWords({ text: input.text }, input.said, time.today);
  if (!checked.ok) return checked;
  return sendIn(tx, actor, { kind: 'answer', aboutId: input.questionId, ...checked.value }, time);
}

/** Says that an answer helped; only the organisation that asked. */
export async function acceptAnswer(
  tx: Tx<QuestionTables>,
  actor: Actor,
  input: { readonly questionId: string; readonly answerId: string },
  { today }: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' }>> {
  const found = await loadQuestion(tx, input.questionId);
  const isAsker = found?.question.source.id === actor.organisationId;
  if (!isAsker || !found.answers.some(({ id }) => id === input.answerId)) return err({ code: 'not-found' });
  await saveAcceptance(tx, actor.organisationId, { ...input, on: today });
  return ok({ subject: { kind: 'practices.question', id: input.questionId } });
}

/** What was asked, the newest first, or what fits the words best; through the door `published`. */
export async function readQuestions(
  tx: Tx<QuestionTables>,
  asked: { readonly words: string; readonly element: string | undefined },
  page: { readonly limit: number; readonly offset: number },
) {
  return findQuestions(tx, { query: searchQuery(asked.words), element: asked.element }, page);
}

/** One question with its answers; through the door `published`. */
export async function readQuestion(tx: Tx<QuestionTables>, id: string) {
  return loadQuestion(tx, id);
}
