import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import { gatedFeature, neededTicks, type TickKind } from './start-gate.ts';

/** How long anything settled may hold before somebody looks again, in months. [design: In Beeld] */
export const TICK_MONTHS = 48;

/** Who records what: the advice of the officer for data protection is hers alone. */
export const TICK_RECORDERS: Readonly<Record<TickKind, readonly Role[]>> = {
  dpia: ['fg', 'ciso'],
  'fg-advice': ['fg'],
  'processing-agreement': ['fg', 'ciso'],
  'register-entry': ['fg', 'ciso'],
  'archive-category': ['fg', 'ciso'],
  'works-council': ['fg', 'ciso'],
};

export interface NewTick {
  readonly kind: TickKind;
  readonly features: readonly string[];
  readonly decidedOn: PlainDate;
  readonly decidedBy: string;
  readonly evidence: string;
  readonly category: string;
  readonly validUntil: PlainDate;
}

export type TickRefusal = {
  readonly code:
    | 'tick-not-yours'
    | 'no-feature'
    | 'tick-not-needed'
    | 'decided-in-future'
    | 'tick-over'
    | 'tick-too-long'
    | 'category-missing'
    | 'category-undecided';
};

/** Words that say that nobody decided yet: no category to open a gate with. */
const UNDECIDED = /nog\s+(vast|te\s+bepalen)|onbekend|n\.?v\.?t\.?/i;

/** Whether somebody in this role may record this today. */
export function judgeTick(tick: NewTick, role: Role, today: PlainDate): Result<undefined, TickRefusal> {
  if (!TICK_RECORDERS[tick.kind].includes(role)) return err({ code: 'tick-not-yours' });
  const features = tick.features.map(gatedFeature);
  if (features.length === 0 || features.some((each) => !each)) return err({ code: 'no-feature' });
  if (features.some((each) => !neededTicks(each!).includes(tick.kind))) return err({ code: 'tick-not-needed' });
  if (tick.decidedOn > today) return err({ code: 'decided-in-future' });
  if (tick.validUntil <= today) return err({ code: 'tick-over' });
  if (tick.validUntil > addMonths(today, TICK_MONTHS)) return err({ code: 'tick-too-long' });
  if (tick.kind === 'archive-category') {
    if (tick.category.trim() === '') return err({ code: 'category-missing' });
    if (UNDECIDED.test(tick.category)) return err({ code: 'category-undecided' });
  }
  return ok(undefined);
}
