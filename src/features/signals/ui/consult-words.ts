import type { AdvisedStep, ConsultPartner } from '../domain/consultation.ts';

export const PARTNER_WORDS: Readonly<Record<ConsultPartner, string>> = {
  'care-coordinator': 'Zorgcoördinator',
  comensha: 'CoMensha',
  'veilig-thuis': 'Veilig Thuis',
};

export const ADVICE_WORDS: Readonly<Record<AdvisedStep, string>> = {
  watch: 'Nu niets doen, opnieuw kijken',
  'talk-with-person': 'Eerst met de persoon praten',
  'hand-over-care': 'Overdragen voor hulp en opvang',
  'hand-over-safety': 'Overdragen aan politie of Arbeidsinspectie',
  'call-112': '112 bellen',
};
