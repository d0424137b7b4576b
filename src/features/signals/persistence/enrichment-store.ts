import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type {
  CodeReason,
  CodeStep,
  Enrichment,
  LookedConclusion,
  Register,
  StepConclusion,
  TakenStep,
} from '../domain/enrichment.ts';
import type { SignalReport } from '../domain/signal-report.ts';

type Of = Pick<SignalReport, 'id' | 'dossierId'>;
type By = Pick<Actor, 'organisationId' | 'personId' | 'personName'>;

const NOTE = 'signals.enrichment.note';

/** Lays that somebody looked, with what it comes down to. */
export async function insertEnrichment(
  tx: Tx<'signals.enrichment' | 'vault.dossier_key'>,
  actor: By,
  report: Of,
  looked: {
    readonly id: string;
    readonly register: Register;
    readonly conclusion: LookedConclusion;
    readonly note: string | undefined;
    readonly on: PlainDate;
  },
): Promise<void> {
  await tx
    .insertInto('signals.enrichment')
    .values({
      tenant_id: actor.organisationId,
      id: looked.id,
      report_id: report.id,
      dossier_id: report.dossierId,
      register: looked.register,
      conclusion: looked.conclusion,
      note: looked.note === undefined ? null : await sealFor(tx, report.dossierId, NOTE, looked.id, looked.note),
      looked_on: looked.on,
      looked_by: actor.personId,
      looked_by_name: actor.personName,
    })
    .execute();
}

/** What was looked up about a signal, the latest first, with the sentences opened. */
export async function openEnrichments(
  tx: Tx<'signals.enrichment' | 'vault.dossier_key'>,
  tenantId: string,
  report: Of,
  about: { readonly kind: string; readonly id: string } | 'nobody',
): Promise<readonly (Enrichment & { readonly note: string | undefined })[]> {
  const rows = await tx
    .selectFrom('signals.enrichment')
    .select(['id', 'register', 'conclusion', 'note', 'looked_on', 'looked_by_name'])
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', report.id)
    .orderBy('id', 'desc')
    .execute();
  const noted = rows.flatMap(({ id, note }) => (note ? [{ id, note }] : []));
  const notes = await openMany(
    tx,
    noted.map(
      ({ id, note }) => ({ sealed: note, about, dossierId: report.dossierId, column: NOTE, rowId: id }) as const,
    ),
  );
  return rows.map((row) => ({
    id: row.id,
    register: row.register as Register,
    conclusion: row.conclusion as LookedConclusion,
    note: notes[noted.findIndex(({ id }) => id === row.id)],
    lookedOn: row.looked_on,
    lookedByName: row.looked_by_name,
  }));
}

export async function insertCodeStep(
  tx: Tx<'signals.reporting_code_step'>,
  actor: By,
  report: Of,
  recorded: TakenStep & { readonly id: string; readonly on: PlainDate },
): Promise<void> {
  await tx
    .insertInto('signals.reporting_code_step')
    .values({
      tenant_id: actor.organisationId,
      id: recorded.id,
      report_id: report.id,
      dossier_id: report.dossierId,
      reason: recorded.reason,
      step: recorded.step,
      conclusion: recorded.conclusion,
      taken_on: recorded.takenOn,
      recorded_on: recorded.on,
      recorded_by: actor.personId,
      recorded_by_name: actor.personName,
    })
    .execute();
}

export interface RecordedStep extends TakenStep {
  readonly id: string;
  readonly recordedByName: string;
}

/** What was recorded of the reporting code, the latest first. */
export async function codeStepsOf(
  tx: Tx<'signals.reporting_code_step'>,
  tenantId: string,
  reportId: string,
): Promise<readonly RecordedStep[]> {
  const rows = await tx
    .selectFrom('signals.reporting_code_step')
    .select(['id', 'reason', 'step', 'conclusion', 'taken_on', 'recorded_by_name'])
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reason: row.reason as CodeReason,
    step: row.step as CodeStep,
    conclusion: row.conclusion as StepConclusion,
    takenOn: row.taken_on,
    recordedByName: row.recorded_by_name,
  }));
}
