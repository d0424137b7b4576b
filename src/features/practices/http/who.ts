import type { Role } from '../../../shared-kernel/role.ts';

/** Who tells. */
export const TELLERS: readonly Role[] = [
  'aandachtsfunctionaris',
  'beleidsmedewerker',
  'ketenregisseur',
  'vng-adviseur',
  'comensha-adviseur',
];
/** Who says for a municipality that it works there too, and writes in its plan. */
export const USERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
/** Who sees which municipalities are like the own one. */
export const PEER_READERS: readonly Role[] = [...USERS, 'teamleider', 'bestuurder'];
/** Who looks over what was sent in. */
export const MODERATORS: readonly Role[] = ['vng-adviseur'];

/** What pages of what everybody reads declare, and pages of the own work around it. */
export const LIBRARY = { purpose: 'VA-12', data: ['D0', 'D1'] } as const;
export const OWN_WORK = { purpose: 'VA-11', data: ['D1'] } as const;
