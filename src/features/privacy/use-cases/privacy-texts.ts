import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import { gatedFeature } from '../domain/start-gate.ts';
import { TICK_WORDS } from '../domain/tick-words.ts';
import { ERASED_NOTICE } from './erased-elsewhere.ts';
import { DRILL_DUE, INCIDENT_CLOCK } from './incidents.ts';
import { NOTICED } from './noticed.ts';
import { RIGHTS_TERM } from './rights-requests.ts';
import { GATE_CLOSED, TICK_LAPSES } from './start-gate.ts';

/** What the start gate says on the home page. */
export const PRIVACY_TEXTS: DeadlineTexts = {
  [TICK_LAPSES]: ({ feature = '', tick = '' }, isOverdue) => {
    const part = gatedFeature(feature)?.name ?? 'Een onderdeel';
    const what = withinSentence(tick in TICK_WORDS ? TICK_WORDS[tick as keyof typeof TICK_WORDS].name : 'Een vinkje');
    return {
      title: isOverdue ? `${part}: ${what} geldt niet meer` : `${part}: ${what} verloopt`,
      description: 'Geldt het niet meer, dan gaat het onderdeel dicht voor wat nieuw is.',
    };
  },
  [INCIDENT_CLOCK]: ({ oefening = 'nee' }, isOverdue) => ({
    title: `${oefening === 'ja' ? 'Oefening' : 'Datalek'}: ${isOverdue ? 'een klok is verlopen' : 'een klok loopt af'}`,
    description: 'Er is nog iets te melden of vast te leggen.',
  }),
  [RIGHTS_TERM]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Een verzoek is te laat beantwoord' : 'Een verzoek wacht op antwoord',
    description: 'Iemand vroeg naar zijn gegevens. Kijk eerst hoe u hem of haar veilig bereikt.',
  }),
  [ERASED_NOTICE]: () => ({
    title: 'Elders is iets gewist dat met u was gedeeld',
    description: 'De persoon vroeg daarom. Kijk of u het ook wist, of waarom u het houdt.',
  }),
  [DRILL_DUE]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'De oefening van een datalek is te laat' : 'Oefen een datalek',
    description: 'Leg een oefening vast en maak alle documenten. Elk jaar een keer.',
  }),
  [NOTICED]: () => ({
    title: 'Er viel iets op in het gebruik',
    description: 'Dat hoeft niets te betekenen. Kijk wat het was, en vraag het na.',
  }),
  [GATE_CLOSED]: () => ({
    title: 'Een onderdeel is dichtgegaan',
    description: 'De functionaris gegevensbescherming trok iets in. Wat al loopt, kan doorgaan.',
  }),
};
