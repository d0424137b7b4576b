import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type ConsentInput, type ConsentRefusal, judgeHelpConsent } from '../../registration/index.ts';
import { type Ground, isTooOld, type Law, type SaidOfPerson } from '../domain/meeting.ts';

/** A person that somebody would have on an agenda. */
export interface PersonInput {
  readonly said: SaidOfPerson;
  readonly ground: Ground;
  readonly law: Law | undefined;
  /** Who gave it and how, and how old she is: a child of twelve is asked itself. */
  readonly consent: (ConsentInput & { readonly ageGroup: string }) | undefined;
}

export type GroundRefusal = ConsentRefusal | { readonly code: 'consent-too-old' | 'consent-missing' | 'law-missing' };

/** Whether a ground carries a person today: judged the same for the chair, and for who brings an item in. */
export async function judgeGround(
  tx: Tx<'content.edition'>,
  { ground, law, consent }: Pick<PersonInput, 'ground' | 'law' | 'consent'>,
  time: DomainTime,
): Promise<Result<undefined, GroundRefusal>> {
  if (ground === 'law' && !law) return err({ code: 'law-missing' });
  if (ground !== 'consent') return ok(undefined);
  if (!consent) return err({ code: 'consent-missing' });
  const judged = await judgeHelpConsent(tx, { ageGroup: consent.ageGroup, birthDate: undefined }, consent, time);
  if (!judged.ok) return judged;
  return isTooOld({ on: consent.givenOn }, time.today) ? err({ code: 'consent-too-old' }) : ok(undefined);
}
