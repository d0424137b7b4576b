import type { TriageLevel, TriageReason } from '../domain/triage.ts';

/** What a weighing says is to be done, and what that means for the next step. */
export const TRIAGE_LEVEL_WORDS: Readonly<Record<TriageLevel, { readonly label: string; readonly means: string }>> = {
  acute: { label: 'Acuut', means: 'Iemand is nu in gevaar. Bel 112, en regel daarna hulp.' },
  today: { label: 'Vandaag', means: 'Overleg vandaag, zonder namen te noemen.' },
  'three-days': { label: 'Binnen drie werkdagen', means: 'Overleg binnen drie werkdagen, zonder namen te noemen.' },
  remember: { label: 'Onthouden', means: 'Te weinig om over een persoon te bewaren. Kijk later nog eens.' },
  nothing: { label: 'Niets', means: 'Er is geen teken van mensenhandel.' },
};

/** Why the rule says so: after «want». */
export const TRIAGE_REASON_WORDS: Readonly<Record<TriageReason, string>> = {
  acute: 'iemand is nu in gevaar',
  'states-coercion': 'de persoon zegt zelf dat er dwang, dreiging of misleiding is',
  strong: 'er is een sterk teken',
  'weak-of-different-kinds': 'er zijn zwakke tekenen van verschillende soort',
  'weak-of-one-kind': 'er zijn alleen zwakke tekenen van één soort',
  'one-weak': 'er is één zwak teken',
  none: 'er is geen teken ingevuld',
  'raised-for-minor': 'het gaat om iemand onder de 18',
  'raised-for-disability': 'de persoon heeft een licht verstandelijke beperking',
};
