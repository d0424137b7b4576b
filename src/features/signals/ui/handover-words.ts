import type { DeclineReason, HandoverState } from '../domain/handover.ts';

export const HANDOVER_WORDS: Readonly<
  Record<HandoverState, { readonly kind: 'info' | 'ok' | 'warning' | 'neutral'; readonly label: string }>
> = {
  waiting: { kind: 'info', label: 'Wacht op bevestiging' },
  late: { kind: 'warning', label: 'Nog niet bevestigd: bel de ontvanger' },
  received: { kind: 'ok', label: 'Doorgezet: de ontvanger heeft het bevestigd' },
  declined: { kind: 'neutral', label: 'Niet aangenomen' },
};

export const DECLINE_WORDS: Readonly<Record<DeclineReason, string>> = {
  'not-for-us': 'Dit hoort niet bij hen',
  'known-already': 'Zij zijn er al mee bezig',
  'too-little': 'Het is te weinig om op te pakken',
  'no-answer': 'Er kwam geen antwoord',
};

/** Why a signal may not leave yet. */
export const BLOCKED_WORDS = {
  'not-weighed': 'Weeg het signaal eerst. Een signaal dat gesloten is, kan niet meer weg.',
  'answers-missing': 'Beantwoord eerst de vragen hieronder. Pas daarna kan het signaal de gemeente uit.',
  'consult-first':
    'U weet nog niet alles. Overleg eerst zonder persoonsgegevens en leg het advies vast. Daarna kan het signaal weg.',
  'person-does-not-want':
    'De persoon wil dit niet, is volwassen en is niet in gevaar. Die keuze gaat voor. Hulp blijft mogelijk, ook zonder aangifte.',
} as const;
export type Blocked = keyof typeof BLOCKED_WORDS;
