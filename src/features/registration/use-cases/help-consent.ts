import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { ConsentRefusal } from '../domain/consent.ts';
import { AGE_GROUPS, type AgeGroup, agesDiffer, consentAgeOn, type PartialDate } from '../domain/registration.ts';
import { type ConsentInput, judgeConsent } from './consents.ts';
import { rulesToday } from './registration-rules.ts';

/** What somebody else who helps knows of the person. */
export interface AskedToHelp {
  readonly ageGroup: string;
  readonly birthDate: string | undefined;
}

/**
 * Whether a consent for help holds by the law, for who helps without the register: the same law, ages and questions as for a request
 * for help.
 */
export async function judgeHelpConsent(
  tx: Tx<'content.edition'>,
  { ageGroup, birthDate }: AskedToHelp,
  input: ConsentInput,
  time: DomainTime,
): Promise<Result<undefined, ConsentRefusal>> {
  const group: AgeGroup = AGE_GROUPS.find((each) => each === ageGroup) ?? 'unknown';
  const asked = { purpose: 'help', reporterType: 'ZORGCO', ageGroup: group } as const;
  const rules = await rulesToday(tx, time.today);
  return judgeConsent(rules, { ...asked, birthDate: birthDate as PartialDate | undefined }, input, time.today);
}

/** Whether a chosen age says something else than the day of birth, as far as consent depends on it. Never a reason to refuse. */
export function agesDisagree(ageGroup: string, birthDate: string | undefined, today: PlainDate): boolean {
  const group: AgeGroup = AGE_GROUPS.find((each) => each === ageGroup) ?? 'unknown';
  return agesDiffer(group, birthDate as PartialDate | undefined, today);
}

/** Whether somebody is a child on a day, as far as it is known. */
export function ageBand(ageGroup: string, birthDate: string | undefined, today: PlainDate): 'yes' | 'no' | 'unknown' {
  const group: AgeGroup = AGE_GROUPS.find((each) => each === ageGroup) ?? 'unknown';
  const age = consentAgeOn(group, birthDate as PartialDate | undefined, today);
  if (age === 'unknown') return 'unknown';
  return age === '18-or-older' ? 'no' : 'yes';
}
