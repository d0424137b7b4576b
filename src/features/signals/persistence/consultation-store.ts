import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { AdvisedStep, Consultation, ConsultPartner } from '../domain/consultation.ts';
import type { SignalReport } from '../domain/signal-report.ts';

type Table = 'signals.consultation';
type Vault = 'vault.dossier_key';
type Of = Pick<SignalReport, 'id' | 'dossierId'>;

const QUESTION = 'signals.consultation.question';
const ADVICE = 'signals.consultation.advice';

/** Lays a question, sealed under the key of the signal's dossier. */
export async function insertConsultation(
  tx: Tx<Table | Vault>,
  actor: Pick<Actor, 'organisationId' | 'personId' | 'personName'>,
  report: Of,
  asked: {
    readonly id: string;
    readonly partner: ConsultPartner;
    readonly messageId: string | undefined;
    readonly question: string;
    readonly askedOn: PlainDate;
  },
): Promise<void> {
  await tx
    .insertInto('signals.consultation')
    .values({
      tenant_id: actor.organisationId,
      id: asked.id,
      report_id: report.id,
      dossier_id: report.dossierId,
      partner: asked.partner,
      message_id: asked.messageId ?? null,
      question: await sealFor(tx, report.dossierId, QUESTION, asked.id, asked.question),
      asked_on: asked.askedOn,
      asked_by: actor.personId,
      asked_by_name: actor.personName,
    })
    .execute();
}

/** Writes down what was advised, once: false when somebody else was first. */
export async function recordAdvice(
  tx: Tx<Table | Vault>,
  tenantId: string,
  report: Of,
  id: string,
  advice: { readonly text: string; readonly step: AdvisedStep; readonly on: PlainDate },
): Promise<boolean> {
  const changed = await tx
    .updateTable('signals.consultation')
    .set({
      answered_on: advice.on,
      advised_step: advice.step,
      advice: await sealFor(tx, report.dossierId, ADVICE, id, advice.text),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('answered_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** The consultations about a signal, the latest first, without what was asked and advised. */
export async function consultationsOf(
  tx: Tx<Table>,
  tenantId: string,
  reportId: string,
): Promise<readonly Consultation[]> {
  const rows = await tx
    .selectFrom('signals.consultation')
    .select(['id', 'partner', 'message_id', 'asked_on', 'asked_by_name', 'answered_on', 'advised_step'])
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    partner: row.partner as ConsultPartner,
    messageId: row.message_id ?? undefined,
    askedOn: row.asked_on,
    askedByName: row.asked_by_name,
    answeredOn: row.answered_on ?? undefined,
    advisedStep: (row.advised_step as AdvisedStep | null) ?? undefined,
  }));
}

export interface ConsultationText {
  readonly question: string;
  readonly advice: string | undefined;
}

/** What was asked and advised, by consultation. Nothing in a question says whom it is about; the advice may. */
export async function openConsultations(
  tx: Tx<Table | Vault>,
  tenantId: string,
  report: Of,
  about: { readonly kind: string; readonly id: string } | 'nobody',
): Promise<ReadonlyMap<string, ConsultationText>> {
  const rows = await tx
    .selectFrom('signals.consultation')
    .select(['id', 'question', 'advice'])
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', report.id)
    .execute();
  const { dossierId } = report;
  const questions = await openMany(
    tx,
    rows.map(({ id, question }) => ({ sealed: question, about, dossierId, column: QUESTION, rowId: id }) as const),
  );
  const advised = rows.flatMap(({ id, advice }) => (advice ? [{ id, advice }] : []));
  const advices = await openMany(
    tx,
    advised.map(({ id, advice }) => ({ sealed: advice, about, dossierId, column: ADVICE, rowId: id }) as const),
  );
  return new Map(
    rows.flatMap(({ id }, index) => {
      const question = questions[index];
      const at = advised.findIndex((each) => each.id === id);
      return question === undefined ? [] : [[id, { question, advice: at < 0 ? undefined : advices[at] }]];
    }),
  );
}
