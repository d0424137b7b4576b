import type { Feedback, ToldHow } from '../domain/feedback.ts';

/** What whoever passed a signal on reads or hears, word for word. */
export const FEEDBACK_WORDS: Readonly<Record<Feedback, string>> = {
  received: 'Wij hebben uw signaal ontvangen. Uw signaal telt mee.',
  'taken-up': 'Wij kijken naar uw signaal. Meer kunnen wij niet zeggen. Uw signaal telt mee.',
  acted: 'Met uw signaal is iets gedaan. Wat precies, kunnen wij niet zeggen. Uw signaal telt mee.',
  'nothing-now':
    'Wij doen nu niets met dit signaal. Het telt mee voor het beeld van de gemeente. Ziet u meer, geef het dan weer door.',
};

export const HOW_WORDS: Readonly<Record<ToldHow, string>> = {
  product: 'in In Beeld',
  telephone: 'per telefoon',
  email: 'per e-mail',
  letter: 'per brief',
  'in-person': 'persoonlijk',
};
