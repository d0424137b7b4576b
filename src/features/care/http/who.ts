import type { Role } from '../../../shared-kernel/role.ts';

/** Who writes down what an organisation offers. */
export const OFFERERS: readonly Role[] = ['zorgcoordinator'];

/** Who works on cases. */
export const CASE_WORKERS: readonly Role[] = ['zorgcoordinator'];

/** Who says for a municipality whether the list is right. */
export const CONFIRMERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];

/** Who handles cases with care coordinators elsewhere, and may know their names then. The same in the database. */
export const NAME_READERS: readonly Role[] = ['zorgcoordinator', 'aandachtsfunctionaris'];

/** Who sees where and when nobody answers: professionals who arrange it or work with it, never the public. */
export const COVERAGE_READERS: readonly Role[] = [
  ...CONFIRMERS,
  ...OFFERERS,
  'bestuurder',
  'ketenregisseur',
  'politie',
  'comensha-registratie',
  'comensha-plaatsing',
  'comensha-adviseur',
  'vng-adviseur',
  'analist',
];

/** Who may have to find help for somebody. */
export const HELP_SEEKERS: readonly Role[] = [
  ...COVERAGE_READERS,
  'medewerker',
  'teamleider',
  'opvang',
  'aanmelder',
  'ketenpartner',
];
