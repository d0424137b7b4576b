import type { Tx } from '../../../platform/db/transact.ts';
import { openMany, sealFor } from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import {
  type Around,
  type AroundContent,
  type AroundPart,
  type Standing,
  WITH_AUTHORITY,
} from '../domain/cases/around.ts';
import { aboutPerson } from './case-store.ts';

type Table = 'care.around';
type Vault = 'vault.dossier_key';
const CONTENT = 'care.around.content';

export type NewAround = Omit<Around, 'content' | 'endedOn' | 'version'> & { readonly content: AroundContent };

export async function insertAround(tx: Tx<Table | Vault>, tenantId: string, around: NewAround): Promise<void> {
  await tx
    .insertInto('care.around')
    .values({
      tenant_id: tenantId,
      id: around.id,
      case_id: around.caseId,
      dossier_id: around.dossierId,
      part: around.part,
      standing: around.standing,
      content: await sealFor(tx, around.dossierId, CONTENT, around.id, JSON.stringify(around.content)),
      recorded_by_name: around.recordedByName,
      recorded_on: around.recordedOn,
    })
    .execute();
}

/** Who is around the person, and was, opened: those of now first. */
export async function aroundOf(tx: Tx<Table | Vault>, tenantId: string, caseId: string): Promise<readonly Around[]> {
  const rows = await tx
    .selectFrom('care.around')
    .select([
      'id',
      'dossier_id',
      'part',
      'standing',
      'content',
      'recorded_by_name',
      'recorded_on',
      'ended_on',
      'version',
    ])
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('recorded_on')
    .orderBy('id')
    .execute();
  const texts = await openMany(
    tx,
    rows.map(({ id, dossier_id, content }) => ({
      about: aboutPerson(caseId),
      dossierId: dossier_id,
      rowId: id,
      column: CONTENT,
      sealed: content,
    })),
  );
  return rows.map((row, index) => {
    const text = texts[index];
    return {
      id: row.id,
      caseId,
      dossierId: row.dossier_id,
      part: row.part as AroundPart,
      standing: row.standing as Standing,
      content: text === undefined ? undefined : (JSON.parse(text) as AroundContent),
      recordedByName: row.recorded_by_name,
      recordedOn: row.recorded_on,
      endedOn: row.ended_on ?? undefined,
      version: row.version,
    };
  });
}

/** Writes whether contact is safe now, or that somebody is no longer around. @returns false when it is not there, or ended before. */
export async function markAround(
  tx: Tx<Table>,
  tenantId: string,
  of: { readonly caseId: string; readonly id: string },
  marks: { readonly standing: Standing } | { readonly endedOn: PlainDate },
): Promise<boolean> {
  const changed = await tx
    .updateTable('care.around')
    .set((w) => ({
      version: w('version', '+', 1),
      ...('standing' in marks ? { standing: marks.standing } : { ended_on: marks.endedOn }),
    }))
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', of.caseId)
    .where('id', '=', of.id)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Who has authority over the person or speaks for her today, and whether contact with each is safe. */
export async function authorityOf(
  tx: Tx<Table>,
  tenantId: string,
  caseId: string,
): Promise<readonly Pick<Around, 'part' | 'standing'>[]> {
  const rows = await tx
    .selectFrom('care.around')
    .select(['part', 'standing'])
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .where('part', 'in', WITH_AUTHORITY)
    .where('ended_on', 'is', null)
    .execute();
  return rows as readonly Pick<Around, 'part' | 'standing'>[];
}
