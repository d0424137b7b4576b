import { SHELTER_ADDRESS } from './shelter-names.ts';

/** Whoever placed hears that the shelter said yes with the deed itself; the address that comes along is told of once. */
export const SHELTER_ARRIVALS = new Map([[SHELTER_ADDRESS.kind, async () => undefined] as const]);
