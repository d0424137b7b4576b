import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import type { Signal, SignalCategory, SignalForm, SignalRole } from './catalogue.ts';
import { neverASignal } from './never-a-signal.ts';
import type { SignalStrength } from './triage.ts';

/** So many signals of its own may a municipality have: a longer list is not read. */
export const MOST_OWN_SIGNALS = 100;

/** A signal that a municipality added for its own people, beside the catalogue that everybody reads. */
export interface OwnSignal {
  readonly id: string;
  readonly form: SignalForm;
  readonly category: SignalCategory;
  readonly roles: readonly SignalRole[];
  readonly strength: SignalStrength;
  readonly what: string;
  /** What else it can be, in the words of the municipality. */
  readonly elsewise: string;
  /** Independent sex workers do this too: such a signal is never strong. */
  readonly isLegalSexWork: boolean;
  readonly addedOn: PlainDate;
}

export type OwnSignalFacts = Omit<OwnSignal, 'id' | 'addedOn'>;
export type OwnSignalFault =
  /** A word that says where somebody is from, believes, wears or looks like, or what somebody carries. */
  | { readonly code: 'never-a-signal'; readonly field: 'what' | 'elsewise'; readonly word: string }
  /** A number, an address for mail or what reads as a name: a signal is about what can be seen, never about somebody. */
  | { readonly code: 'about-somebody'; readonly field: 'what' | 'elsewise' }
  | { readonly code: 'sex-work-is-legal' };

/** Holds a signal of one's own to the rules of the catalogue. What else it can be may name what a signal may not. */
export function checkedOwnSignal(facts: OwnSignalFacts): Result<OwnSignalFacts, OwnSignalFault> {
  const word = neverASignal(facts.what);
  if (word !== undefined) return err({ code: 'never-a-signal', field: 'what', word });
  for (const field of ['what', 'elsewise'] as const) {
    const { numbers, looksLikeName } = guardText(facts[field]);
    if (numbers.length > 0 || looksLikeName) return err({ code: 'about-somebody', field });
  }
  if (facts.isLegalSexWork && facts.strength === 'strong') return err({ code: 'sex-work-is-legal' });
  return ok(facts);
}

/** A signal of a municipality as it stands beside those of the catalogue, in Dutch only. */
export function besideTheCatalogue(own: OwnSignal, municipality: string): Signal {
  return {
    id: municipality,
    form: own.form,
    category: own.category,
    roles: own.roles,
    strength: own.strength,
    nl: own.what,
    en: own.what,
    sexWorkIsLegal: own.isLegalSexWork,
    elsewise: { nl: own.elsewise, en: own.elsewise, owner: municipality, reviewedBy: null },
    validatedBy: null,
    validatedOn: null,
  };
}
