import type { Role } from '../../../shared-kernel/role.ts';

/** Who works in a shelter: keeps its places, and answers who asks for one. */
export const SHELTER_WORKERS: readonly Role[] = ['opvang'];

/** Who gives places of shelters, under their mandate. */
export const PLACERS: readonly Role[] = ['comensha-plaatsing'];
