import { OWN_STATEMENT, type Signal } from './catalogue.ts';
import { type Triage, triage } from './triage.ts';

/** Who asks decides the advice. Whoever it happens to is asked nothing and goes straight to help. */
export const ASKERS = ['employee', 'professional', 'resident', 'self'] as const;
export type Asker = (typeof ASKERS)[number];

export const ABOUT = ['person', 'place'] as const;
export const ANSWERS = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

/** How somebody knows: seen, said by the person, said by another, or supposed. Four things that are never mixed (dossier, 2.1). */
export const KNOWN_BY = ['seen', 'said', 'heard', 'supposed'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

/** What it can be besides trafficking; each has its own way on (dossier, 1.3). */
export const BESIDE = ['bad-employment', 'serious-disadvantage', 'smuggling', 'sex-work'] as const;
export type Beside = (typeof BESIDE)[number];

/** What somebody answered. Nothing of it is kept. */
export interface CheckAnswers {
  readonly about: (typeof ABOUT)[number];
  readonly isAcute: boolean;
  readonly isMinor: Answer;
  readonly hasMildIntellectualDisability: Answer;
  readonly noticed: readonly { readonly signal: Signal; readonly knownBy: KnownBy }[];
  readonly looksLike: readonly Beside[];
}

/** An advice with its reasons; about what to do, never about somebody. */
export interface CheckAdvice extends Triage {
  readonly known: readonly { readonly by: KnownBy; readonly signals: readonly Signal[] }[];
  readonly looksLike: readonly Beside[];
  /** What the care route and the safety route are about, as the lines to call are known by. */
  readonly care: readonly ('possible-victim' | 'minor' | 'labour-exploitation')[];
  readonly safety: readonly ('police-report' | 'labour-exploitation')[];
}

/** Weighs what somebody noticed by the rule of weighing. A place has no age and no disability. */
export function adviseOn(answers: CheckAnswers): CheckAdvice {
  const isPerson = answers.about === 'person';
  const isMinor = isPerson ? answers.isMinor : 'unknown';
  const isLabour = answers.noticed.some(({ signal }) => signal.form === 'labour-exploitation');
  return {
    ...triage({
      signals: answers.noticed.map(({ signal }) => signal),
      isAcute: answers.isAcute,
      isMinor,
      hasMildIntellectualDisability: isPerson ? answers.hasMildIntellectualDisability : 'unknown',
      statesCoercion: answers.noticed.some(({ signal, knownBy }) => signal.id === OWN_STATEMENT && knownBy === 'said'),
    }),
    known: KNOWN_BY.map((by) => ({
      by,
      signals: answers.noticed.filter(({ knownBy }) => knownBy === by).map(({ signal }) => signal),
    })).filter(({ signals }) => signals.length > 0),
    looksLike: answers.looksLike,
    care: [
      ...(isMinor === 'yes' ? (['minor'] as const) : []),
      'possible-victim',
      ...(isLabour ? (['labour-exploitation'] as const) : []),
    ],
    safety: ['police-report', ...(isLabour ? (['labour-exploitation'] as const) : [])],
  };
}

/**
 * The signals to choose from: those of one's work, or the general ones for who does other work. Of a place nobody knows what somebody
 * says or what is to be seen on the body.
 */
export function signalsToAsk(
  signals: readonly Signal[],
  about: CheckAnswers['about'],
  role: Signal['roles'][number] | undefined,
): readonly Signal[] {
  return signals.filter(
    ({ roles, form, category }) =>
      (role ? roles.includes(role) : form === 'general') &&
      (about === 'person' || (category !== 'statement' && category !== 'body')),
  );
}
