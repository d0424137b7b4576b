import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/transact.ts';
import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Standing } from '../domain/standing.ts';
import { effectiveLapse, type StandingTables } from './standing-query.ts';

/** How far one municipality is: scan, plan, and what the country sees of policy and anchoring. */
export interface Milestones {
  readonly scan: { readonly isOpen: boolean; readonly settledOn: PlainDate | undefined };
  readonly plan: { readonly title: string; readonly endsOn: PlainDate } | undefined;
  readonly standings: ReadonlyMap<string, Standing>;
}

interface Row {
  readonly is_open: boolean;
  readonly settled_at: Date | null;
  readonly title: string | null;
  readonly ends_on: PlainDate | null;
  readonly standings: readonly {
    readonly element: string;
    readonly decidedOn: PlainDate;
    readonly lapsesOn: PlainDate;
  }[];
}

/** The milestones of one municipality in one statement, with its standings in these elements. */
export async function loadMilestones(
  tx: Tx<StandingTables | 'approach.scan' | 'approach.plan'>,
  tenantId: string,
  elements: readonly string[],
): Promise<Milestones> {
  const { rows } = await sql<Row>`
    select
      exists (select from approach.scan where tenant_id = ${tenantId} and settled_at is null) as is_open,
      (select max(settled_at) from approach.scan where tenant_id = ${tenantId}) as settled_at,
      p.title, p.ends_on,
      (select coalesce(json_agg(json_build_object('element', s.element, 'decidedOn', s.decided_on, 'lapsesOn', ${effectiveLapse('s')})), '[]')
        from approach.standing s where s.tenant_id = ${tenantId} and s.element = any(${elements})) as standings
    from (select) one left join approach.plan p on p.tenant_id = ${tenantId}`.execute(tx);
  const { is_open, settled_at, title, ends_on, standings } = rows[0]!;
  return {
    scan: { isOpen: is_open, settledOn: settled_at ? dutchDay(settled_at) : undefined },
    plan: title !== null && ends_on !== null ? { title, endsOn: ends_on } : undefined,
    standings: new Map(standings.map(({ element, ...standing }) => [element, standing])),
  };
}
