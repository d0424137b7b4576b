import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Purpose, ReceiverKind, SharedData, Sharer, SharingCase } from './sharing-case.ts';

/**
 * yes: it may. consent: it may once the person said so. weigh: it may after the questions of the rule. elsewhere: not here, but where the
 * law has a place for it. no: not like this.
 */
export const OUTCOMES = ['yes', 'consent', 'weigh', 'elsewhere', 'no'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One line of the decision table; a side that is empty fits everything. */
export interface SharingRule {
  readonly id: string;
  readonly from: readonly Sharer[];
  readonly data: readonly SharedData[];
  readonly to: readonly ReceiverKind[];
  readonly purpose: readonly Purpose[];
  readonly outcome: Outcome;
  readonly basis: string;
  readonly article: string;
  /** The day on which the text of the law holds, or from which; null when it is not known. */
  readonly textDate: PlainDate | null;
  readonly says: string;
  readonly conditions: readonly string[];
  /** What can be done instead: never empty but when it may without more. */
  readonly instead: readonly string[];
  readonly mark: 'law' | 'found' | 'own' | 'design';
  /** The day on which a lawyer or the officer for data protection held it against its source; null when nobody did. */
  readonly verifiedOn: PlainDate | null;
  readonly source: string;
}

const fits = <Value>(asked: readonly Value[], value: Value): boolean => asked.length === 0 || asked.includes(value);

/** The first rule of a table that fits; undefined when the table has no last rule that fits everything. */
export function ruleFor(rules: readonly SharingRule[], asked: SharingCase): SharingRule | undefined {
  return rules.find(
    (rule) =>
      fits(rule.from, asked.from) &&
      fits(rule.data, asked.data) &&
      fits(rule.to, asked.to) &&
      fits(rule.purpose, asked.purpose),
  );
}

/** Who said that it may: the person herself, or who decides for her. */
export const CONSENTS = {
  person: 'De persoon zelf',
  representative: 'Een vertegenwoordiger die zelf niet betrokken is',
} as const;
export type Consent = keyof typeof CONSENTS;

export type DisclosureRefusal = { readonly code: 'not-allowed' | 'consent-missing' | 'policy-changed' };

/**
 * Whether what somebody shared may be written down under the rule she read: not when it may not, not without the consent that it asks,
 * and not when another rule holds by now.
 */
export function mayRecord(
  rule: SharingRule | undefined,
  said: { readonly rule: string; readonly consent: Consent | undefined },
): Result<SharingRule, DisclosureRefusal> {
  if (rule?.id !== said.rule) return err({ code: 'policy-changed' });
  if (rule.outcome === 'no') return err({ code: 'not-allowed' });
  return rule.outcome === 'consent' && !said.consent ? err({ code: 'consent-missing' }) : ok(rule);
}
