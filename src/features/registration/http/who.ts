import type { Role } from '../../../shared-kernel/role.ts';
import type { CallTask } from '../domain/call.ts';

/** Who registers possible victims, and sees how her own registrations stand. */
export const REGISTRANTS: readonly Role[] = ['aanmelder', 'zorgcoordinator', 'opvang', 'aandachtsfunctionaris'];

/** Who keeps the national register. */
export const REGISTRARS: readonly Role[] = ['comensha-registratie'];

/** Who looks for shelter and help at CoMensha: another role than the register. */
export const PLACERS: readonly Role[] = ['comensha-plaatsing'];

/** Whose telephone rings, by their task: their first page begins with the call. */
export function callTaskOf(role: Role): CallTask | undefined {
  if (REGISTRARS.includes(role)) return 'registration';
  return PLACERS.includes(role) ? 'placement' : undefined;
}
