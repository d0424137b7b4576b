import { z } from 'zod';
import { APPROVAL_HOURS, type ApprovalKind } from '../../../platform/approvals/approval-kind.ts';
import { err, ok } from '../../../shared-kernel/result.ts';
import { markRequest } from '../persistence/request-store.ts';
import { REQUEST_SUBJECT } from './shelter-names.ts';

/**
 * That a place is sought without consent, looked at by somebody else within a day. It goes on meanwhile: agreeing writes down that it
 * was an emergency; refusing leaves whoever asked to stop, or to ask consent after all.
 */
export const CHECK_PLACING: ApprovalKind<{ readonly requestId: string; readonly code: string }> = {
  kind: 'shelter.check-placing',
  label: 'Meekijken bij een plek zoeken zonder toestemming',
  effect: 'Er wordt al een plek gezocht. Uw akkoord legt vast dat het een noodgeval was.',
  payload: z.object({ requestId: z.uuid(), code: z.string() }),
  show: ({ code }) => [{ label: 'Aanvraag', value: code }],
  requesters: ['comensha-plaatsing'],
  deciders: ['comensha-plaatsing', 'fg'],
  hours: APPROVAL_HOURS,
  async execute(tx, request, decider, time) {
    const id = request.payload.requestId;
    const checked = { at: time.now, name: decider.personName };
    if (!(await markRequest(tx, request.tenantId, id, { checked }))) return err({ code: 'not-found' });
    return ok({ subject: { kind: REQUEST_SUBJECT, id } });
  },
};
