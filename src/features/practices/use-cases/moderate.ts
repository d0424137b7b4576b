import { atHome, type DomainTime, type Done, goOnAsTenant, type Tx } from '../../../platform/db/transact.ts';
import { notify, takeBackNotices } from '../../../platform/deadlines/notify.ts';
import { completeDeadlines, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { membershipOf } from '../../../platform/members/members.ts';
import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type PracticeContent, reviewDayFor } from '../domain/practice.ts';
import { type AnswerContent, answerDayOf, type QuestionContent } from '../domain/question.ts';
import { type ModerationRefusal, mayModerate, type Submission } from '../domain/submission.ts';
import { insertPractice } from '../persistence/practice-store.ts';
import { insertAnswer, insertQuestion, type QuestionTables } from '../persistence/question-store.ts';
import {
  countWaitingFor,
  loadSubmission,
  organisationNames,
  saveModeration,
  waitingFor,
} from '../persistence/submission-store.ts';
import { keepSubmission } from './practice-erasers.ts';
import {
  type LibraryTables,
  MODERATION_PATH,
  NOTICES,
  practicePath,
  questionPath,
  SUBMISSIONS_PATH,
} from './tables.ts';

interface Seen {
  readonly id: string;
  readonly seenVersion: number;
}

/** What waits to be looked over by this organisation; through the door `mandate`. */
export async function readWaiting(
  tx: Tx<'practices.submission'>,
  actor: Actor,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Submission[]> {
  return waitingFor(tx, actor.organisationId, page);
}

/** How much waits; through the door `mandate`. */
export async function countWaiting(tx: Tx<'practices.submission'>, actor: Actor): Promise<number> {
  return countWaitingFor(tx, actor.organisationId);
}

/** What organisations are called, by id; through the door `published`. */
export async function namesOf(
  tx: Tx<'organisations.organisation'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return organisationNames(tx, ids);
}

/** One that this organisation moderates, whatever came of it; through the door `mandate`. */
export async function readModerated(
  tx: Tx<'practices.submission'>,
  actor: Actor,
  id: string,
): Promise<Submission | undefined> {
  return loadSubmission(tx, id, { moderatorId: actor.organisationId });
}

/** Sends it back with what must change; the sender mends it and sends it in again. */
export async function returnSubmission(
  tx: Tx<LibraryTables>,
  actor: Actor,
  input: Seen & { readonly reason: string },
  time: DomainTime,
): Promise<Result<Done, ModerationRefusal>> {
  const found = await loadSubmission(tx, input.id, { moderatorId: actor.organisationId });
  const may = mayModerate(found, actor.personId, input.seenVersion);
  if (!may.ok) return may;
  const saved = await saveModeration(tx, may.value, { at: time.now, reason: input.reason });
  if (!saved) return err({ code: 'already-moderated' });
  await inModeratorsHouse(tx, actor, may.value, () => noLongerWaits(tx, may.value, time.now));
  await tellSender(tx, actor, may.value, NOTICES.returned, time);
  return ok({ subject: { kind: 'practices.submission', id: input.id } });
}

/**
 * Publishes what was sent in, in the house of who moderates, and tells the sender. Two at once: the second is refused. Through the
 * door `mandate` in the house of the sender, or `own` when a colleague sent it in.
 */
export async function publish(
  tx: Tx<LibraryTables | QuestionTables>,
  actor: Actor,
  input: Seen & { readonly isVerified: boolean },
  time: DomainTime,
): Promise<Result<Done, ModerationRefusal>> {
  const found = await loadSubmission(tx, input.id, { moderatorId: actor.organisationId });
  const may = mayModerate(found, actor.personId, input.seenVersion);
  if (!may.ok) return may;
  const submission = may.value;
  const publishedId = newId();
  if (!(await saveModeration(tx, submission, { at: time.now, publishedId }))) return err({ code: 'already-moderated' });
  await inModeratorsHouse(tx, actor, submission, async () => {
    await layAtHome(tx, actor, submission, { id: publishedId, isVerified: input.isVerified }, time);
    await noLongerWaits(tx, submission, time.now);
  });
  await tellSender(tx, actor, submission, NOTICES.published, time);
  return ok({ subject: { kind: 'practices.submission', id: input.id } });
}

const inModeratorsHouse = (
  tx: Tx<LibraryTables>,
  actor: Actor,
  { tenantId }: Submission,
  run: () => Promise<void>,
): Promise<void> => (tenantId === actor.organisationId ? run() : atHome(tx, run));

/** In the house of who moderates: nobody there is asked any more to look this over. */
const noLongerWaits = (tx: Tx<LibraryTables>, { id, moderatorId }: Submission, now: Date): Promise<void> =>
  takeBackNotices(tx, { tenantId: moderatorId, kind: NOTICES.submitted, path: `${MODERATION_PATH}/${id}` }, now);

/** Lays what is published in the house of who moderates: a practice, a question, or an answer beside its question. */
async function layAtHome(
  tx: Tx<LibraryTables | QuestionTables>,
  actor: Actor,
  submission: Submission,
  published: { readonly id: string; readonly isVerified: boolean },
  time: DomainTime,
): Promise<void> {
  if (submission.kind === 'practice') return layPractice(tx, actor, submission, published, time);
  const { id } = published;
  const tenantId = actor.organisationId;
  const base = { id, sourceId: submission.tenantId, publishedAt: time.now };
  if (submission.kind === 'question') {
    const { title, text, element } = submission.content as QuestionContent;
    const askedOn = dutchDay(submission.submittedAt);
    const answerBy = answerDayOf(askedOn);
    await insertQuestion(tx, tenantId, { ...base, title, text, element, askedOn, answerBy });
    // whoever looked it over is the adviser by name: hers on the third day, when nobody answered
    return askToAnswer(tx, actor, id, answerBy, time);
  }
  const questionId = submission.aboutId!;
  await insertAnswer(tx, tenantId, { ...base, questionId, text: (submission.content as AnswerContent).text });
  await completeDeadlines(tx, tenantId, { kind: 'practices.question', id: questionId }, time.now);
}

async function askToAnswer(
  tx: Tx<LibraryTables>,
  actor: Actor,
  id: string,
  dueOn: PlainDate,
  time: DomainTime,
): Promise<void> {
  await setDeadline(
    tx,
    {
      tenantId: actor.organisationId,
      kind: NOTICES.unanswered,
      subject: { kind: 'practices.question', id },
      path: questionPath(id),
      parameters: {},
      dueOn,
      assigneeId: actor.membershipId,
      substituteId: undefined,
      alarmDaysAhead: [0],
    },
    time,
  );
}

async function layPractice(
  tx: Tx<LibraryTables>,
  actor: Actor,
  submission: Submission,
  { id, isVerified }: { readonly id: string; readonly isVerified: boolean },
  time: DomainTime,
): Promise<void> {
  const content = submission.content as PracticeContent;
  const reviewOn = reviewDayFor(time.today);
  await insertPractice(tx, actor.organisationId, {
    ...content,
    id,
    sourceId: submission.tenantId,
    reviewOn,
    isVerified,
    publishedAt: time.now,
  });
  await askToReview(tx, actor, { id, reviewOn }, time);
}

/** Warns whoever published it a month before, and on the day on which somebody must say again that it holds. */
export async function askToReview(
  tx: Tx<LibraryTables>,
  actor: Actor,
  practice: { readonly id: string; readonly reviewOn: PlainDate },
  time: DomainTime,
): Promise<void> {
  await setDeadline(
    tx,
    {
      tenantId: actor.organisationId,
      kind: NOTICES.review,
      subject: { kind: 'practices.practice', id: practice.id },
      path: practicePath(practice.id),
      parameters: {},
      dueOn: practice.reviewOn,
      assigneeId: actor.membershipId,
      substituteId: undefined,
      alarmDaysAhead: [30, 0],
    },
    time,
  );
}

/** Tells who sent it in, when she still works there, in her own house. */
async function tellSender(
  tx: Tx<LibraryTables>,
  actor: Actor,
  { tenantId, id, submittedBy }: Submission,
  kind: string,
  { now, today }: DomainTime,
): Promise<void> {
  if (tenantId !== actor.organisationId) await goOnAsTenant(tx);
  await keepSubmission(tx, tenantId, id, today);
  const membershipId = await membershipOf(tx, tenantId, submittedBy);
  if (!membershipId) return;
  const path = `${SUBMISSIONS_PATH}/${id}`;
  await notify(tx, { tenantId, membershipId, personId: submittedBy, kind, path, level: 1 }, now);
}
