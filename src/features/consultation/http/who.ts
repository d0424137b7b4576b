import type { Role } from '../../../shared-kernel/role.ts';

/** Who plans and chairs: the focal point of a municipality, who coordinates care, who directs the chain in a region. */
export const CHAIRS: readonly Role[] = ['aandachtsfunctionaris', 'zorgcoordinator', 'ketenregisseur'];
/** Who takes part here or gets something from elsewhere. */
export const AT_TABLE: readonly Role[] = [...CHAIRS, 'ketenpartner', 'politie'];
/** Who sees what is agreed with others, and who writes it down. */
export const COVENANT_WRITERS: readonly Role[] = ['beheerder', ...CHAIRS];
export const COVENANT_READERS: readonly Role[] = [...COVENANT_WRITERS, 'ketenpartner', 'politie', 'fg'];
/** Who takes an action of a table over in the plan of her municipality. */
export const PLANNERS: readonly Role[] = ['aandachtsfunctionaris'];
