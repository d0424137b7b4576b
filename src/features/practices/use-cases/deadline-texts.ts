import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { NOTICES } from './tables.ts';

/** What people hear about the library. */
export const PRACTICE_TEXTS: DeadlineTexts = {
  [NOTICES.submitted]: () => ({
    title: 'Er is iets ingestuurd voor Praktijk',
    description: 'Kijk het na. Pas daarna lezen anderen het.',
  }),
  [NOTICES.published]: () => ({
    title: 'Wat u instuurde, staat nu in Praktijk',
    description: 'Iedereen die met In Beeld werkt, kan het lezen en overnemen.',
  }),
  [NOTICES.returned]: () => ({
    title: 'Wat u instuurde, kwam terug',
    description: 'Lees wat er anders moet, pas het aan en stuur het opnieuw in.',
  }),
  [NOTICES.review]: (_parameters, isOverdue) => ({
    title: 'Klopt dit voorbeeld nog?',
    description: isOverdue
      ? 'Iedereen ziet nu dat het niet is nagekeken. Bevestig het of trek het in.'
      : 'Bevestig het of trek het in. Daarna ziet iedereen dat het niet is nagekeken.',
    overdueLabel: 'Niet nagekeken',
  }),
  [NOTICES.contactAsked]: () => ({
    title: 'Een gemeente wil met u overleggen',
    description: 'Zeg dat u het las, en geef antwoord. Het gaat over de aanpak, niet over een zaak.',
  }),
  [NOTICES.contactAnswered]: () => ({
    title: 'Een gemeente gaf u antwoord',
    description: 'Lees wat zij schrijft en wat u nu kunt doen.',
  }),
  [NOTICES.unanswered]: () => ({
    title: 'Een vraag van een gemeente heeft nog geen antwoord',
    description: 'U keek de vraag na. Geef zelf antwoord als op deze dag nog niemand dat deed.',
    overdueLabel: 'Geef antwoord',
  }),
};
