import type { Role } from '../../../shared-kernel/role.ts';

/** Everybody in a municipality who may pass a signal on. */
export const PASSERS: readonly Role[] = [
  'medewerker',
  'teamleider',
  'aandachtsfunctionaris',
  'beleidsmedewerker',
  'bestuurder',
];

/** Who sees how her own signals stand. */
export const FOLLOWERS: readonly Role[] = ['medewerker', 'teamleider', 'aandachtsfunctionaris', 'beleidsmedewerker'];

/** Who weighs signals. */
export const WEIGHERS: readonly Role[] = ['aandachtsfunctionaris'];

/** Who opens who a person in a signal is: who weighs it, and a care coordinator of the same organisation whom it was handed to. */
export const IDENTITY_OPENERS: readonly Role[] = [...WEIGHERS, 'zorgcoordinator'];

/** Who is told that a signal waits when the focal point does not act: never what it says. */
export const ALARMED: readonly Role[] = ['aandachtsfunctionaris', 'teamleider', 'beheerder'];

/** Who supervises what is opened. */
export const OFFICERS: readonly Role[] = ['fg'];
