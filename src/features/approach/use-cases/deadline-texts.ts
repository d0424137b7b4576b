import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { elementsIn } from '../domain/attention.ts';
import { ADOPTION_LAPSES, ANCHORING_LAPSES, CARRIER_LEAVES, ELEMENT_LAPSES } from './anchoring.ts';
import { SOURCE_FOUND } from './close-sources.ts';
import { REGION_WITHDREW } from './close-withdrawals.ts';
import { ACTION_DUE } from './plan-actions.ts';
import { ACTION_CARRIER_LEAVES } from './plan-departures.ts';
import { SCAN_ANSWERED, SCAN_ASKED, SCAN_QUESTION } from './scan.ts';
import { TAKEN_OVER } from './taken-over.ts';

/** What the deadlines of the approach say on the home page. */
export const APPROACH_DEADLINES: DeadlineTexts = {
  [ELEMENT_LAPSES]: ({ onderdeel }, isOverdue) => ({
    title: `Aandachtsfunctionaris${onderdeel ? ` (${onderdeel})` : ''} ${isOverdue ? 'is vervallen' : 'loopt af'}`,
    description: isOverdue
      ? 'Het land ziet dit onderdeel nu als vervallen. Zonder nieuw besluit is de aanpak niet geborgd.'
      : 'Leg op tijd een nieuw besluit vast. Zonder besluit is de aanpak niet geborgd.',
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
  [ACTION_DUE]: ({ onderdeel, actie }, isOverdue) => {
    const what = actie ? `Actie “${actie}”` : 'Een actie uit het plan';
    return {
      title: isOverdue ? `${what} is over de termijn` : `${what} heeft een termijn`,
      description: `${onderdeel ? `De actie hoort bij onderdeel ${onderdeel}. ` : ''}Werk de stand bij, of spreek een nieuwe termijn af.`,
    };
  },
  [ADOPTION_LAPSES]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Het besluit over de aanpak is vervallen' : 'Het besluit over de aanpak loopt af',
    description: isOverdue
      ? 'Het land ziet de aanpak nu als vervallen, en niet meer als geborgd. Neem een nieuw besluit en leg dat vast.'
      : 'Neem op tijd een nieuw besluit. Dan blijft de aanpak vastgesteld; zonder besluit is hij niet geborgd.',
  }),
  [ANCHORING_LAPSES]: ({ toetsen }, isOverdue) => ({
    title: isOverdue ? 'De aanpak is niet meer geborgd' : 'De borging van de aanpak loopt af',
    description: isOverdue
      ? `Het land ziet dat ook. ${toetsen ?? 'Bij elke toets staat wat er mist, en waar u het regelt.'}`
      : 'Bekijk welke toets het eerst vervalt, en leg op tijd nieuw bewijs vast.',
  }),
  [REGION_WITHDREW]: (parameters) => {
    const elements = elementsIn(parameters);
    return {
      title: `De regio regelt ${elements.length > 1 ? `${elements.length} onderdelen` : (elements[0] ?? 'een onderdeel')} niet meer`,
      description: `${elements.length > 1 ? `Het gaat om ${elements.join(', ')}. ` : ''}Daarom telt dit bij uw gemeente niet meer mee, en het land ziet dat. Regel het zelf, of leg vast wie het nu voor u regelt.`,
      overdueLabel: 'Vervallen',
    };
  },
  [SOURCE_FOUND]: (parameters) => {
    const count = elementsIn(parameters).length;
    return {
      title:
        count > 1
          ? `Openbare bronnen over ${count} onderdelen: kloppen ze?`
          : 'Een openbare bron over uw gemeente: klopt die?',
      description:
        'VNG vond dit in een openbare bron. Het land ziet het als niet bevestigd, en het telt niet mee tot u het bevestigt. Klopt het niet? Dan zegt u dat daar ook.',
      overdueLabel: 'Wacht op u',
    };
  },
  [CARRIER_LEAVES]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Iemand die de aanpak draagt, werkt hier niet meer' : 'Iemand die de aanpak draagt, vertrekt',
    description: 'Leg een opvolger vast bij K2.1, en leg vast dat de opvolger het overdrachtsdossier heeft.',
  }),
  [ACTION_CARRIER_LEAVES]: (_parameters, isOverdue) => ({
    title: isOverdue
      ? 'Acties uit het plan zijn zonder eigenaar of vervanger'
      : 'Iemand die acties uit het plan doet, vertrekt',
    description: 'Wijs bij elke actie iemand anders aan. Tot dan valt de actie onder de vervanger, of onder niemand.',
  }),
  [TAKEN_OVER]: ({ gemeenten = 'een andere gemeente' }) => ({
    title: `Overgenomen van ${gemeenten}: nog te besluiten`,
    description:
      'Wat daar was geregeld, geldt niet vanzelf voor uw gemeente. Bekijk wat er staat en leg vast wie de aandachtsfunctionaris is.',
  }),
};
