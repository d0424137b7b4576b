/** Consultation about persons: the two kinds there are, who may know what of it, and the covenants it rests on. */
export { registerConsultationRoutes } from './http/routes.tsx';
export { REMARK_ARRIVALS as CONSULTATION_REMARK_ARRIVALS } from './use-cases/action-remarks.ts';
export { BROUGHT_ARRIVALS, BROUGHT_DEPARTURES, broughtWork } from './use-cases/brought-work.ts';
export {
  ACTION_REMARK,
  BROUGHT_MESSAGES,
  CONSULTATION_MESSAGES,
  CONSULTATION_TEXTS,
} from './use-cases/consultation-names.ts';
export { CONSULTATION_ARRIVALS, CONSULTATION_ERASERS, CONSULTATION_ROOM } from './use-cases/consultation-work.ts';
export { recordCovenant } from './use-cases/covenants.ts';
export { inviteAll } from './use-cases/hold.ts';
export { addItem, planMeeting } from './use-cases/prepare.ts';
export { addParticipant } from './use-cases/seats.ts';
