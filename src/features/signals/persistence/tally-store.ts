import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { SignalCategory } from '../domain/catalogue.ts';
import type { Form, ReporterFunction } from '../domain/signal-report.ts';

/** Counts one more signal in a month; who, where and which day is not kept. */
export async function addToTally(
  tx: Tx<'signals.tally'>,
  tenantId: string,
  counted: { readonly on: PlainDate; readonly reporterFunction: ReporterFunction; readonly form: Form },
): Promise<void> {
  const month = day(`${counted.on.slice(0, 7)}-01`);
  await sql`insert into signals.tally as t (tenant_id, month, reporter_function, form, count)
    values (${tenantId}::uuid, ${month}::date, ${counted.reporterFunction}, ${counted.form}, 1)
    on conflict (tenant_id, month, reporter_function, form) do update set count = t.count + 1`.execute(tx);
}

/** Writes down that something was passed on by the route of the police data act, and when. Never what. */
export async function noteInvestigation(
  tx: Tx<'signals.investigation_note'>,
  tenantId: string,
  { id, passedOn }: { readonly id: string; readonly passedOn: PlainDate },
): Promise<void> {
  await tx.insertInto('signals.investigation_note').values({ tenant_id: tenantId, id, passed_on: passedOn }).execute();
}

/** Counts, for each kind of sign that was recognised in one signal, whether weighing led to something. Which signal is not kept. */
export async function addSigns(
  tx: Tx<'signals.sign_tally'>,
  tenantId: string,
  counted: { readonly on: PlainDate; readonly categories: readonly SignalCategory[]; readonly ledOn: boolean },
): Promise<void> {
  if (counted.categories.length === 0) return;
  const year = Number(counted.on.slice(0, 4));
  await sql`insert into signals.sign_tally as t (tenant_id, year, category, led_on, count)
    select ${tenantId}::uuid, ${year}::integer, category, ${counted.ledOn}::boolean, 1
    from unnest(${[...counted.categories]}::text[]) category
    on conflict (tenant_id, year, category, led_on) do update set count = t.count + 1`.execute(tx);
}

/** How often each kind of sign was recognised in a year, and how often that led to something. */
export interface SignCount {
  readonly category: SignalCategory;
  readonly recognised: number;
  readonly ledOn: number;
}

/** The signs that were recognised in a year, by kind. */
export async function signCounts(
  tx: Tx<'signals.sign_tally'>,
  tenantId: string,
  year: number,
): Promise<readonly SignCount[]> {
  const { rows } = await sql<SignCount>`
    select category, sum(count)::integer as recognised, coalesce(sum(count) filter (where led_on), 0)::integer as "ledOn"
    from signals.sign_tally where tenant_id = ${tenantId} and year = ${year}
    group by category`.execute(tx);
  return rows;
}
