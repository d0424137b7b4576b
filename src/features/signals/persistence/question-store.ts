import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { aboutSignal } from './report-store.ts';

type Table = 'signals.question';
const ANSWER = 'signals.question.answer';

/** A question to whoever passed a signal on. */
export interface Question {
  readonly id: string;
  readonly question: string;
  readonly askedOn: PlainDate;
  readonly askedByName: string;
  readonly answeredOn: PlainDate | undefined;
}

export async function insertQuestion(
  tx: Tx<Table>,
  actor: Actor,
  report: Pick<SignalReport, 'id' | 'dossierId'> & { readonly reporterPersonId: string },
  asked: { readonly id: string; readonly question: string; readonly on: PlainDate },
): Promise<void> {
  await tx
    .insertInto('signals.question')
    .values({
      tenant_id: actor.organisationId,
      id: asked.id,
      report_id: report.id,
      dossier_id: report.dossierId,
      reporter_person_id: report.reporterPersonId,
      question: asked.question,
      asked_on: asked.on,
      asked_by_name: actor.personName,
    })
    .execute();
}

/** Every question about a signal with its answer, in one or two statements. Opens the answers. */
export async function questionsOf(
  tx: Tx<Table | 'vault.dossier_key'>,
  tenantId: string,
  report: SignalReport,
): Promise<readonly (Question & { readonly answer: string | undefined })[]> {
  const rows = await tx
    .selectFrom('signals.question')
    .select(['id', 'question', 'asked_on', 'asked_by_name', 'answered_on', 'answer'])
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', report.id)
    .orderBy('asked_on')
    .orderBy('id')
    .execute();
  const answered = rows.filter(({ answer }) => answer !== null);
  const about = report.kind === 'person' ? aboutSignal(report) : 'nobody';
  const texts = await openMany(
    tx,
    answered.map(({ id, answer }) => ({
      sealed: answer!,
      about,
      dossierId: report.dossierId,
      column: ANSWER,
      rowId: id,
    })),
  );
  return rows.map((row) => ({
    id: row.id,
    question: row.question,
    askedOn: row.asked_on,
    askedByName: row.asked_by_name,
    answeredOn: row.answered_on ?? undefined,
    answer: texts[answered.indexOf(row)],
  }));
}

/** A question that waits for this colleague, with the signal it is about. */
export interface WaitingQuestion extends Question {
  readonly reportId: string;
  readonly dossierId: string;
  readonly code: string;
}

/** The questions that wait for an answer of this colleague. */
export async function questionsFor(
  tx: Tx<Table | 'signals.signal_report'>,
  tenantId: string,
  personId: string,
): Promise<readonly WaitingQuestion[]> {
  const rows = await tx
    .selectFrom('signals.question as q')
    .innerJoin('signals.signal_report as r', (join) =>
      join.onRef('r.tenant_id', '=', 'q.tenant_id').onRef('r.id', '=', 'q.report_id'),
    )
    .select(['q.id', 'q.question', 'q.asked_on', 'q.asked_by_name', 'q.report_id', 'q.dossier_id', 'r.code'])
    .where('q.tenant_id', '=', tenantId)
    .where('q.reporter_person_id', '=', personId)
    .where('q.answered_on', 'is', null)
    .where('r.closed_on', 'is', null)
    .orderBy('q.asked_on')
    .orderBy('q.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    question: row.question,
    askedOn: row.asked_on,
    askedByName: row.asked_by_name,
    answeredOn: undefined,
    reportId: row.report_id,
    dossierId: row.dossier_id,
    code: row.code,
  }));
}

/** Seals the answer, once: false when the question was answered before. */
export async function answerQuestion(
  tx: Tx<Table | 'vault.dossier_key'>,
  tenantId: string,
  question: Pick<WaitingQuestion, 'id' | 'dossierId'>,
  answer: string,
  on: PlainDate,
): Promise<boolean> {
  const changed = await tx
    .updateTable('signals.question')
    .set({ answer: await sealFor(tx, question.dossierId, ANSWER, question.id, answer), answered_on: on })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', question.id)
    .where('answered_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
