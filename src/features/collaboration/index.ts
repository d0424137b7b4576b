/** Working together with other organisations: agreements to exchange, and messages with a receipt. */
export { CONTACT_REQUEST } from './domain/contact-request.ts';
export type { OwnRooms } from './http/message-routes.tsx';
export { registerCollaborationRoutes } from './http/routes.tsx';
export { recordAgreement } from './use-cases/agreements.ts';
export { moveContactMessage, sendContactRequest } from './use-cases/contact-messages.ts';
export { type Arrival, arrivalWork, COLLABORATION_TEXTS } from './use-cases/message-arrival.ts';
