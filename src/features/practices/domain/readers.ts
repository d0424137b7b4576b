import type { Role } from '../../../shared-kernel/role.ts';

/** Who reads what others tell: everybody who works on an approach, or supports it. */
export const READERS: readonly Role[] = [
  'aandachtsfunctionaris',
  'beleidsmedewerker',
  'teamleider',
  'bestuurder',
  'ketenregisseur',
  'zorgcoordinator',
  'vng-adviseur',
  'comensha-adviseur',
  'analist',
];
