import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { readPhoneNumber } from '../../../shared-kernel/phone-number.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { lookAtLatest } from '../persistence/desk-store.ts';
import { deleteMobile, mobileOf, writeMobile } from '../persistence/mobile-store.ts';
import { LOAD_SUBJECT } from './cases/case-names.ts';

/** On which number who asks can be called herself, when she wrote that down. */
export function ownMobile(tx: Tx<'care.mobile'>, actor: Actor): Promise<string | undefined> {
  return mobileOf(tx, actor.organisationId, actor.membershipId);
}

/** Writes down on which number she can be called herself, or takes it away. Seen only by who handles a case with her, until her role ends. */
export async function chooseMobile(
  tx: Tx<'care.mobile' | 'care.desk'>,
  { organisationId: tenantId, membershipId, personId }: Actor,
  typed: string,
  time: DomainTime,
): Promise<Result<Done, never>> {
  if (typed === '') await deleteMobile(tx, tenantId, membershipId);
  else {
    const number = readPhoneNumber(typed) ?? typed;
    await writeMobile(tx, tenantId, { membershipId, personId, number, on: time.today });
    // it goes with her role, also when that ends by itself
    await lookAtLatest(tx, tenantId, membershipId, time.now);
  }
  return ok({ subject: { kind: LOAD_SUBJECT, id: membershipId } });
}
