import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';

export const ARRIVED = 'signals.report-arrived';
export const WAITS = 'signals.report-waits';
export const ASKED = 'signals.question-asked';
export const ANSWERED = 'signals.question-answered';
export const REVIEW_WAITS = 'signals.review-waits';
export const INVOLVED = 'signals.coordinator-involved';

/** What signals say on the home page and behind a mail: never what they are about. */
export const SIGNAL_TEXTS: DeadlineTexts = {
  [ARRIVED]: () => ({
    title: 'Er is een signaal doorgegeven',
    description: 'Lees het en pak het op. Wat erin staat, ziet alleen wie het weegt.',
  }),
  [WAITS]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Een signaal wacht te lang' : 'Een signaal wacht op de volgende stap',
    description: 'Kijk wat er nog moet gebeuren. De termijn staat op de lijst.',
  }),
  [ASKED]: () => ({
    title: 'De aandachtsfunctionaris heeft een vraag aan u',
    description: 'Het gaat over een signaal dat u doorgaf. Uw antwoord leest alleen wie het weegt.',
  }),
  [REVIEW_WAITS]: () => ({
    title: 'Kijk of iets nog nodig is',
    description: 'Over twee weken gaat het op slot, tenzij u zegt waarom het nodig blijft.',
  }),
  [INVOLVED]: () => ({
    title: 'U bent gevraagd te helpen bij een signaal',
    description: 'Wie het is, opent u alleen met een reden. De aandachtsfunctionaris vertelt u de rest.',
  }),
  [ANSWERED]: () => ({
    title: 'Er is een antwoord op uw vraag over een signaal',
    description: 'Wie het doorgaf, heeft geantwoord.',
  }),
};
