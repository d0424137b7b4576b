import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { ADOPTION_LAPSES } from './adoption.ts';
import { ANCHORING_LAPSES, CARRIER_LEAVES } from './anchoring.ts';
import { ACTION_DUE } from './plan.ts';
import { ELEMENT_LAPSES } from './record-focal-point.ts';
import { SCAN_ANSWERED, SCAN_ASKED, SCAN_QUESTION } from './scan.ts';

/** What the deadlines of the approach say on the home page. */
export const APPROACH_DEADLINES: DeadlineTexts = {
  [ELEMENT_LAPSES]: ({ onderdeel }, isOverdue) => ({
    title: isOverdue
      ? `Aandachtsfunctionaris (${onderdeel}) is vervallen`
      : `Aandachtsfunctionaris (${onderdeel}) loopt af`,
    description: isOverdue
      ? 'Het land ziet dit onderdeel nu als vervallen. Leg een nieuw besluit vast.'
      : 'Leg op tijd een nieuw besluit vast. Dan blijft dit onderdeel geregeld.',
  }),
  [SCAN_ASKED]: (_, isOverdue) => ({
    title: isOverdue ? 'De scan wacht nog op uw antwoorden' : 'U bent gevraagd voor de scan van de aanpak',
    description: 'Vul in wat u weet. Wat u niet weet, vraagt u aan een collega. U kunt stoppen en later verdergaan.',
  }),
  [SCAN_QUESTION]: ({ onderdeel = 'een onderdeel' }, isOverdue) => ({
    title: isOverdue ? `Een vraag over ${onderdeel} wacht nog op u` : `Een collega vraagt u iets: ${onderdeel}`,
    description: 'Uw collega weet dit niet en denkt dat u het wel weet. Eén vraag, een paar minuten.',
  }),
  [SCAN_ANSWERED]: () => ({
    title: 'Uw vraag in de scan is beantwoord',
    description: 'Het antwoord telt mee in de scan. U hoeft niets meer te doen.',
  }),
  [ACTION_DUE]: ({ onderdeel }, isOverdue) => ({
    title: isOverdue ? 'Een actie uit het plan is over de termijn' : 'Een actie uit het plan heeft een termijn',
    description: `${onderdeel ? `De actie hoort bij onderdeel ${onderdeel}. ` : ''}Werk de stand bij, of spreek een nieuwe termijn af.`,
  }),
  [ADOPTION_LAPSES]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Het besluit over de aanpak is vervallen' : 'Het besluit over de aanpak loopt af',
    description: isOverdue
      ? 'Het land ziet de aanpak nu als vervallen. Neem een nieuw besluit en leg dat vast.'
      : 'Neem op tijd een nieuw besluit. Dan blijft de aanpak vastgesteld.',
  }),
  [ANCHORING_LAPSES]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'De aanpak is niet meer geborgd' : 'De borging van de aanpak loopt af',
    description: isOverdue
      ? 'Het land ziet dat ook. Bij elke toets staat wat er mist, en waar u het regelt.'
      : 'Bekijk welke toets het eerst vervalt, en leg op tijd nieuw bewijs vast.',
  }),
  [CARRIER_LEAVES]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Iemand die de aanpak draagt, werkt hier niet meer' : 'Iemand die de aanpak draagt, vertrekt',
    description: 'Leg een opvolger vast bij K2.1, en leg vast dat de opvolger het overdrachtsdossier heeft.',
  }),
};
