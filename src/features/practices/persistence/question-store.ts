import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { asksMoreWords } from '../domain/search.ts';
import { WEIGHED } from './practice-store.ts';

export type QuestionTables =
  | 'practices.question'
  | 'practices.answer'
  | 'practices.acceptance'
  | 'organisations.organisation';

/** A question as everybody reads it. */
export interface Question {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly element: string | undefined;
  readonly askedOn: PlainDate;
  readonly answerBy: PlainDate;
  readonly source: { readonly id: string; readonly name: string };
}

export interface Answer {
  readonly id: string;
  readonly text: string;
  readonly publishedAt: Date;
  readonly sourceName: string;
  /** Whoever asked says that this helped. */
  readonly isAccepted: boolean;
}

/** One line of the list of questions. */
export interface QuestionLine extends Omit<Question, 'text' | 'source'> {
  readonly sourceName: string;
  readonly answers: number;
  readonly isAccepted: boolean;
}

const COLUMNS = ['q.id', 'q.title', 'q.element', 'q.asked_on as askedOn', 'q.answer_by as answerBy'] as const;
/** The acceptance of whoever asked: nobody else's counts. */
const accepted = sql`practices.acceptance a where a.question_id = q.id and a.tenant_id = q.source_id`;

export interface QuestionFilter {
  /** A query of the full-text search (domain/search.ts). */
  readonly query?: string | undefined;
  readonly element?: string | undefined;
}

/**
 * What was asked, the newest first; with words what fits best first, of the newest that say them: `WEIGHED`, half of them in the question
 * and half in an answer. One statement with words, two without.
 */
export async function findQuestions(
  tx: Tx<QuestionTables>,
  { query, element }: QuestionFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly lines: readonly QuestionLine[]; readonly total: number }> {
  const asked = () => {
    const all = tx.selectFrom('practices.question as q');
    return element ? all.where('q.element', '=', element) : all;
  };
  const lines = asked()
    .innerJoin('organisations.organisation as o', 'o.id', 'q.source_id')
    .select(COLUMNS)
    .select('o.name as sourceName')
    .select(sql<number>`(select count(*)::int from practices.answer n where n.question_id = q.id)`.as('answers'))
    .select(sql<boolean>`exists (select from ${accepted})`.as('isAccepted'))
    .limit(page.limit)
    .offset(page.offset);
  if (query) {
    // a literal, of letters and digits only, as for practices
    const wanted = sql`to_tsquery('dutch', ${sql.lit(query)})`;
    const saying = (id: string, table: string) => sql`(select ${sql.ref(id)} from (
      select ${sql.ref(id)}, published_at, id as nth from ${sql.table(table)} where search @@ ${wanted}
      ${asksMoreWords(query) ? sql`offset 0` : sql``}) said order by published_at desc, nth limit ${sql.lit(WEIGHED / 2)})`;
    const rows = await lines
      .select(sql<number>`(count(*) over ())::int`.as('found'))
      .where(
        'q.id',
        'in',
        sql<string>`(${saying('id', 'practices.question')} union ${saying('question_id', 'practices.answer')})`,
      )
      .orderBy(sql`ts_rank(q.search, ${wanted})`, 'desc')
      .orderBy('q.published_at', 'desc')
      .orderBy('q.id')
      .execute();
    return { total: rows[0]?.found ?? 0, lines: rows.map(({ found: _, ...row }) => lineOf(row)) };
  }
  const { total } = await asked()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await lines.orderBy('q.published_at', 'desc').orderBy('q.id').execute();
  return { total: Number(total), lines: rows.map(lineOf) };
}

const lineOf = <Row extends { readonly element: string | null }>(row: Row) => ({
  ...row,
  element: row.element ?? undefined,
});

/** One question with its answers, what helped first; undefined when it is not there. */
export async function loadQuestion(
  tx: Tx<QuestionTables>,
  id: string,
): Promise<{ readonly question: Question; readonly answers: readonly Answer[] } | undefined> {
  const row = await tx
    .selectFrom('practices.question as q')
    .innerJoin('organisations.organisation as o', 'o.id', 'q.source_id')
    .select([...COLUMNS, 'q.text', 'q.source_id as sourceId', 'o.name as sourceName'])
    .where('q.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { sourceId, sourceName, ...question } = row;
  const answers = await tx
    .selectFrom('practices.answer as n')
    .innerJoin('practices.question as q', (join) =>
      join.onRef('q.id', '=', 'n.question_id').onRef('q.tenant_id', '=', 'n.tenant_id'),
    )
    .innerJoin('organisations.organisation as o', 'o.id', 'n.source_id')
    .select(['n.id', 'n.text', 'n.published_at as publishedAt', 'o.name as sourceName'])
    .select(sql<boolean>`exists (select from ${accepted} and a.answer_id = n.id)`.as('isAccepted'))
    .where('n.question_id', '=', id)
    .orderBy('isAccepted', 'desc')
    .orderBy('n.published_at')
    .limit(200)
    .execute();
  return {
    question: { ...question, element: row.element ?? undefined, source: { id: sourceId, name: sourceName } },
    answers,
  };
}

/** Publishes a question, in the house of who looked it over. */
export async function insertQuestion(
  tx: Tx<'practices.question'>,
  tenantId: string,
  question: Omit<Question, 'source'> & { readonly sourceId: string; readonly publishedAt: Date },
): Promise<void> {
  await tx
    .insertInto('practices.question')
    .values({
      tenant_id: tenantId,
      id: question.id,
      source_id: question.sourceId,
      title: question.title,
      text: question.text,
      element: question.element ?? null,
      asked_on: question.askedOn,
      answer_by: question.answerBy,
      published_at: question.publishedAt,
    })
    .execute();
}

/** Publishes an answer beside its question. */
export async function insertAnswer(
  tx: Tx<'practices.answer'>,
  tenantId: string,
  answer: {
    readonly id: string;
    readonly questionId: string;
    readonly sourceId: string;
    readonly text: string;
    readonly publishedAt: Date;
  },
): Promise<void> {
  await tx
    .insertInto('practices.answer')
    .values({
      tenant_id: tenantId,
      id: answer.id,
      question_id: answer.questionId,
      source_id: answer.sourceId,
      text: answer.text,
      published_at: answer.publishedAt,
    })
    .execute();
}

/** Says which answer helped, in place of what was said before. */
export async function saveAcceptance(
  tx: Tx<'practices.acceptance'>,
  tenantId: string,
  accepted: { readonly questionId: string; readonly answerId: string; readonly on: PlainDate },
): Promise<void> {
  const values = { answer_id: accepted.answerId, accepted_on: accepted.on };
  await tx
    .insertInto('practices.acceptance')
    .values({ tenant_id: tenantId, question_id: accepted.questionId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'question_id']).doUpdateSet(values))
    .execute();
}
