import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { SignalCategory, SignalForm, SignalRole } from '../domain/catalogue.ts';
import type { OwnSignal } from '../domain/own-signal.ts';
import type { SignalStrength } from '../domain/triage.ts';

type Tables = 'signals.own_signal';

/** Whoever adds a signal after this waits until this is done, and then counts and reads what was added. */
export async function awaitOwnSignals(tx: Tx<Tables>, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`signals.own_signal ${tenantId}`}, 0))`.execute(tx);
}

/** What the municipality added and did not withdraw, in the order in which it was added. */
export async function loadOwnSignals(tx: Tx<Tables>, tenantId: string): Promise<readonly OwnSignal[]> {
  const rows = await tx
    .selectFrom('signals.own_signal')
    .select(['id', 'form', 'category', 'roles', 'strength', 'what', 'elsewise', 'is_legal_sex_work', 'added_on'])
    .where('tenant_id', '=', tenantId)
    .where('withdrawn_on', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    form: row.form as SignalForm,
    category: row.category as SignalCategory,
    roles: row.roles as readonly SignalRole[],
    strength: row.strength as SignalStrength,
    what: row.what,
    elsewise: row.elsewise,
    isLegalSexWork: row.is_legal_sex_work,
    addedOn: row.added_on,
  }));
}

export async function insertOwnSignal(
  tx: Tx<Tables>,
  tenantId: string,
  signal: OwnSignal,
  byName: string,
): Promise<void> {
  await tx
    .insertInto('signals.own_signal')
    .values({
      tenant_id: tenantId,
      id: signal.id,
      form: signal.form,
      category: signal.category,
      roles: [...signal.roles],
      strength: signal.strength,
      what: signal.what,
      elsewise: signal.elsewise,
      is_legal_sex_work: signal.isLegalSexWork,
      added_on: signal.addedOn,
      added_by_name: byName,
    })
    .execute();
}

/** Withdraws a signal; false when it is not there, or was withdrawn before. */
export async function withdrawOwnSignal(tx: Tx<Tables>, tenantId: string, id: string, on: PlainDate): Promise<boolean> {
  const gone = await tx
    .updateTable('signals.own_signal')
    .set({ withdrawn_on: on })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst();
  return gone.numUpdatedRows === 1n;
}
