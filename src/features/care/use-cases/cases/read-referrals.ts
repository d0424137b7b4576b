import type { DomainTime, Tx } from '../../../../platform/db/transact.ts';
import { remarksAbout } from '../../../../platform/exchange/remark.ts';
import { type ShownRemark, shownRemarks } from '../../../collaboration/index.ts';
import { isReplaced } from '../../domain/cases/referral.ts';
import { aboutPerson } from '../../persistence/case-store.ts';
import { namesOf, referralsOf, type StandingReferral } from '../../persistence/referral-store.ts';
import { type CoordinatorElsewhere, coordinatorsWithUs } from '../../persistence/with-us-query.ts';
import type { CaseView } from './read-cases.ts';
import { referralReceivers } from './send-referral.ts';

export interface SentReferral extends StandingReferral {
  readonly remarks: readonly ShownRemark[];
  readonly receiverName: string;
  /** It went in an emergency, and consent was not recorded since. */
  readonly needsConsent: boolean;
  /** Not what was taken back, nor what lapsed and was asked anew: its consent was replaced. */
  readonly mayWithdraw: boolean;
  readonly coordinators: readonly CoordinatorElsewhere[];
}

/** What went from a case, and to whom something can go. */
export async function readSent(
  tx: Tx<
    'care.referral' | 'exchange.message' | 'vault.message_key' | 'exchange.agreement' | 'organisations.organisation'
  >,
  tenantId: string,
  { file, consents, steps }: Pick<CaseView, 'file' | 'consents' | 'steps'>,
  isEmergency: boolean,
  { today }: Pick<DomainTime, 'today'>,
): Promise<{
  readonly referrals: readonly SentReferral[];
  readonly receivers: readonly { readonly code: string; readonly name: string }[];
}> {
  const sent = await referralsOf(tx, tenantId, file.id, today);
  const names = await namesOf(
    tx,
    sent.map(({ receiverId }) => receiverId),
  );
  const remarks = await remarksAbout(
    tx,
    tenantId,
    new Map(sent.map(({ messageId }) => [messageId, aboutPerson(file.id)] as const)),
  );
  const nameOf = (organisationId: string) => names.find(({ id }) => id === organisationId)?.name;
  const isHandledTogether = (each: StandingReferral) => each.state === 'accepted' && !each.withdrawnOn;
  const elsewhere = sent.some(isHandledTogether) ? await coordinatorsWithUs(tx) : [];
  const agreed = new Set(consents.filter(({ withdrawnAt }) => !withdrawnAt).map(({ receiverId }) => receiverId));
  return {
    referrals: sent.map((each) => ({
      ...each,
      receiverName: nameOf(each.receiverId) ?? 'een andere organisatie',
      remarks: shownRemarks(remarks, each.messageId, nameOf),
      needsConsent:
        each.ground === 'vital-interest' &&
        !each.withdrawnOn &&
        !isReplaced(each, sent) &&
        !agreed.has(each.receiverId),
      mayWithdraw: !each.withdrawnOn && !isReplaced(each, sent),
      coordinators: isHandledTogether(each)
        ? elsewhere.filter(({ organisationId }) => organisationId === each.receiverId)
        : [],
    })),
    receivers: steps.includes('refer') ? await referralReceivers(tx, tenantId, isEmergency, today) : [],
  };
}
