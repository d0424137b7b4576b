/** A place to be safe: what there is, who may give it, and that nobody is given a place that somebody has. */

export { registerFreePlaceRoutes } from './http/free-routes.tsx';
export { registerHeldPlacementRoutes } from './http/held-routes.tsx';
export { registerOwnPlaceRoutes } from './http/own-routes.tsx';
export { registerOwnPlacementRoutes } from './http/placement-routes.tsx';
export { registerReserveRoutes } from './http/reserve-routes.tsx';
export { registerTonightRoutes } from './http/tonight-routes.tsx';
export { SHELTER_ARRIVALS } from './use-cases/arrivals.ts';
export { confirmUnchanged, recordStand } from './use-cases/capacity.ts';
export { SHELTER_DEADLINES } from './use-cases/deadline-texts.ts';
export { placementWork } from './use-cases/placement-work.ts';
export { acceptPlacement } from './use-cases/placements.ts';
export { addUnit } from './use-cases/register-unit.ts';
export { reserve } from './use-cases/reserve.ts';
export { SHELTER_ADDRESS } from './use-cases/shelter-names.ts';
export { SHELTER_RIGHTS } from './use-cases/shelter-rights.ts';
