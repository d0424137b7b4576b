import type { Tx } from '../../../platform/db/transact.ts';

type Table = 'accounts.late_form';

export interface LateFormRow {
  readonly id: string;
  readonly personId: string;
  readonly path: string;
  readonly sealed: Buffer;
}

/** Keeps the form, and sweeps away what nobody came back for. */
export async function insertLateForm(tx: Tx<Table>, form: LateFormRow, at: Date, sweepBefore: Date): Promise<void> {
  await tx.deleteFrom('accounts.late_form').where('created_at', '<', sweepBefore).execute();
  await tx
    .insertInto('accounts.late_form')
    .values({ id: form.id, person_id: form.personId, path: form.path, sealed: form.sealed, created_at: at })
    .execute();
}

export async function findLateForm(tx: Tx<Table>, id: string, notBefore: Date): Promise<LateFormRow | undefined> {
  return tx
    .selectFrom('accounts.late_form')
    .select(['id', 'person_id as personId', 'path', 'sealed'])
    .where('id', '=', id)
    .where('created_at', '>=', notBefore)
    .executeTakeFirst();
}

export async function deleteLateForm(tx: Tx<Table>, id: string): Promise<void> {
  await tx.deleteFrom('accounts.late_form').where('id', '=', id).execute();
}
