import type { Tx } from '../../../platform/db/transact.ts';
import type { Instrument, InstrumentKind, InstrumentUse } from '../domain/instrument.ts';

/** What this tenant said about its instruments. `forUpdate` holds those rows until the transaction ends. */
export async function loadInstruments(
  tx: Tx<'approach.instrument'>,
  tenantId: string,
  options?: { readonly forUpdate: boolean },
): Promise<readonly Instrument[]> {
  let query = tx.selectFrom('approach.instrument').selectAll().where('tenant_id', '=', tenantId).orderBy('kind');
  if (options?.forUpdate) query = query.forUpdate();
  const rows = await query.execute();
  return rows.map((row) => ({
    kind: row.kind as InstrumentKind,
    isAvailable: row.is_available,
    basis: row.basis ?? undefined,
    link: row.link ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    version: row.version,
    changedBy: row.changed_by,
    changedByPersonId: row.changed_by_person ?? undefined,
    changedAt: row.changed_at,
  }));
}

/** Saves what is said about an instrument over the version before it; false when somebody else was first. */
export async function saveInstrument(
  tx: Tx<'approach.instrument'>,
  tenantId: string,
  instrument: Instrument,
): Promise<boolean> {
  const row = {
    is_available: instrument.isAvailable,
    basis: instrument.basis ?? null,
    link: instrument.link ?? null,
    decided_by: instrument.decidedBy ?? null,
    version: instrument.version,
    changed_by: instrument.changedBy,
    changed_by_person: instrument.changedByPersonId ?? null,
    changed_at: instrument.changedAt,
  };
  if (instrument.version === 1) {
    const made = await tx
      .insertInto('approach.instrument')
      .values({ tenant_id: tenantId, kind: instrument.kind, ...row })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'kind']).doNothing())
      .executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await tx
    .updateTable('approach.instrument')
    .set(row)
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', instrument.kind)
    .where('version', '=', instrument.version - 1)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function insertUse(
  tx: Tx<'approach.instrument_use'>,
  tenantId: string,
  use: InstrumentUse,
): Promise<void> {
  await tx
    .insertInto('approach.instrument_use')
    .values({
      tenant_id: tenantId,
      id: use.id,
      kind: use.kind,
      used_on: use.usedOn,
      purpose: use.purpose,
      outcome: use.outcome ?? null,
      is_victim_checked: use.isVictimChecked ?? null,
      logged_by: use.by,
      logged_at: use.at,
    })
    .execute();
}

/** The log of use, the latest first; of one instrument when it is named. */
export async function loadUses(
  tx: Tx<'approach.instrument_use'>,
  tenantId: string,
  kind?: InstrumentKind,
): Promise<readonly InstrumentUse[]> {
  let query = tx
    .selectFrom('approach.instrument_use')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('used_on', 'desc')
    .orderBy('id', 'desc');
  if (kind !== undefined) query = query.where('kind', '=', kind);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as InstrumentKind,
    usedOn: row.used_on,
    purpose: row.purpose,
    outcome: row.outcome ?? undefined,
    isVictimChecked: row.is_victim_checked ?? undefined,
    by: row.logged_by,
    at: row.logged_at,
  }));
}
