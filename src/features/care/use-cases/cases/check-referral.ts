import { z } from 'zod';
import { APPROVAL_HOURS, type ApprovalKind } from '../../../../platform/approvals/approval-kind.ts';
import { err, ok } from '../../../../shared-kernel/result.ts';
import { markReferral } from '../../persistence/referral-store.ts';
import { REFERRAL_SUBJECT } from './referral-names.ts';

/**
 * That parts of a case went without consent, looked at by somebody else within a day. They went already: agreeing writes down that it
 * was an emergency; refusing leaves whoever sent them to take them back or to ask consent after all.
 */
export const CHECK_REFERRAL: ApprovalKind<{ readonly referralId: string; readonly code: string }> = {
  kind: 'care.check-referral',
  label: 'Meekijken bij een verwijzing zonder toestemming',
  effect: 'De verwijzing is al verstuurd. Uw akkoord legt vast dat het een noodgeval was.',
  payload: z.object({ referralId: z.uuid(), code: z.string() }),
  show: ({ code }) => [{ label: 'Dossier', value: code }],
  requesters: ['zorgcoordinator'],
  deciders: ['zorgcoordinator', 'teamleider', 'fg'],
  hours: APPROVAL_HOURS,
  async execute(tx, request, decider, time) {
    const id = request.payload.referralId;
    const checked = { at: time.now, name: decider.personName };
    if (!(await markReferral(tx, request.tenantId, id, { checked }))) return err({ code: 'not-found' });
    return ok({ subject: { kind: REFERRAL_SUBJECT, id } });
  },
};
