import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { Channel, DeclineReason, Handover } from '../domain/handover.ts';
import type { SignalReport } from '../domain/signal-report.ts';

type Table = 'signals.handover';

const COLUMNS = [
  'id',
  'channel',
  'message_id',
  'handed_on',
  'handed_by_name',
  'answer_by',
  'received_on',
  'received_by',
  'declined_on',
  'decline_reason',
] as const;

interface Row {
  readonly id: string;
  readonly channel: string;
  readonly message_id: string | null;
  readonly handed_on: PlainDate;
  readonly handed_by_name: string;
  readonly answer_by: PlainDate;
  readonly received_on: PlainDate | null;
  readonly received_by: string | null;
  readonly declined_on: PlainDate | null;
  readonly decline_reason: string | null;
}

const toHandover = (row: Row): Handover => ({
  id: row.id,
  channel: row.channel as Channel,
  messageId: row.message_id ?? undefined,
  handedOn: row.handed_on,
  handedByName: row.handed_by_name,
  answerBy: row.answer_by,
  receivedOn: row.received_on ?? undefined,
  receivedBy: row.received_by ?? undefined,
  declinedOn: row.declined_on ?? undefined,
  declineReason: (row.decline_reason as DeclineReason | null) ?? undefined,
});

/** Lays a hand-over, once: false when one to this receiver is open or received already. The index decides between two at once. */
export async function insertHandover(
  tx: Tx<Table>,
  actor: Pick<Actor, 'organisationId' | 'personId' | 'personName'>,
  report: Pick<SignalReport, 'id' | 'dossierId'>,
  handover: Pick<Handover, 'id' | 'channel' | 'messageId' | 'handedOn' | 'answerBy'> & {
    readonly edition: { readonly id: string; readonly version: number };
    readonly lookAt: Date | undefined;
  },
): Promise<boolean> {
  const made = await tx
    .insertInto('signals.handover')
    .values({
      tenant_id: actor.organisationId,
      id: handover.id,
      report_id: report.id,
      dossier_id: report.dossierId,
      channel: handover.channel,
      edition_id: handover.edition.id,
      edition_version: handover.edition.version,
      message_id: handover.messageId ?? null,
      handed_on: handover.handedOn,
      handed_by: actor.personId,
      handed_by_name: actor.personName,
      answer_by: handover.answerBy,
      look_at: handover.lookAt ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** The hand-overs of a signal, the latest first. */
export async function handoversOf(tx: Tx<Table>, tenantId: string, reportId: string): Promise<readonly Handover[]> {
  const rows = await tx
    .selectFrom('signals.handover')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .orderBy('handed_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toHandover);
}

/** One hand-over with the signal it is of, held until the deed is done. */
export async function holdHandover(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
): Promise<(Handover & { readonly reportId: string; readonly lookAt: Date | undefined }) | undefined> {
  const row = await tx
    .selectFrom('signals.handover')
    .select([...COLUMNS, 'report_id', 'look_at'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...toHandover(row), reportId: row.report_id, lookAt: row.look_at ?? undefined };
}

/** What the receiver answered; there is nothing to ask the exchange any more. */
export async function settleHandover(
  tx: Tx<Table>,
  tenantId: string,
  id: string,
  answer:
    | { readonly receivedOn: PlainDate; readonly receivedBy: string | undefined }
    | { readonly declinedOn: PlainDate; readonly reason: DeclineReason },
): Promise<void> {
  await tx
    .updateTable('signals.handover')
    .set({
      look_at: null,
      ...('receivedOn' in answer
        ? { received_on: answer.receivedOn, received_by: answer.receivedBy ?? null }
        : { declined_on: answer.declinedOn, decline_reason: answer.reason }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** Asks the exchange again at this moment. */
export async function lookAgain(tx: Tx<Table>, tenantId: string, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('signals.handover')
    .set({ look_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
