import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Sealed } from '../../../shared-kernel/sealed.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import type { TriageLevel, TriageReason } from '../domain/triage.ts';
import { aboutSignal } from './report-store.ts';

type Table = 'signals.weighing';
const BECAUSE = 'signals.weighing.because';

/** How a signal was weighed: what the rule advised and why, and what was decided. */
export interface Weighing {
  readonly id: string;
  readonly weighedOn: PlainDate;
  readonly weighedByName: string;
  readonly advice: TriageLevel;
  readonly adviceReasons: readonly TriageReason[];
  readonly outcome: TriageLevel;
  /** In the words of who weighed it. */
  readonly because: string | undefined;
  readonly agreedByName: string | undefined;
  /** What the second person read before she agreed. */
  readonly agreedReason: string | undefined;
}

/** Lays a weighing. One statement beside the keys. */
export async function insertWeighing(
  tx: Tx<Table | 'vault.dossier_key'>,
  tenantId: string,
  report: Pick<SignalReport, 'id' | 'dossierId'>,
  weighing: Weighing & { readonly weighedBy: string },
): Promise<void> {
  const { id, because } = weighing;
  await tx
    .insertInto('signals.weighing')
    .values({
      tenant_id: tenantId,
      id,
      report_id: report.id,
      dossier_id: report.dossierId,
      weighed_on: weighing.weighedOn,
      weighed_by: weighing.weighedBy,
      weighed_by_name: weighing.weighedByName,
      advice: weighing.advice,
      advice_reasons: [...weighing.adviceReasons],
      outcome: weighing.outcome,
      because: because === undefined ? null : await sealFor(tx, report.dossierId, BECAUSE, id, because),
      agreed_by_name: weighing.agreedByName ?? null,
      agreed_reason: weighing.agreedReason ?? null,
    })
    .execute();
}

/** Every weighing of a signal, newest first, with its reasons opened. */
export async function openWeighings(
  tx: Tx<Table | 'vault.dossier_key'>,
  tenantId: string,
  report: SignalReport,
): Promise<readonly Weighing[]> {
  const rows = await tx
    .selectFrom('signals.weighing')
    .select([
      'id',
      'weighed_on',
      'weighed_by_name',
      'advice',
      'advice_reasons',
      'outcome',
      'because',
      'agreed_by_name',
      'agreed_reason',
    ])
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', report.id)
    .orderBy('id', 'desc')
    .execute();
  const said = rows.filter(({ because }) => because !== null);
  const about = report.kind === 'person' ? aboutSignal(report) : 'nobody';
  const texts = await openMany(
    tx,
    said.map(({ id, because }) => ({
      sealed: because as Sealed<typeof BECAUSE>,
      about,
      dossierId: report.dossierId,
      column: BECAUSE,
      rowId: id,
    })),
  );
  return rows.map((row) => ({
    id: row.id,
    weighedOn: row.weighed_on,
    weighedByName: row.weighed_by_name,
    advice: row.advice as TriageLevel,
    adviceReasons: row.advice_reasons as TriageReason[],
    outcome: row.outcome as TriageLevel,
    because: texts[said.indexOf(row)],
    agreedByName: row.agreed_by_name ?? undefined,
    agreedReason: row.agreed_reason ?? undefined,
  }));
}

/** What the last weighing decided; undefined when there was none. */
export async function lastOutcome(tx: Tx<Table>, tenantId: string, reportId: string): Promise<TriageLevel | undefined> {
  const row = await tx
    .selectFrom('signals.weighing')
    .select('outcome')
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.outcome as TriageLevel | undefined;
}
