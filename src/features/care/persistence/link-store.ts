import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { LinkKind } from '../domain/cases/case-link.ts';

type Tables = 'care.case_link' | 'care.case_file';

/** A case that belongs with another, seen from that one. */
export interface CaseLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly code: string;
  readonly coordinatorId: string;
  readonly substituteId: string | undefined;
}

/** Lays a link. @returns false when the two were linked before, whichever way round. */
export async function insertLink(
  tx: Tx<'care.case_link'>,
  tenantId: string,
  link: {
    readonly id: string;
    readonly caseId: string;
    readonly dossierId: string;
    readonly otherId: string;
    readonly kind: LinkKind;
  },
  by: { readonly name: string; readonly on: PlainDate },
): Promise<boolean> {
  const laid = await tx
    .insertInto('care.case_link')
    .values({
      tenant_id: tenantId,
      id: link.id,
      case_id: link.caseId,
      dossier_id: link.dossierId,
      other_id: link.otherId,
      kind: link.kind,
      linked_on: by.on,
      linked_by_name: by.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return laid.numInsertedOrUpdatedRows === 1n;
}

/** The cases that belong with this one, both ways round; one that is hidden from who asks is not there. */
export async function linksOf(tx: Tx<Tables>, tenantId: string, caseId: string): Promise<readonly CaseLink[]> {
  const { rows } = await sql<Omit<CaseLink, 'substituteId'> & { substituteId: string | null }>`
    select l.id, l.kind, c.code, c.coordinator_id as "coordinatorId", c.substitute_id as "substituteId"
    from care.case_link l join care.case_file c on c.tenant_id = l.tenant_id
      and c.id = case when l.case_id = ${caseId} then l.other_id else l.case_id end
    where l.tenant_id = ${tenantId} and ${caseId} in (l.case_id, l.other_id) order by l.linked_on, l.id`.execute(tx);
  return rows.map((row) => ({ ...row, substituteId: row.substituteId ?? undefined }));
}

/** Ends a link of this case. @returns false when it is not there. */
export async function deleteLink(
  tx: Tx<'care.case_link'>,
  tenantId: string,
  { caseId, id }: { readonly caseId: string; readonly id: string },
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('care.case_link')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where((w) => w.or([w('case_id', '=', caseId), w('other_id', '=', caseId)]))
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
