import { sql } from 'kysely';
import type { Tx } from '../db/transact.ts';

/**
 * Passes what is open on these pages from one membership to another: hers, and where she stood in or heard along. Who takes it over is
 * never her own substitute. One statement, however many; what was said already stays said.
 */
export async function passDeadlines(
  tx: Tx<'deadlines.deadline'>,
  tenantId: string,
  { paths, from, to }: { readonly paths: readonly string[]; readonly from: string; readonly to: string },
): Promise<void> {
  await sql`
    update deadlines.deadline d set
      assignee_id = case when d.assignee_id = ${from} then ${to} else d.assignee_id end,
      substitute_id = nullif(case when d.substitute_id = ${from} then ${to} else d.substitute_id end,
        case when d.assignee_id = ${from} then ${to} else d.assignee_id end),
      also_id = nullif(case when d.also_id = ${from} then ${to} else d.also_id end,
        case when d.assignee_id = ${from} then ${to} else d.assignee_id end)
    where d.tenant_id = ${tenantId} and d.state = 'open' and ${from} in (d.assignee_id, d.substitute_id, d.also_id)
      and exists (select from unnest(${paths as string[]}::text[]) as page (path)
        where d.path = page.path or starts_with(d.path, page.path || '/'))`.execute(tx);
}

/** Lets a substitute hear what is open on these pages for one membership, where nobody stood in. One statement. */
export async function addSubstitute(
  tx: Tx<'deadlines.deadline'>,
  tenantId: string,
  { paths, of, substitute }: { readonly paths: readonly string[]; readonly of: string; readonly substitute: string },
): Promise<void> {
  await sql`
    update deadlines.deadline d set substitute_id = ${substitute}, also_id = ${substitute}
    where d.tenant_id = ${tenantId} and d.state = 'open' and d.assignee_id = ${of} and d.substitute_id is null
      and exists (select from unnest(${paths as string[]}::text[]) as page (path)
        where d.path = page.path or starts_with(d.path, page.path || '/'))`.execute(tx);
}

/** The other way: whoever stood in on these pages does not hear any more what is open there. One statement. */
export async function dropSubstitute(
  tx: Tx<'deadlines.deadline'>,
  tenantId: string,
  { paths, substitute }: { readonly paths: readonly string[]; readonly substitute: string },
): Promise<void> {
  await sql`
    update deadlines.deadline d set substitute_id = nullif(d.substitute_id, ${substitute}), also_id = nullif(d.also_id, ${substitute})
    where d.tenant_id = ${tenantId} and d.state = 'open' and ${substitute} in (d.substitute_id, d.also_id)
      and exists (select from unnest(${paths as string[]}::text[]) as page (path)
        where d.path = page.path or starts_with(d.path, page.path || '/'))`.execute(tx);
}
