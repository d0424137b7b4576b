import type { Role } from '../../../shared-kernel/role.ts';

/** Who works in a shelter: keeps its places, and answers who asks for one. */
export const SHELTER_WORKERS: readonly Role[] = ['opvang'];

/** Who gives places of shelters, under their mandate. */
export const PLACERS: readonly Role[] = ['comensha-plaatsing'];

/** Who must know at night who may place where and whom to call, and sees no places. */
export const NIGHT_READERS: readonly Role[] = [
  'zorgcoordinator',
  'opvang',
  'comensha-registratie',
  'aandachtsfunctionaris',
  'politie',
  'ketenpartner',
];

/** Who writes down what a municipality agreed about shelter, and who else of it reads that. */
export const AGREEMENT_KEEPERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
export const AGREEMENT_READERS: readonly Role[] = [...AGREEMENT_KEEPERS, 'bestuurder'];
