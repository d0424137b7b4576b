import type { Kind } from '../../../ui/show/shape.tsx';
import type { ElementState } from '../domain/fact.ts';
import type { FrameworkElement } from '../domain/framework.ts';
import { DUTY_NAMES } from '../domain/framework.ts';
import type { Missing } from '../domain/scan.ts';

interface StateWords {
  /** The word in the form and in the interface between systems. */
  readonly value: string;
  readonly label: string;
  readonly kind: Kind;
}

/** What each answer is called on screen, in the order in which they are offered. */
export const STATE_WORDS: Readonly<Record<ElementState, StateWords>> = {
  absent: { value: 'afwezig', label: 'Is er niet', kind: 'warning' },
  started: { value: 'gestart', label: 'Gestart', kind: 'info' },
  present: { value: 'aanwezig', label: 'Is er', kind: 'ok' },
  working: { value: 'werkend', label: 'Is er, en is het laatste jaar gebruikt of geoefend', kind: 'ok' },
  regional: { value: 'regionaal', label: 'Regionaal belegd', kind: 'ok' },
  unknown: { value: 'weet-ik-niet', label: 'Weet ik niet', kind: 'neutral' },
  'not-applicable': { value: 'niet-van-toepassing', label: 'Niet van toepassing', kind: 'neutral' },
};

/** What is still to be filled in, as the text of a link. */
export const MISSING_WORDS: Readonly<Record<Missing, string>> = {
  evidence: 'voeg bewijs toe',
  reason: 'vul in waarom dit niet van toepassing is',
  colleague: 'vraag het aan een collega',
};

/** The functions that people know by a longer name than their code. */
const FUNCTIONS: Readonly<Record<string, string>> = { fg: 'functionaris gegevensbescherming', ciso: 'CISO' };

/** A colleague to choose, with her function. */
export function sayColleague({ name, role }: { readonly name: string; readonly role: string }): string {
  return `${name} (${FUNCTIONS[role] ?? role})`;
}

/** Where the duty or the advice comes from, as one reads it. */
export function sayDuty({ duty }: FrameworkElement): string {
  const source = duty.kind === 'in-beeld' ? duty.source : `${DUTY_NAMES[duty.kind]}. ${duty.source}`;
  return duty.isVerified ? source : `${source} (nog te verifiëren)`;
}
