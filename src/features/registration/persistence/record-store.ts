import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Mergeable } from '../domain/merging.ts';
import type { DossierType } from '../domain/registration.ts';

type Records = 'registration.record';

/** A person as the register counts her, without what was reported. */
export interface RegisterRecord extends Mergeable {
  readonly dossierId: string;
  readonly code: string;
  readonly dossierType: DossierType;
  readonly receivedOn: PlainDate;
}

const RECORD = ['id', 'dossier_id', 'code', 'dossier_type', 'received_on', 'merged_into', 'root_id'] as const;

interface RecordRow {
  readonly id: string;
  readonly dossier_id: string;
  readonly code: string;
  readonly dossier_type: string;
  readonly received_on: PlainDate;
  readonly merged_into: string | null;
  readonly root_id: string;
}

const recordOf = (row: RecordRow): RegisterRecord => ({
  id: row.id,
  dossierId: row.dossier_id,
  code: row.code,
  dossierType: row.dossier_type as DossierType,
  receivedOn: row.received_on,
  mergedInto: row.merged_into ?? undefined,
  rootId: row.root_id,
});

export async function insertRecord(
  tx: Tx<Records>,
  tenantId: string,
  record: Pick<RegisterRecord, 'id' | 'dossierId' | 'code' | 'receivedOn'>,
): Promise<void> {
  await tx
    .insertInto('registration.record')
    .values({
      tenant_id: tenantId,
      id: record.id,
      dossier_id: record.dossierId,
      code: record.code,
      dossier_type: 'registration',
      received_on: record.receivedOn,
      root_id: record.id,
    })
    .execute();
}

/** A record by its code; undefined when it is not there or hidden from who asks. */
export async function recordByCode(
  tx: Tx<Records>,
  tenantId: string,
  code: string,
): Promise<RegisterRecord | undefined> {
  const row = await tx
    .selectFrom('registration.record')
    .select(RECORD)
    .where('tenant_id', '=', tenantId)
    .where('code', '=', code)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** How a record is spoken of; undefined when it is not there or hidden from who asks. */
export async function recordCode(tx: Tx<Records>, tenantId: string, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('registration.record')
    .select('code')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.code;
}

/**
 * Everything that counts with these records as one person, held in one order until the deed is done, so that two who merge the same
 * at once wait for each other.
 */
export async function holdFamilies(
  tx: Tx<Records>,
  tenantId: string,
  codes: readonly string[],
): Promise<readonly RegisterRecord[]> {
  const rows = await tx
    .selectFrom('registration.record')
    .select(RECORD)
    .where('tenant_id', '=', tenantId)
    .where('root_id', 'in', (eb) =>
      eb
        .selectFrom('registration.record')
        .select('root_id')
        .where('tenant_id', '=', tenantId)
        .where('code', 'in', [...codes]),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(recordOf);
}

/** A record, and whether more was alike than it was compared with. */
export type FamilyRecord = RegisterRecord & { readonly wasCut: boolean };

/** Everything that counts as one person with the record of this code, the one it ends at first; nothing when that is not there. */
export async function familyOf(
  tx: Tx<Records | 'registration.linkage_record'>,
  tenantId: string,
  code: string,
): Promise<readonly FamilyRecord[]> {
  const rows = await tx
    .selectFrom('registration.record as r')
    .select(RECORD)
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('registration.linkage_record as l')
            .select('l.id')
            .whereRef('l.tenant_id', '=', 'r.tenant_id')
            .whereRef('l.record_id', '=', 'r.id')
            .where('l.is_cut', '=', true),
        )
        .as('wasCut'),
    )
    .where('r.tenant_id', '=', tenantId)
    .where('r.root_id', 'in', (eb) =>
      eb.selectFrom('registration.record').select('root_id').where('tenant_id', '=', tenantId).where('code', '=', code),
    )
    .orderBy('r.merged_into', (order) => order.nullsFirst())
    .orderBy('r.received_on')
    .orderBy('r.id')
    .execute();
  return rows.map((row) => ({ ...recordOf(row), wasCut: Boolean(row.wasCut) }));
}

/** Where a record counts from now on, with everything under it. */
export async function reroot(
  tx: Tx<Records>,
  tenantId: string,
  top: { readonly id: string; readonly mergedInto: string | undefined; readonly rootId: string },
  under: readonly string[],
): Promise<void> {
  await tx
    .updateTable('registration.record')
    .set({ merged_into: top.mergedInto ?? null, root_id: top.rootId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', top.id)
    .execute();
  if (under.length === 0) return;
  await tx
    .updateTable('registration.record')
    .set({ root_id: top.rootId })
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...under])
    .execute();
}
