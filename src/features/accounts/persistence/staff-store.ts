import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** Demo people are called by a number from 1 to 9. */
const DEMO_NUMBERS = 9;

/**
 * Gives everybody who still holds a role in one of these organisations on the day the same role in another, from that day on. What
 * they held stays as it was. Who already has the role there keeps it; demo people are numbered on after those who are there.
 */
export async function copyMemberships(
  tx: Tx<'accounts.membership'>,
  move: { readonly from: readonly string[]; readonly to: string; readonly on: PlainDate },
  newId: () => string,
): Promise<void> {
  const held = await tx
    .selectFrom('accounts.membership')
    .selectAll()
    .where('organisation_id', 'in', [...move.from, move.to])
    .where((w) => w.or([w('valid_until', 'is', null), w('valid_until', '>', move.on)]))
    .orderBy('organisation_id')
    .orderBy('demo_number')
    .orderBy('id')
    .execute();
  const there = held.filter((row) => row.organisation_id === move.to);
  const known = new Set(there.map((row) => `${row.person_id} ${row.role}`));
  const highest = new Map<string, number>();
  for (const { role, demo_number } of there) highest.set(role, Math.max(highest.get(role) ?? 0, demo_number ?? 0));
  const rows = held.flatMap((row) => {
    const key = `${row.person_id} ${row.role}`;
    if (row.organisation_id === move.to || known.has(key)) return [];
    known.add(key);
    const number = row.demo_number === null ? null : (highest.get(row.role) ?? 0) + 1;
    if (number !== null) highest.set(row.role, number);
    return [
      {
        ...row,
        organisation_id: move.to,
        id: newId(),
        valid_from: row.valid_from > move.on ? row.valid_from : move.on,
        demo_number: number !== null && number <= DEMO_NUMBERS ? number : null,
      },
    ];
  });
  if (rows.length > 0) await tx.insertInto('accounts.membership').values(rows).execute();
}
