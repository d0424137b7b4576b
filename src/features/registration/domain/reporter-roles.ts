import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { ReporterType, Route } from './reporting-guide.ts';

/** Of whom the role and the organisation already say what kind of reporter it is. */
const BY_ROLE: Readonly<Partial<Record<Role, ReporterType>>> = {
  aandachtsfunctionaris: 'GEM',
  zorgcoordinator: 'ZORGCO',
  opvang: 'OPVANG',
};

/** The kinds that the register grants an organisation that only reports. */
export const GRANTABLE_KINDS = ['POL', 'KMAR', 'NLA', 'FAIRWORK', 'JEUGD', 'OPVANG', 'AMBUL', 'ADV', 'GEM'] as const;
export type GrantableKind = (typeof GRANTABLE_KINDS)[number];

/** What an organisation of a known sort is until the register settles it. Never one of those that must report. */
const BY_PARTNER: Readonly<Record<string, GrantableKind>> = { jeugdhulp: 'JEUGD', ngo: 'AMBUL', coa: 'OPVANG' };
/** And of an unknown one: it still may report without a name, or by name with consent. */
const OTHERWISE: GrantableKind = 'AMBUL';

/** Who must report, by name and without consent. */
export const DUTY_BOUND: readonly ReporterType[] = ['POL', 'KMAR', 'NLA'];

/** A kind that the register granted, and whether it still holds. */
export interface GrantedKind {
  readonly kind: GrantableKind;
  readonly isHeld: boolean;
}

/** What is known of an organisation that only reports: its own sort, and what the register ever granted it. */
export interface KnownReporter {
  readonly partnerKind: string | undefined;
  readonly granted: readonly GrantedKind[];
}

/** Who reports with this role. Of the others somebody else has to settle it. */
export const reportsByRole = (role: Role): ReporterType | undefined => BY_ROLE[role];

/**
 * As which kinds somebody in this role of this organisation may report: what the register settled. Until it did, the one that follows
 * from the sort of organisation and that never needs less than consent; and never one that was taken away.
 */
export function kindsOf(role: Role, { partnerKind, granted }: KnownReporter): readonly ReporterType[] {
  const byRole = reportsByRole(role);
  if (byRole) return [byRole];
  if (role !== 'aanmelder') return [];
  const held = GRANTABLE_KINDS.filter((kind) => granted.some((each) => each.kind === kind && each.isHeld));
  if (held.length > 0) return held;
  const own = partnerKind === undefined ? undefined : BY_PARTNER[partnerKind];
  const plain = [own ?? OTHERWISE, OTHERWISE].find((kind) => !granted.some((each) => each.kind === kind));
  return plain ? [plain] : [];
}

export type RouteRefusal = { readonly code: 'other-reporter' | 'only-duty-bound' };

/** Whether who has these kinds may report as this one by this route. */
export function mayUseRoute(
  kinds: readonly ReporterType[],
  reporter: ReporterType,
  route: Route,
): Result<undefined, RouteRefusal> {
  if (!kinds.includes(reporter)) return err({ code: 'other-reporter' });
  return route === 'must' && !DUTY_BOUND.includes(reporter) ? err({ code: 'only-duty-bound' }) : ok(undefined);
}
