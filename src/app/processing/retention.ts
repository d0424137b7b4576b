import type { RetentionRule } from '../../features/privacy/index.ts';
import { shippedRules } from '../../platform/retention/retention-rules.ts';

const RULES = shippedRules();

/** How long what an activity processes is proposed to be kept: from the one table of terms, `content/retention`. */
export function retentionOf(activity: string): readonly RetentionRule[] {
  return RULES.filter((rule) => rule.activity === activity).map(({ what, period, starts }) => ({
    what,
    period: period ?? undefined,
    from: starts,
  }));
}
