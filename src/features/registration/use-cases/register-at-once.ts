import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import { type ConsentInput, type ConsentTables, type RecordRefusal, recordRegistrationConsent } from './consents.ts';
import { type Draft, type Drafted, type DraftRefusal, draftRegistration } from './draft-registration.ts';
import type { Asking } from './held-registration.ts';
import { type SendingRefusal, sendRegistration } from './send-registration.ts';

export type AtOnceRefusal = DraftRefusal | RecordRefusal | SendingRefusal;

/** What a person does in three steps, as one deed: draft it, record the consent where the way asks one, and send it. All or nothing. */
export async function registerAtOnce(
  tx: Tx<ConsentTables | 'privacy.dossier'>,
  asking: Asking,
  input: Draft & { readonly consent: ConsentInput | undefined },
  time: DomainTime,
): Promise<Result<Drafted, AtOnceRefusal>> {
  const drafted = await draftRegistration(tx, asking.actor, input, time);
  if (!drafted.ok) return drafted;
  const { code } = drafted.value;
  if (input.consent) {
    const recorded = await recordRegistrationConsent(tx, asking, { code, ...input.consent }, time);
    if (!recorded.ok) return recorded;
  }
  const sent = await sendRegistration(tx, asking, { code }, time);
  return sent.ok ? drafted : sent;
}
