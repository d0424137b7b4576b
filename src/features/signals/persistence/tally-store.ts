import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
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
