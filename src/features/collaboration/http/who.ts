import type { Role } from '../../../shared-kernel/role.ts';

/** Who sends messages to other organisations and answers theirs. */
export const CORRESPONDENTS: readonly Role[] = [
  'aandachtsfunctionaris',
  'ketenregisseur',
  'zorgcoordinator',
  'ketenpartner',
  'politie',
];
/** Who sees how messages stand. The administrator does not: no administrator sees what cases are about. */
export const MESSAGE_READERS: readonly Role[] = [...CORRESPONDENTS, 'fg'];
/** Who writes agreements down for the organisation. */
export const WRITERS: readonly Role[] = ['beheerder', 'aandachtsfunctionaris', 'ketenregisseur', 'zorgcoordinator'];
/** Who sees the agreements of the organisation. */
export const READERS: readonly Role[] = ['beheerder', ...MESSAGE_READERS];
