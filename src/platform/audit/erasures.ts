import { sql } from 'kysely';
import type { AnyTx } from '../db/tx.ts';
import { merkleRoot } from './merkle.ts';
import { type Erasure, hashOfErasure } from './seal-form.ts';

/** The erasures after a number, in order. Through the door `sealer`. */
export async function erasuresAfter(tx: AnyTx, after: number): Promise<readonly Erasure[]> {
  const { rows } = await sql<Erasure>`
    select e.no, e.tenant_id as "tenantId", e.month_id as "monthId", e.logs, e.month, e.rule, e.period, e.lines,
      e.erased_at as "erasedAt", (e.month + interval '1 month' + e.period::interval) at time zone 'UTC' as "endedAt",
      coalesce((select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('root', p.root_no, 'lines', p.lines,
          'numbers', pg_catalog.encode(pg_catalog.sha256(p.numbers), 'hex')) order by p.root_no)
        from audit.erasure_part p where p.erasure_no = e.no), '[]') as parts
    from audit.erasure e where e.no > ${after} order by e.no`.execute(tx);
  return rows;
}

/** What a root carries about erasures: over all of them, in order. */
export const digestOfErasures = (erasures: readonly Erasure[]): Buffer =>
  merkleRoot(Buffer.concat(erasures.map(hashOfErasure)));

/** Up to which erasure the roots have come. */
export async function sealedErasure(tx: AnyTx): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    select coalesce(max(up_to_erasure), 0) as no from audit.root where up_to_erasure is not null`.execute(tx);
  return rows[0]!.no;
}

/** Which lines of these roots went by their term: their numbers, by root and organisation. */
export async function erasedNumbers(
  tx: AnyTx,
  first: number,
  last: number,
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const { rows } = await sql<{ root: number; tenantId: string; numbers: Buffer }>`
    select p.root_no as root, e.tenant_id as "tenantId", p.numbers
    from audit.erasure_part p join audit.erasure e on e.no = p.erasure_no
    where p.root_no between ${first} and ${last}`.execute(tx);
  const found = new Map<string, Set<number>>();
  for (const { root, tenantId, numbers } of rows) {
    const key = erasedKey(root, tenantId);
    const gone = found.get(key) ?? new Set();
    for (let at = 0; at < numbers.length; at += 8) gone.add(Number(numbers.readBigInt64BE(at)));
    found.set(key, gone);
  }
  return found;
}

export const erasedKey = (root: number, tenantId: string): string => `${root} ${tenantId}`;
