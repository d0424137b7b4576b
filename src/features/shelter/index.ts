/** A place to be safe: what there is, who may give it, and that nobody is given a place that somebody has. */

export { registerFreePlaceRoutes } from './http/free-routes.tsx';
export { registerOwnPlaceRoutes } from './http/own-routes.tsx';
export { confirmUnchanged, recordStand } from './use-cases/capacity.ts';
export { SHELTER_DEADLINES } from './use-cases/deadline-texts.ts';
export { addUnit } from './use-cases/register-unit.ts';
