import type { Tx } from '../../../platform/db/transact.ts';
import type { Sealed } from '../../../shared-kernel/sealed.ts';

type Table = 'accounts.late_form';

export interface LateFormRow {
  readonly id: string;
  readonly personId: string;
  readonly path: string;
  readonly sealed: Sealed<'accounts.late_form.sealed'>;
}

/** Keeps the form, and sweeps away what nobody came back for. */
export async function insertLateForm(tx: Tx<Table>, form: LateFormRow, at: Date, sweepBefore: Date): Promise<void> {
  await tx.deleteFrom('accounts.late_form').where('created_at', '<', sweepBefore).execute();
  await tx
    .insertInto('accounts.late_form')
    .values({ id: form.id, person_id: form.personId, path: form.path, sealed: form.sealed, created_at: at })
    .execute();
}

/** The form with this id, when this person wrote it. */
export async function findLateForm(
  tx: Tx<Table>,
  { id, personId }: Pick<LateFormRow, 'id' | 'personId'>,
  notBefore: Date,
): Promise<LateFormRow | undefined> {
  return tx
    .selectFrom('accounts.late_form')
    .select(['id', 'person_id as personId', 'path', 'sealed'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('created_at', '>=', notBefore)
    .executeTakeFirst();
}

/** Deletes the forms that this person wrote. @returns their ids. */
export async function deleteLateForms(
  tx: Tx<Table>,
  ids: readonly string[],
  personId: string,
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const gone = await tx
    .deleteFrom('accounts.late_form')
    .where('id', 'in', ids)
    .where('person_id', '=', personId)
    .returning('id')
    .execute();
  return gone.map(({ id }) => id);
}
