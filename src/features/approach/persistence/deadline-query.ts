import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { elementsIn } from '../domain/attention.ts';

/** The kinds of open deadlines of one organisation that are due on this day. */
export async function openKindsDueOn(
  tx: Tx<'deadlines.deadline'>,
  tenantId: string,
  dueOn: PlainDate,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('deadlines.deadline')
    .select('kind')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'open')
    .where('due_on', '=', dueOn)
    .execute();
  return rows.map(({ kind }) => kind);
}

/** The open deadlines of this kind in one organisation: their subject, and the elements they are about. */
export async function openElementsOf(
  tx: Tx<'deadlines.deadline'>,
  tenantId: string,
  kind: string,
): Promise<readonly { readonly elements: readonly string[]; readonly subjectId: string }[]> {
  const rows = await tx
    .selectFrom('deadlines.deadline')
    .select(['subject_id as subjectId', 'parameters'])
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .execute();
  return rows.map(({ subjectId, parameters }) => ({
    subjectId,
    elements: elementsIn(parameters as Readonly<Record<string, string>>),
  }));
}
