import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Answer, Choice, Question, Respondent } from '../domain/scan.ts';

/** Everything that was said in a scan. */
export interface ScanContents {
  readonly respondents: readonly Respondent[];
  readonly answers: readonly Answer[];
  readonly questions: readonly Question[];
  readonly choices: readonly Choice[];
}

/** What was said in one scan, in one statement. */
export async function loadContents(
  tx: Tx<'approach.scan_respondent' | 'approach.scan_answer' | 'approach.scan_question' | 'approach.scan_choice'>,
  tenantId: string,
  scanId: string,
): Promise<ScanContents> {
  const where = sql`tenant_id = ${tenantId} and scan_id = ${scanId}`;
  const { rows } = await sql<{
    respondents: readonly { membership_id: string; name: string; finished_at: string | null }[];
    answers: readonly AnswerJson[];
    questions: readonly QuestionJson[];
    choices: readonly Record<'element' | 'respondent_id' | 'reason' | 'seen' | 'chosen_by_name', string>[];
  }>`
    select
      (select coalesce(json_agg(r order by r.name, r.membership_id), '[]') from approach.scan_respondent r where ${where}) as respondents,
      (select coalesce(json_agg(a order by a.element, a.respondent_name, a.respondent_id), '[]') from approach.scan_answer a where ${where}) as answers,
      (select coalesce(json_agg(q order by q.element, q.asked_by_name), '[]') from approach.scan_question q where ${where}) as questions,
      (select coalesce(json_agg(c), '[]') from approach.scan_choice c where ${where}) as choices`.execute(tx);
  const { respondents, answers, questions, choices } = rows[0]!;
  return {
    respondents: respondents.map((row) => ({
      membershipId: row.membership_id,
      name: row.name,
      finishedAt: row.finished_at ? new Date(row.finished_at) : undefined,
    })),
    answers: answers.map(answerOf),
    questions: questions.map((row) => ({
      element: row.element,
      askedById: row.asked_by,
      askedByName: row.asked_by_name,
      colleagueId: row.colleague_id,
      colleagueName: row.colleague_name,
      answeredAt: row.answered_at ? new Date(row.answered_at) : undefined,
    })),
    choices: choices.map((row) => ({
      element: row.element,
      respondentId: row.respondent_id,
      reason: row.reason,
      seen: row.seen,
      chosenByName: row.chosen_by_name,
    })),
  };
}

interface QuestionJson {
  readonly element: string;
  readonly asked_by: string;
  readonly asked_by_name: string;
  readonly colleague_id: string;
  readonly colleague_name: string;
  readonly answered_at: string | null;
}

interface AnswerJson {
  readonly element: string;
  readonly respondent_id: string;
  readonly respondent_name: string;
  readonly origin: string;
  readonly state: string;
  readonly evidence_title: string | null;
  readonly evidence_link: string | null;
  readonly evidence_file_id: string | null;
  readonly adopting_body: string | null;
  readonly document_on: PlainDate | null;
  readonly decided_on: PlainDate | null;
  readonly valid_until: PlainDate | null;
  readonly region_id: string | null;
  readonly reason: string | null;
  readonly remark: string | null;
  readonly version: number;
  readonly answered_at: string;
}

const answerOf = (row: AnswerJson): Answer => ({
  element: row.element,
  respondentId: row.respondent_id,
  respondentName: row.respondent_name,
  origin: row.origin as Answer['origin'],
  state: row.state as Answer['state'],
  evidence: {
    title: row.evidence_title ?? undefined,
    link: row.evidence_link ?? undefined,
    fileId: row.evidence_file_id ?? undefined,
    documentOn: row.document_on ?? undefined,
    adoptingBody: row.adopting_body ?? undefined,
    decidedOn: row.decided_on ?? undefined,
    validUntil: row.valid_until ?? undefined,
  },
  regionId: row.region_id ?? undefined,
  reason: row.reason ?? undefined,
  remark: row.remark ?? undefined,
  version: row.version,
  answeredAt: new Date(row.answered_at),
});

