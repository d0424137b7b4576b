import type { Tx } from '../db/transact.ts';

/** Something done while the glass was broken, as the decision log has it. */
export interface MarkedDeed {
  readonly at: Date;
  readonly action: string;
  readonly route: string | undefined;
  readonly outcome: string;
}

const SHOWN = 200;

/** Everything that carries the mark of one broken glass, in order. The moments say where in the log to look. */
export async function markedDeeds(
  tx: Tx<'audit.decision'>,
  tenantId: string,
  glass: { readonly id: string; readonly openedAt: Date; readonly until: Date },
): Promise<readonly MarkedDeed[]> {
  const rows = await tx
    .selectFrom('audit.decision')
    .select(['occurred_at as at', 'action', 'route', 'outcome'])
    .where('tenant_id', '=', tenantId)
    .where('occurred_at', '>=', glass.openedAt)
    .where('occurred_at', '<=', glass.until)
    .where('ground', '=', `break-glass:${glass.id}`)
    .orderBy('occurred_at')
    .orderBy('seq')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => ({ ...row, route: row.route ?? undefined }));
}
