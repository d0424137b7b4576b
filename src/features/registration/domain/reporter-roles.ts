import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { ReporterType, Route } from './reporting-guide.ts';

/** As whom somebody in a role reports. An organisation that only reports says itself which of these it is. */
const REPORTS_AS: Readonly<Partial<Record<Role, readonly ReporterType[]>>> = {
  aandachtsfunctionaris: ['GEM'],
  zorgcoordinator: ['ZORGCO'],
  opvang: ['OPVANG'],
  aanmelder: ['POL', 'KMAR', 'NLA', 'FAIRWORK', 'JEUGD', 'OPVANG', 'AMBUL', 'ADV', 'GEM'],
};

/** Who must report. */
const DUTY_BOUND: readonly ReporterType[] = ['POL', 'KMAR', 'NLA'];

export const reportsAs = (role: Role): readonly ReporterType[] => REPORTS_AS[role] ?? [];

export type RouteRefusal = { readonly code: 'other-reporter' | 'only-duty-bound' };

/** Whether somebody in this role may report as this reporter by this route. */
export function mayUseRoute(role: Role, reporter: ReporterType, route: Route): Result<undefined, RouteRefusal> {
  if (!reportsAs(role).includes(reporter)) return err({ code: 'other-reporter' });
  return route === 'must' && !DUTY_BOUND.includes(reporter) ? err({ code: 'only-duty-bound' }) : ok(undefined);
}
