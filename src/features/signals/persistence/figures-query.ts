import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Step } from '../domain/figures.ts';
import type { Form, ReporterFunction } from '../domain/signal-report.ts';

export type FigureTables =
  | 'signals.tally'
  | 'signals.signal_report'
  | 'signals.reporter_update'
  | 'signals.erased_step';

/** How many signals of a month, function and form were counted or kept. */
export interface ReportedCount {
  readonly month: PlainDate;
  readonly reporterFunction: ReporterFunction;
  readonly form: Form;
  readonly count: number;
}

/** Every signal received from one month up to another, also what was only counted, and what was erased since: that is in the tally. */
export async function reportedCounts(
  tx: Tx<FigureTables>,
  tenantId: string,
  from: PlainDate,
  until: PlainDate,
): Promise<readonly ReportedCount[]> {
  const { rows } = await sql<ReportedCount>`
    select month, reporter_function as "reporterFunction", form, sum(count)::integer as count from (
      select t.month, t.reporter_function, t.form, t.count from signals.tally t
      where t.tenant_id = ${tenantId} and t.month >= ${from}::date and t.month < ${until}::date
      union all
      select date_trunc('month', r.received_on)::date, r.reporter_function, r.form, 1 from signals.signal_report r
      where r.tenant_id = ${tenantId} and r.received_on >= ${from}::date and r.received_on < ${until}::date) every
    group by month, reporter_function, form`.execute(tx);
  return rows;
}

/** How far the signals came that were kept in these months, also those that were erased since. One statement. */
export async function stepCounts(
  tx: Tx<FigureTables>,
  tenantId: string,
  from: PlainDate,
  until: PlainDate,
): Promise<ReadonlyMap<Step, number>> {
  const { rows } = await sql<{ step: Step; count: number }>`
    select step, sum(count)::integer as count from (
      select e.step, e.count from signals.erased_step e
      where e.tenant_id = ${tenantId} and e.month >= ${from}::date and e.month < ${until}::date
      union all
      select s.step, 1 from signals.signal_report r
      left join signals.reporter_update u on u.tenant_id = r.tenant_id and u.report_id = r.id
      cross join lateral ${STEPS_OF_ROW} s (step, holds)
      where r.tenant_id = ${tenantId} and r.received_on >= ${from}::date and r.received_on < ${until}::date and s.holds) every
    group by step`.execute(tx);
  return new Map(rows.map(({ step, count }) => [step, count]));
}

/** Which steps a signal took, from its days. */
const STEPS_OF_ROW = sql`(values
  ('kept', true),
  ('taken-up', r.taken_up_on is not null),
  ('passed-on', r.passed_on is not null),
  ('to-answer', u.tell_by is not null),
  ('answered-in-time', u.tell_by is not null and r.answered_on <= u.tell_by))`;

/** Counts how far a signal came that is about to be erased, so that the figures of its month stay what they were. */
export async function keepSteps(
  tx: Tx<'signals.signal_report' | 'signals.reporter_update' | 'signals.erased_step'>,
  tenantId: string,
  id: string,
): Promise<void> {
  await sql`
    insert into signals.erased_step as e (tenant_id, month, step, count)
    select r.tenant_id, date_trunc('month', r.received_on)::date, s.step, 1 from signals.signal_report r
    left join signals.reporter_update u on u.tenant_id = r.tenant_id and u.report_id = r.id
    cross join lateral ${STEPS_OF_ROW} s (step, holds)
    where r.tenant_id = ${tenantId} and r.id = ${id} and s.holds
    on conflict (tenant_id, month, step) do update set count = e.count + 1`.execute(tx);
}
