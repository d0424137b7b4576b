import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { ARRANGEMENT_UNCONFIRMED } from './arrangement.ts';
import { NOBODY_STANDS_IN, STANDING_IN_OVER } from './cases/absence.ts';
import { CLOCK_ENDS } from './cases/case-clocks.ts';
import { ASK_HELP_CONSENT } from './cases/case-deeds.ts';
import { STEPS_OPEN } from './cases/case-events.ts';
import { AFTERCARE_CALL, TASK_DUE } from './cases/case-tasks.ts';
import { OVER_NORM } from './cases/caseload.ts';
import { CASES_LEFT, COORDINATOR_LEAVES } from './cases/leaving.ts';
import { SHARED_CLOCKS_OPEN } from './cases/receive-referral.ts';
import { REFERRAL_ARRIVED, REFERRAL_OVERDUE, REFERRAL_WAITS } from './cases/referral-names.ts';
import { REFERRAL_REMARKED } from './cases/referral-remarks.ts';
import { REFERRAL_ANSWERED, REFERRAL_LAPSED, SHARED_WITHDRAWN } from './cases/referral-work.ts';
import { PAPER_HARMFUL } from './cases/scan-papers.ts';
import { ASK_SHARE_CONSENT, REFERRAL_UNANSWERED } from './cases/send-referral.ts';
import { CONTRACT_ENDS, OFFER_UNCONFIRMED } from './offers.ts';
import { CONTRACT_RUNS_OUT, OFFER_ENDS, OFFER_NARROWED } from './tell-municipalities.ts';

const cases = (count: string) => (count === '1' ? '1 dossier' : `${count} dossiers`);

