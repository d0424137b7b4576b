/** A place to be safe: what there is, who may give it, and that nobody is given a place that somebody has. */

export { registerAgreementRoutes } from './http/agreement-routes.tsx';
export { registerCapacityApi } from './http/capacity-api.ts';
export { registerChooseRoutes } from './http/choose-routes.tsx';
export { registerContactRoutes } from './http/contact-routes.tsx';
export { registerEvidenceRoutes } from './http/evidence-routes.tsx';
export { registerFreePlaceRoutes } from './http/free-routes.tsx';
export { registerGuestRoutes } from './http/guest-routes.tsx';
export { registerHeldPlacementRoutes } from './http/held-routes.tsx';
export { registerOwnPlaceRoutes } from './http/own-routes.tsx';
export { registerOwnPlacementRoutes } from './http/placement-routes.tsx';
export { registerRequestRoutes } from './http/request-routes.tsx';
export { registerReserveRoutes } from './http/reserve-routes.tsx';
export { registerTieRoutes } from './http/tie-routes.tsx';
export { registerTonightRoutes } from './http/tonight-routes.tsx';
export { registerWhatIfRoutes } from './http/what-if-routes.tsx';
export { SHELTER_ARRIVALS } from './use-cases/arrivals.ts';
export { askForPlace, type RequestInput } from './use-cases/ask-for-place.ts';
export { confirmUnchanged, recordStand } from './use-cases/capacity.ts';
export { CHECK_PLACING } from './use-cases/check-placing.ts';
export { SHELTER_DEADLINES } from './use-cases/deadline-texts.ts';
export { placementWork } from './use-cases/placement-work.ts';
export { acceptPlacement } from './use-cases/placements.ts';
export { addUnit } from './use-cases/register-unit.ts';
export { reserve } from './use-cases/reserve.ts';
export { placementEraser, requestEraser } from './use-cases/shelter-erasers.ts';
export { PLACEMENT_SUBJECT, REQUEST_SUBJECT, SHELTER_ADDRESS, SHELTER_GUEST } from './use-cases/shelter-names.ts';
export { SHELTER_RIGHTS } from './use-cases/shelter-rights.ts';
