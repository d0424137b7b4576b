import type { Role } from '../../../shared-kernel/role.ts';

/**
 * Two tasks that the law keeps apart and one small helpdesk does: registering and placing. Who holds both acts in one at a time and
 * goes from one to the other in one action, so that everything she does stands in the log under the purpose of the one.
 */
export const OTHER_TASK: Readonly<Partial<Record<Role, Role>>> = {
  'comensha-registratie': 'comensha-plaatsing',
  'comensha-plaatsing': 'comensha-registratie',
};
