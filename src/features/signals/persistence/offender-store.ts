import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { OffenderKind, OffenderNote } from '../domain/offender.ts';
import type { YesNoUnknown } from '../domain/signal-report.ts';

type Notes = 'signals.offender_note';
type Readers = 'signals.offender_reader';
type Vault = 'vault.dossier_key';
const CONTENT = 'signals.offender_note.content';

export interface OffenderReader {
  readonly place: number;
  readonly personId: string;
  readonly name: string;
  readonly namedByName: string;
  readonly namedOn: PlainDate;
}

/** Who reads about alleged offenders here; at most three. Held until the deed is done when asked. */
export async function offenderReaders(
  tx: Tx<Readers>,
  tenantId: string,
  options: { readonly forUpdate: boolean } = { forUpdate: false },
): Promise<readonly OffenderReader[]> {
  let found = tx
    .selectFrom('signals.offender_reader')
    .select(['place', 'person_id', 'person_name', 'named_by_name', 'named_on'])
    .where('tenant_id', '=', tenantId)
    .orderBy('place');
  if (options.forUpdate) found = found.forUpdate();
  const rows = await found.execute();
  return rows.map((row) => ({
    place: row.place,
    personId: row.person_id,
    name: row.person_name,
    namedByName: row.named_by_name,
    namedOn: row.named_on,
  }));
}

/** Whether somebody was named. */
export async function isOffenderReader(tx: Tx<Readers>, tenantId: string, personId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('signals.offender_reader')
    .select('place')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Puts somebody in a place; false when somebody else was first. */
export async function insertReader(tx: Tx<Readers>, tenantId: string, reader: OffenderReader): Promise<boolean> {
  const made = await tx
    .insertInto('signals.offender_reader')
    .values({
      tenant_id: tenantId,
      place: reader.place,
      person_id: reader.personId,
      person_name: reader.name,
      named_by_name: reader.namedByName,
      named_on: reader.namedOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

export async function deleteReader(tx: Tx<Readers>, tenantId: string, personId: string): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('signals.offender_reader')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

/** Lays what is known of an alleged offender, sealed under a key of its own. */
export async function insertOffender(
  tx: Tx<Notes | Vault>,
  actor: Pick<Actor, 'organisationId' | 'personId' | 'personName'>,
  reportId: string,
  note: OffenderNote,
  content: string,
  remindAt: Date,
): Promise<void> {
  await tx
    .insertInto('signals.offender_note')
    .values({
      tenant_id: actor.organisationId,
      id: note.id,
      dossier_id: note.dossierId,
      report_id: reportId,
      kind: note.kind,
      content: await sealFor(tx, note.dossierId, CONTENT, note.id, content),
      may_be_victim: note.mayBeVictim,
      recorded_on: note.recordedOn,
      recorded_by: actor.personId,
      recorded_by_name: actor.personName,
      review_by: note.reviewBy,
      remind_at: remindAt,
    })
    .execute();
}

/** What is recorded of alleged offenders in a signal; `opens` says which of them are opened, each a row in the log. */
export async function offendersOf(
  tx: Tx<Notes | Vault>,
  tenantId: string,
  reportId: string,
  opens: (note: OffenderNote) => boolean,
): Promise<readonly (OffenderNote & { readonly content: string | undefined })[]> {
  const rows = await tx
    .selectFrom('signals.offender_note')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .orderBy('recorded_on')
    .orderBy('id')
    .limit(50)
    .execute();
  const notes = rows.map((row) => ({
    note: {
      id: row.id,
      dossierId: row.dossier_id,
      kind: row.kind as OffenderKind,
      mayBeVictim: row.may_be_victim as YesNoUnknown,
      recordedOn: row.recorded_on,
      recordedByName: row.recorded_by_name,
      reviewBy: row.review_by,
    },
    sealed: row.content,
  }));
  const readable = notes.filter(({ note }) => opens(note));
  const opened = await openMany(
    tx,
    readable.map(({ note: { id, dossierId }, sealed }) => {
      const about = { kind: 'signals.offender', id } as const;
      return { sealed, about, dossierId, column: CONTENT, rowId: id } as const;
    }),
  );
  return notes.map((each) => ({ ...each.note, content: opened[readable.indexOf(each)] }));
}

/** Says by when somebody looks again. @returns false when it is not in this signal */
export async function reviewOffender(
  tx: Tx<Notes>,
  tenantId: string,
  reportId: string,
  id: string,
  review: { readonly by: PlainDate; readonly remindAt: Date; readonly reason: string },
): Promise<boolean> {
  const changed = await tx
    .updateTable('signals.offender_note')
    .set({ review_by: review.by, review_reason: review.reason, remind_at: review.remindAt })
    .where('tenant_id', '=', tenantId)
    .where('report_id', '=', reportId)
    .where('id', '=', id)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** An entry whose readers are to hear that it waits, held until they did; undefined when they heard, or it is gone. */
export async function holdReminder(
  tx: Tx<Notes | 'signals.signal_report'>,
  tenantId: string,
  id: string,
  now: Date,
): Promise<{ readonly code: string; readonly dossierId: string } | undefined> {
  return tx
    .selectFrom('signals.offender_note as n')
    .innerJoin('signals.signal_report as r', (join) =>
      join.onRef('r.tenant_id', '=', 'n.tenant_id').onRef('r.id', '=', 'n.report_id'),
    )
    .select(['r.code', 'r.dossier_id as dossierId'])
    .where('n.tenant_id', '=', tenantId)
    .where('n.id', '=', id)
    .where('n.remind_at', '<=', now)
    .forUpdate('n')
    .executeTakeFirst();
}

/** The readers heard it. */
export async function closeReminder(tx: Tx<Notes>, tenantId: string, id: string): Promise<void> {
  await tx
    .updateTable('signals.offender_note')
    .set({ remind_at: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** Deletes one, or all of a signal. @returns the dossiers whose keys are to be destroyed */
export async function deleteOffenders(
  tx: Tx<Notes>,
  tenantId: string,
  which: { readonly id: string } | { readonly reportId: string },
): Promise<readonly string[]> {
  const all = tx.deleteFrom('signals.offender_note').where('tenant_id', '=', tenantId);
  const found = 'id' in which ? all.where('id', '=', which.id) : all.where('report_id', '=', which.reportId);
  return (await found.returning('dossier_id').execute()).map(({ dossier_id }) => dossier_id);
}
