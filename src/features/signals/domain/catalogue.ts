import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { WORK_ROLES, type WorkRole } from '../../../shared-kernel/work-role.ts';
import type { SignalStrength } from './triage.ts';

/** In which work of a municipality a signal is met. */
export const SIGNAL_ROLES = WORK_ROLES;
export type SignalRole = WorkRole;

/** The form a signal points at. Most point at none in particular. */
export const SIGNAL_FORMS = [
  'general',
  'sexual-exploitation',
  'labour-exploitation',
  'criminal-exploitation',
  'forced-services',
  'organ-removal',
] as const;
export type SignalForm = (typeof SIGNAL_FORMS)[number];

/** What a signal is about. Two weak signals only add up when they are about different things. */
export const SIGNAL_CATEGORIES = [
  'control',
  'documents',
  'statement',
  'housing',
  'behaviour',
  'body',
  'money',
  'work',
  'online',
] as const;
export type SignalCategory = (typeof SIGNAL_CATEGORIES)[number];

/** The signal that a person says it herself: whoever ticks it tells of a statement of coercion. */
export const OWN_STATEMENT = 'ALG-15';

/** One signal of the catalogue. */
export interface Signal {
  readonly id: string;
  readonly form: SignalForm;
  readonly category: SignalCategory;
  readonly roles: readonly SignalRole[];
  readonly strength: SignalStrength;
  readonly nl: string;
  readonly en: string;
  /** Always shown with it: independent sex work is legal. Such a signal is never strong. */
  readonly sexWorkIsLegal: boolean;
  /** What else it can be, in the editors' own words. */
  readonly elsewise: {
    readonly nl: string;
    readonly en: string;
    readonly owner: string;
    readonly reviewedBy: string | null;
  };
  /** Who in the field validated it, by function and organisation; null when nobody did. */
  readonly validatedBy: string | null;
  readonly validatedOn: PlainDate | null;
}

/** One edition of the catalogue (`content/signals/`). */
export interface Catalogue {
  readonly id: string;
  readonly validFrom: PlainDate;
  readonly signals: readonly Signal[];
}

/** The edition that holds on a day: the last one that has started. */
export function catalogueOn(editions: readonly Catalogue[], today: PlainDate): Catalogue | undefined {
  return editions
    .filter(({ validFrom }) => validFrom <= today)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
}

/** What somebody looks for, besides words. */
export interface CatalogueFilter {
  readonly role?: SignalRole | undefined;
  readonly form?: SignalForm | undefined;
  readonly category?: SignalCategory | undefined;
  readonly strength?: SignalStrength | undefined;
}

/** The signals that fit, in the order of the catalogue. */
export function filterSignals(signals: readonly Signal[], filter: CatalogueFilter): readonly Signal[] {
  return signals.filter(
    ({ roles, form, category, strength }) =>
      (!filter.role || roles.includes(filter.role)) &&
      (!filter.form || form === filter.form) &&
      (!filter.category || category === filter.category) &&
      (!filter.strength || strength === filter.strength),
  );
}
