import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { QuestionTables } from './question-store.ts';

/** A question that is news, with what helped, or else the newest answers. */
export interface NewsQuestion {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly sourceName: string;
  readonly answers: readonly {
    readonly text: string;
    readonly sourceName: string;
    readonly isAccepted: boolean;
  }[];
  /** How many answers it has in all. */
  readonly answered: number;
}

/** How many answers of one question stand in the letter when none was said to help. */
const NEWEST = 2;

/**
 * The questions that were published in the period or got their first answer in it, newest first, as they are published now.
 * One statement.
 */
export async function findNews(
  tx: Tx<QuestionTables>,
  { from, until }: { readonly from: Date; readonly until: Date },
  limit: number,
): Promise<{ readonly questions: readonly NewsQuestion[]; readonly total: number }> {
  const of = sql`n.tenant_id = q.tenant_id and n.question_id = q.id`;
  const { rows } = await sql<NewsQuestion & { readonly total: number }>`
    select q.id, q.title, q.text, o.name as "sourceName", q.total,
      (select count(*)::int from practices.answer n where ${of}) as answered,
      coalesce((
        select jsonb_agg(jsonb_build_object('text', told.text, 'sourceName', told.name, 'isAccepted', told.helped)
          order by told.published_at desc)
        from (
          select n.text, s.name, n.published_at, a.answer_id is not null as helped,
            row_number() over (order by a.answer_id is null, n.published_at desc, n.id) as place,
            bool_or(a.answer_id is not null) over () as has_helped
          from practices.answer n
          join organisations.organisation s on s.id = n.source_id
          left join practices.acceptance a
            on a.tenant_id = q.source_id and a.question_id = q.id and a.answer_id = n.id
          where ${of}
        ) as told
        where told.place <= case when told.has_helped then 1 else ${sql.lit(NEWEST)} end
      ), '[]') as answers
    from (
      select q.*, (count(*) over ())::int as total
      from practices.question q
      where (q.published_at >= ${from} and q.published_at < ${until})
        or (exists (select from practices.answer n where ${of} and n.published_at >= ${from} and n.published_at < ${until})
          and not exists (select from practices.answer n where ${of} and n.published_at < ${from}))
      order by q.published_at desc, q.id
      limit ${limit}
    ) as q
    join organisations.organisation o on o.id = q.source_id
    order by q.published_at desc, q.id`.execute(tx);
  return { total: rows[0]?.total ?? 0, questions: rows };
}
