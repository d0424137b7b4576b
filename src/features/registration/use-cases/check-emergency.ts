import { z } from 'zod';
import { APPROVAL_HOURS, type ApprovalKind } from '../../../platform/approvals/approval-kind.ts';
import { err, ok } from '../../../shared-kernel/result.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import { VITAL_INTERESTS, type VitalInterest } from '../domain/help-request.ts';
import { markHelpChecked } from '../persistence/help-request-store.ts';
import { HELP_SUBJECT } from './registration-names.ts';

const ASKS: readonly Role[] = ['aanmelder', 'zorgcoordinator', 'opvang', 'aandachtsfunctionaris'];

const INTERESTS: Readonly<Record<VitalInterest, string>> = {
  life: 'leven of gezondheid in direct gevaar',
  violence: 'dreigend geweld',
  'no-safe-place': 'vannacht geen veilige plek',
  'minor-in-danger': 'een kind in direct gevaar',
};

interface Check {
  readonly helpRequestId: string;
  readonly code: string;
  readonly interest: VitalInterest;
}

/**
 * That help was asked without consent, looked at by somebody else within a day. It was sent already: agreeing writes down that it was
 * an emergency; refusing leaves whoever asked to take it back or to ask consent after all. [standards 9.4, C-06]
 */
export const CHECK_EMERGENCY: ApprovalKind<Check> = {
  kind: 'registration.check-emergency',
  label: 'Meekijken bij een noodgeval zonder toestemming',
  effect: 'De hulpvraag is al verstuurd. Uw akkoord legt vast dat het een noodgeval was.',
  payload: z.object({ helpRequestId: z.uuid(), code: z.string(), interest: z.enum(VITAL_INTERESTS) }),
  show: ({ code, interest }) => [
    { label: 'Hulpvraag', value: code },
    { label: 'Wat er op het spel stond', value: INTERESTS[interest] },
  ],
  requesters: ASKS,
  deciders: [...ASKS, 'teamleider', 'fg'],
  hours: APPROVAL_HOURS,
  async execute(tx, request, decider, time) {
    const id = request.payload.helpRequestId;
    const by = { name: decider.personName, at: time.now };
    if (!(await markHelpChecked(tx, request.tenantId, id, by))) return err({ code: 'not-found' });
    return ok({ subject: { kind: HELP_SUBJECT, id } });
  },
};
