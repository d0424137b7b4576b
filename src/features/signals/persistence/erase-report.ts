import type { AnyTx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** Everything that hangs on a signal, what hangs on something else of it first. */
const HANGS_ON_IT = [
  'signals.photo',
  'signals.identity_opening',
  'signals.identity',
  'signals.question',
  'signals.weighing',
  'signals.reporter_update',
  'signals.handover',
  'signals.leaving_answer',
  'signals.consultation',
  'signals.enrichment',
  'signals.reporting_code_step',
] as const;

/** Deletes a signal and all that hangs on it. @returns how many rows of which table, and what may still be counted of it. */
export async function deleteReport(
  tx: AnyTx,
  tenantId: string,
  id: string,
): Promise<{
  readonly erased: Readonly<Record<string, number>>;
  readonly counted:
    | { readonly receivedOn: PlainDate; readonly reporterFunction: string; readonly form: string }
    | undefined;
}> {
  const erased: Record<string, number> = {};
  for (const table of HANGS_ON_IT) {
    const deleted = await tx
      .deleteFrom(table)
      .where('tenant_id', '=', tenantId)
      .where('report_id', '=', id)
      .executeTakeFirst();
    erased[table] = Number(deleted.numDeletedRows);
  }
  const counted = await tx
    .deleteFrom('signals.signal_report')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(['received_on as receivedOn', 'reporter_function as reporterFunction', 'form'])
    .executeTakeFirst();
  erased['signals.signal_report'] = counted ? 1 : 0;
  return { erased, counted };
}

/** The messages that were sent about a signal: questions for advice, and what was handed over. */
export async function messagesAbout(tx: AnyTx, tenantId: string, id: string): Promise<readonly string[]> {
  const rows = await Promise.all(
    (['signals.handover', 'signals.consultation'] as const).map((table) =>
      tx
        .selectFrom(table)
        .select('message_id')
        .where('tenant_id', '=', tenantId)
        .where('report_id', '=', id)
        .where('message_id', 'is not', null)
        .execute(),
    ),
  );
  return rows.flat().map(({ message_id }) => message_id!);
}
