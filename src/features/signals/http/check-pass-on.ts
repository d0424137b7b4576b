import type { SignalRole } from '../domain/catalogue.ts';
import type { CheckAdvice, CheckAnswers, KnownBy } from '../domain/signal-check.ts';
import type { ReporterFunction } from '../domain/signal-report.ts';

/** The form in which a signal is passed on, with what was chosen in the check filled in. */
export interface PassOn {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** An enforcement officer who saw it while investigating takes another way. */
  readonly asksOfficer: boolean;
}

const FUNCTION_OF: Readonly<Record<SignalRole, ReporterFunction>> = {
  BZ: 'civil-affairs',
  KCC: 'civil-affairs',
  WIJK: 'social-support',
  WMO: 'social-support',
  JEUGD: 'youth-care',
  LPA: 'school-attendance',
  JW: 'other',
  WENI: 'income-support',
  SCHULD: 'income-support',
  HUIS: 'supervision',
  TH: 'supervision',
  VERG: 'permits',
  VRD: 'other',
  GGD: 'other',
};

/** Which field each kind of knowledge goes into. Over a place nobody said anything about herself. */
const FIELD_OF: Readonly<Record<KnownBy, string>> = {
  seen: 'gezien',
  said: 'zei',
  heard: 'gehoord',
  supposed: 'vermoeden',
};

/**
 * Goes on to passing a signal on without choosing anything again: the same form, filled in and not yet sent. It travels in the body of
 * a form, never in an address.
 */
export function passOnOf(advice: CheckAdvice, answers: CheckAnswers, role: SignalRole | undefined): PassOn {
  const forms = new Set(
    advice.known.flatMap(({ signals }) => signals.map(({ form }) => form)).filter((form) => form !== 'general'),
  );
  const [form = ''] = forms.size === 1 ? forms : [];
  const isPerson = answers.about === 'person';
  return {
    action: isPerson ? '/meldingen/nieuw/persoon' : '/meldingen/nieuw/plek',
    fields: [
      ['_tonen', '1'], // shown as it was left, nothing done yet
      ['gevaar', 'nee'],
      ['functie', role ? FUNCTION_OF[role] : 'unknown'],
      ['vorm', form],
      ...(isPerson ? ([['minderjarig', answers.isMinor]] as const) : []),
      ...advice.known.map(({ by, signals }) => [FIELD_OF[by], signals.map(({ nl }) => `${nl}.`).join('\n')] as const),
    ],
    asksOfficer: role === 'TH',
  };
}

/** Where one weak signal is only counted. */
export const countOf = (role: SignalRole | undefined): string =>
  `/meldingen/nieuw/telling?functie=${role ? FUNCTION_OF[role] : 'unknown'}`;
