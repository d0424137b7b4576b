import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import type { Asking } from './held-registration.ts';
import {
  type Entering,
  type ManyRefusal,
  type Registered,
  type RegisterTables,
  registerMany,
} from './register-many.ts';

export type AtOnceRefusal = Omit<ManyRefusal, 'index'>;

/** What a person does in three steps, as one deed: draft it, record the consent where the way asks one, and send it. All or nothing. */
export async function registerAtOnce(
  tx: Tx<RegisterTables>,
  { actor }: Asking,
  input: Entering,
  time: DomainTime,
): Promise<Result<Registered, AtOnceRefusal>> {
  const registered = await registerMany(tx, actor, [input], time);
  return registered.ok ? ok(registered.value[0]!) : registered;
}
