import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Feedback, ToldHow } from '../domain/feedback.ts';
import type { SignalReport } from '../domain/signal-report.ts';

type Table = 'signals.reporter_update';

/** What the reporter of a signal was told last. */
export interface Told {
  readonly feedback: Feedback;
  readonly how: ToldHow;
  readonly on: PlainDate;
  readonly byName: string;
}

/** Lays when the reporter hears by itself that a signal is being looked at, and by when she must have heard something. */
export async function planUpdate(
  tx: Tx<Table>,
  tenantId: string,
  report: Pick<SignalReport, 'id' | 'dossierId'>,
  plan: { readonly id: string; readonly updateAt: Date | undefined; readonly tellBy: PlainDate | undefined },
): Promise<void> {
  await tx
    .insertInto('signals.reporter_update')
    .values({
      tenant_id: tenantId,
      id: plan.id,
      report_id: report.id,
      dossier_id: report.dossierId,
      update_at: plan.updateAt ?? null,
      tell_by: plan.tellBy ?? null,
    })
    .execute();
}

/** Writes down what the reporter was told, over what was told before (`id` is used when there was nothing); nothing more comes by itself. */
export async function noteTold(
  tx: Tx<Table>,
  tenantId: string,
  report: Pick<SignalReport, 'id' | 'dossierId'>,
  told: Told & { readonly id: string },
): Promise<void> {
  const row = {
    update_at: null,
    feedback: told.feedback,
    told_how: told.how,
    told_on: told.on,
    told_by_name: told.byName,
  };
  await tx
    .insertInto('signals.reporter_update')
    .values({ tenant_id: tenantId, id: told.id, report_id: report.id, dossier_id: report.dossierId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'report_id']).doUpdateSet(row))
    .execute();
}

/** What the reporters of these signals were told last, by signal. */
export async function toldAbout(
  tx: Tx<Table>,
  tenantId: string,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, Told>> {
  if (reportIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('signals.reporter_update')
    .select(['report_id', 'feedback', 'told_how', 'told_on', 'told_by_name'])
    .where('tenant_id', '=', tenantId)
    .where('report_id', 'in', reportIds)
    .execute();
  return new Map(
    rows.flatMap(({ report_id, feedback, told_how, told_on, told_by_name }) =>
      feedback && told_how && told_on && told_by_name
        ? [
            [
              report_id,
              { feedback: feedback as Feedback, how: told_how as ToldHow, on: told_on, byName: told_by_name },
            ] as const,
          ]
        : [],
    ),
  );
}

/** The update that is due, held until it was sent; undefined when the reporter heard meanwhile. */
export async function holdUpdate(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  now: Date,
): Promise<{ readonly reportId: string; readonly dossierId: string } | undefined> {
  const row = await tx
    .selectFrom('signals.reporter_update')
    .select(['report_id as reportId', 'dossier_id as dossierId'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('update_at', '<=', now)
    .forUpdate()
    .executeTakeFirst();
  return row;
}

/** The update was sent, or there is nobody left to hear it. */
export async function closeUpdate(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  updatedOn: PlainDate | undefined,
): Promise<void> {
  await tx
    .updateTable('signals.reporter_update')
    .set({ update_at: null, updated_on: updatedOn ?? null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
