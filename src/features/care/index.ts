/** Care coordination: who does it where, for whom and when; what is covered, what is not, and whom to call. */
export { registerCoverageRoutes } from './http/coverage-routes.tsx';
export { registerOfferRoutes } from './http/offer-routes.tsx';
export { registerWhoHelpsRoutes } from './http/who-helps-routes.tsx';
export { confirmArrangement } from './use-cases/arrangement.ts';
export { readNetwork } from './use-cases/coverage.ts';
export { CARE_DEADLINES } from './use-cases/deadline-texts.ts';
export { addOffer, endOffer } from './use-cases/offers.ts';
