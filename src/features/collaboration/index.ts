/** Working together with other organisations: agreements to exchange, and messages with a receipt. */
export { CONTACT_REQUEST } from './domain/contact-request.ts';
export type { ShownRemark } from './domain/remark.ts';
export type { OwnRooms } from './http/message-routes.tsx';
export { registerRemarkRoutes } from './http/remark-routes.tsx';
export { registerCollaborationRoutes } from './http/routes.tsx';
export { recordAgreement } from './use-cases/agreements.ts';
export { moveContactMessage, sendContactRequest } from './use-cases/contact-messages.ts';
export { type Arrival, arrivalWork, COLLABORATION_TEXTS } from './use-cases/message-arrival.ts';
export { type RemarkThing, shownRemarks } from './use-cases/remarks.ts';
