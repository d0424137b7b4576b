import type { DeadlineTexts } from '../deadlines/deadline-texts.ts';
import { APPROVAL_EXPIRED } from './expiry-work.ts';
import { WAITS_FOR_APPROVAL } from './request-approval.ts';

/** What approvals say on the home page: never what is asked. */
export const APPROVAL_TEXTS: DeadlineTexts = {
  [WAITS_FOR_APPROVAL]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Een goedkeuring verloopt vandaag' : 'Een collega vraagt uw goedkeuring',
    description: 'Lees wat er precies gaat gebeuren. Zonder tweede persoon gebeurt het niet.',
  }),
  [APPROVAL_EXPIRED]: () => ({
    title: 'Uw verzoek om goedkeuring is verlopen',
    description: 'Niemand besloot op tijd. Er is niets gebeurd; u kunt het opnieuw vragen.',
  }),
};
