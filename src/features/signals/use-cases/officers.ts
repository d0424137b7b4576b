import type { Tx } from '../../../platform/db/transact.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** The focal points of a municipality today, by name. */
export async function officersToday(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  today: PlainDate,
): Promise<readonly string[]> {
  return (await colleaguesOf(tx, tenantId, today, ['aandachtsfunctionaris'])).map(({ name }) => name);
}

/** Everybody who works here today, each once: whom a signal can be kept away from. */
export async function colleaguesToday(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  today: PlainDate,
): Promise<readonly { readonly personId: string; readonly name: string }[]> {
  const colleagues = await colleaguesOf(tx, tenantId, today);
  return colleagues.filter(
    ({ personId }, index) => colleagues.findIndex((other) => other.personId === personId) === index,
  );
}

/** The focal points of a municipality today, each once: who would read a signal. */
export async function readersToday(
  tx: Tx<'accounts.membership'>,
  tenantId: string,
  today: PlainDate,
): Promise<readonly { readonly personId: string; readonly name: string }[]> {
  const officers = await colleaguesOf(tx, tenantId, today, ['aandachtsfunctionaris']);
  return officers.filter(({ personId }, index) => officers.findIndex((other) => other.personId === personId) === index);
}