/** What the deadlines of care coordination say on the home page. */
export const CARE_DEADLINES: DeadlineTexts = {
  [OFFER_UNCONFIRMED]: ({ aanbod = 'Uw zorgcoördinatie' }, isOverdue) => ({
    title: isOverdue ? `${aanbod}: niet meer bevestigd` : `${aanbod}: klopt dit nog?`,
    description: isOverdue
      ? 'Niemand weet nu zeker of u nog bereikbaar bent. Uw gemeenten staan daarom op onbekend.'
      : 'Bevestig met één druk dat alles nog klopt, of wijzig het.',
  }),
  [CONTRACT_ENDS]: ({ aanbod = 'Uw zorgcoördinatie' }, isOverdue) => ({
    title: isOverdue ? `${aanbod}: het contract is voorbij` : `${aanbod}: het contract loopt af`,
    description: isOverdue
      ? 'Uw gemeenten hebben nu geen zorgcoördinatie van u. Vul een nieuwe einddatum in als u doorgaat.'
      : 'Spreek met uw opdrachtgever af hoe het verdergaat, en vul de nieuwe einddatum in.',
  }),
  [OFFER_ENDS]: () => ({
    title: 'Een organisatie voor zorgcoördinatie stopt',
    description: 'Kijk bij de dekking wie en wanneer. Regel met de regio wie het daarna doet.',
  }),
  [OFFER_NARROWED]: () => ({
    title: 'Een organisatie voor zorgcoördinatie doet minder',
    description: 'Kijk bij de dekking wat er overblijft. Regel met de regio wat er nu niet meer is.',
  }),
  [CONTRACT_RUNS_OUT]: () => ({
    title: 'Een contract voor zorgcoördinatie loopt af',
    description: 'Kijk bij de dekking van wie. Spreek met de organisatie en de regio af hoe het verdergaat.',
  }),
  [ARRANGEMENT_UNCONFIRMED]: (_, isOverdue) => ({
    title: isOverdue ? 'Zorgcoördinatie: niet meer bevestigd' : 'Zorgcoördinatie: klopt de lijst nog?',
    description: isOverdue
      ? 'Wat niet is geregeld, staat nu op onbekend. Kijk de lijst na en bevestig hem.'
      : 'Kijk na wie er voor uw gemeente werkt, en bevestig dat de lijst klopt.',
  }),
  [ASK_HELP_CONSENT]: () => ({
    title: 'Vraag alsnog of u mag helpen',
    description: 'De hulp begon in een noodgeval, zonder toestemming. Vraag het de persoon, en leg het vast.',
  }),
  [CLOCK_ENDS]: ({ dossier = '' }, isOverdue) => ({
    title: isOverdue ? `Dossier ${dossier}: een termijn is voorbij` : `Dossier ${dossier}: een termijn loopt af`,
    description: isOverdue
      ? 'Kijk vandaag wat er nog kan, en beëindig de termijn als het is gedaan.'
      : 'Kijk wat er voor die dag moet gebeuren, en beëindig de termijn als het is gedaan.',
  }),
  [TASK_DUE]: ({ dossier = '' }, isOverdue) => ({
    title: isOverdue ? `Dossier ${dossier}: iets moest al gedaan zijn` : `Dossier ${dossier}: taak of afspraak`,
    description: 'Kijk wat het is, en zeg hoe het ging.',
  }),
  [AFTERCARE_CALL]: ({ dossier = '' }, isOverdue) => ({
    title: isOverdue ? `Dossier ${dossier}: nazorg is te laat` : `Dossier ${dossier}: nazorg`,
    description: 'Vraag de persoon hoe het gaat, alleen zoals is afgesproken. Zeg daarna hoe het ging.',
  }),
  [OVER_NORM]: () => ({
    title: 'U hebt meer dossiers dan is afgesproken',
    description: 'Kijk met uw collega’s wie er een kan overnemen.',
  }),
  [COORDINATOR_LEAVES]: ({ aantal = '' }, isOverdue) => ({
    title: isOverdue ? `${cases(aantal)} zonder coördinator` : `Een coördinator vertrekt: ${cases(aantal)} te verdelen`,
    description: 'Spreek af wie ze overneemt. Onder «Werkdruk» gaan ze in één keer naar een ander.',
  }),
  [CASES_LEFT]: ({ aantal = '' }, isOverdue) => ({
    title: isOverdue ? `${cases(aantal)} zonder coördinator` : `Een coördinator vertrekt: ${cases(aantal)} te verdelen`,
    description:
      'De zorgcoördinatoren verdelen ze onder «Werkdruk». Is er geen ander? Geef dan iemand de rol van zorgcoördinator.',
  }),
  [NOBODY_STANDS_IN]: () => ({
    title: 'Niemand vervangt in uw dossiers',
    description: 'Wie u koos, kan niet in al uw dossiers vervangen. Kies een andere collega.',
  }),
  [PAPER_HARMFUL]: () => ({
    title: 'Een document is verwijderd',
    description: 'De virusscanner vond er iets schadelijks in. Vraag het stuk opnieuw, en open het niet van elders.',
  }),
  [STANDING_IN_OVER]: () => ({
    title: 'De vervanging is voorbij',
    description: 'De dossiers zijn weer alleen van hun eigen coördinator. Praat elkaar bij.',
  }),
  [STEPS_OPEN]: ({ dossier }) => ({
    title: dossier ? `Dossier ${dossier}: iemand is weg, zet de stappen` : 'Iemand is weg: zet de stappen',
    description: 'In dit dossier is iemand vertrokken of vermist. Bel eerst de politie als er gevaar is.',
  }),
  [REFERRAL_UNANSWERED]: ({ dossier = '' }) => ({
    title: `Dossier ${dossier}: nog geen antwoord op uw verwijzing`,
    description: 'Bel de andere organisatie. Neemt zij het niet aan, zoek dan verder. De termijn is nog te verifiëren.',
  }),
  [ASK_SHARE_CONSENT]: ({ dossier = '' }) => ({
    title: `Dossier ${dossier}: vraag alsnog toestemming voor de verwijzing`,
    description: 'U verwees in een noodgeval, zonder toestemming. Vraag het de persoon nu, of trek de verwijzing in.',
  }),
  [REFERRAL_ANSWERED]: () => ({
    title: 'Er is antwoord op een verwijzing',
    description: 'Kijk in het dossier of de andere organisatie haar aannam.',
  }),
  [SHARED_CLOCKS_OPEN]: ({ dossier = '' }) => ({
    title: `Dossier ${dossier}: zet de gedeelde termijnen`,
    description: 'Zij lopen al, en u krijgt er nog geen herinnering van. Neem ze over met één druk.',
  }),
  [REFERRAL_LAPSED]: () => ({
    title: 'Een verwijzing is verlopen zonder antwoord',
    description: 'Niemand nam de persoon over. Bel de andere organisatie, of verwijs opnieuw.',
  }),
  [SHARED_WITHDRAWN]: () => ({
    title: 'Wat met u was gedeeld, is ingetrokken',
    description: 'U kunt het niet meer lezen. Bel de afzender, en spreek af wie de persoon nu helpt.',
  }),
  [REFERRAL_WAITS]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Een verwijzing wacht te lang op uw antwoord' : 'Een verwijzing wacht op uw antwoord',
    description: 'Neem haar aan of weiger haar vandaag. Iemand wacht erop. De termijn is nog te verifiëren.',
  }),
  [REFERRAL_OVERDUE]: () => ({
    title: 'Uw organisatie gaf geen antwoord op een verwijzing',
    description: 'Vraag vandaag de zorgcoördinatoren wie antwoord geeft. Zij zien haar onder «Verwijzingen aan ons».',
  }),
  [REFERRAL_REMARKED]: () => ({
    title: 'Er staat een opmerking bij een verwijzing',
    description: 'Lees haar bij de verwijzing. Wilt u iets terugzeggen, dan kan dat daar.',
  }),
  [REFERRAL_ARRIVED]: (_parameters, _isOverdue, times = 1) => ({
    title: times > 1 ? `Er zijn ${times} verwijzingen aan u` : 'Er is een verwijzing aan u',
    description: 'Lees haar en geef antwoord. Iemand wacht erop.',
  }),
};
