/** Care coordination: who does it where, for whom and when; what is covered, what is not, whom to call; the clocks to guard. */
export { careTask } from './http/attention-task.ts';
export { registerCoverageRoutes } from './http/coverage-routes.tsx';
export { registerOfferRoutes } from './http/offer-routes.tsx';
export { careSection } from './http/public-section.tsx';
export { registerTermApi } from './http/term-api.ts';
export { registerTermRoutes } from './http/term-routes.tsx';
export { CONFIRMERS as CARE_CONFIRMERS } from './http/who.ts';
export { registerWhoHelpsRoutes } from './http/who-helps-routes.tsx';
export { confirmArrangement } from './use-cases/arrangement.ts';
export { type CareAttention, careAttention } from './use-cases/attention.ts';
export { CARE_TERMS } from './use-cases/care-terms.ts';
export { readNetwork } from './use-cases/coverage.ts';
export { CARE_DEADLINES } from './use-cases/deadline-texts.ts';
export { addOffer, endOffer } from './use-cases/offers.ts';