/** Saves an answer over the version before it (`answer.version - 1`); false when another one was saved in between. */
export async function saveAnswer(
  tx: Tx<'approach.scan_answer'>,
  tenantId: string,
  scanId: string,
  answer: Answer,
): Promise<boolean> {
  const { evidence } = answer;
  const row = {
    respondent_name: answer.respondentName,
    origin: answer.origin,
    state: answer.state,
    evidence_title: evidence.title ?? null,
    evidence_link: evidence.link ?? null,
    evidence_file_id: evidence.fileId ?? null,
    adopting_body: evidence.adoptingBody ?? null,
    document_on: evidence.documentOn ?? null,
    decided_on: evidence.decidedOn ?? null,
    valid_until: evidence.validUntil ?? null,
    region_id: answer.regionId ?? null,
    reason: answer.reason ?? null,
    remark: answer.remark ?? null,
    version: answer.version,
    answered_at: answer.answeredAt,
  };
  const key = { tenant_id: tenantId, scan_id: scanId, element: answer.element, respondent_id: answer.respondentId };
  if (answer.version === 1) {
    const made = await tx
      .insertInto('approach.scan_answer')
      .values({ ...key, ...row })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'scan_id', 'element', 'respondent_id']).doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await tx
    .updateTable('approach.scan_answer')
    .set(row)
    .where('tenant_id', '=', key.tenant_id)
    .where('scan_id', '=', key.scan_id)
    .where('element', '=', key.element)
    .where('respondent_id', '=', key.respondent_id)
    .where('version', '=', answer.version - 1)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** The last question to this colleague about an element that she had not answered when its scan was settled. */
export async function endedQuestion(
  tx: Tx<'approach.scan' | 'approach.scan_question'>,
  tenantId: string,
  { element, colleagueId }: Pick<Question, 'element' | 'colleagueId'>,
): Promise<{ readonly askedByName: string; readonly framework: string; readonly settledAt: Date } | undefined> {
  const row = await tx
    .selectFrom('approach.scan_question as q')
    .innerJoin('approach.scan as s', (join) =>
      join.onRef('s.tenant_id', '=', 'q.tenant_id').onRef('s.id', '=', 'q.scan_id'),
    )
    .select(['q.asked_by_name as askedByName', 's.framework', 's.settled_at as settledAt'])
    .where('q.tenant_id', '=', tenantId)
    .where('q.colleague_id', '=', colleagueId)
    .where('q.element', '=', element)
    .where('q.answered_at', 'is', null)
    .where('s.settled_at', 'is not', null)
    .orderBy('s.settled_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, settledAt: row.settledAt! };
}

/** Asks a colleague; asking another one about the same element takes the place of the first question. */
export async function saveQuestion(
  tx: Tx<'approach.scan_question'>,
  tenantId: string,
  scanId: string,
  question: Question & { readonly askedAt: Date },
): Promise<void> {
  const row = {
    colleague_id: question.colleagueId,
    colleague_name: question.colleagueName,
    asked_at: question.askedAt,
    answered_at: null,
  };
  await tx
    .insertInto('approach.scan_question')
    .values({
      tenant_id: tenantId,
      scan_id: scanId,
      element: question.element,
      asked_by: question.askedById,
      asked_by_name: question.askedByName,
      ...row,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'scan_id', 'element', 'asked_by']).doUpdateSet(row))
    .execute();
}

/** Closes the questions about an element that were put to this colleague. */
export async function closeQuestions(
  tx: Tx<'approach.scan_question'>,
  tenantId: string,
  scanId: string,
  about: { readonly element: string; readonly colleagueId: string },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('approach.scan_question')
    .set({ answered_at: at })
    .where('tenant_id', '=', tenantId)
    .where('scan_id', '=', scanId)
    .where('element', '=', about.element)
    .where('colleague_id', '=', about.colleagueId)
    .where('answered_at', 'is', null)
    .execute();
}

export async function saveChoice(
  tx: Tx<'approach.scan_choice'>,
  tenantId: string,
  scanId: string,
  choice: Choice & { readonly chosenAt: Date },
): Promise<void> {
  const row = {
    respondent_id: choice.respondentId,
    reason: choice.reason,
    seen: choice.seen,
    chosen_by_name: choice.chosenByName,
    chosen_at: choice.chosenAt,
  };
  await tx
    .insertInto('approach.scan_choice')
    .values({ tenant_id: tenantId, scan_id: scanId, element: choice.element, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'scan_id', 'element']).doUpdateSet(row))
    .execute();
}
