import type { TickKind } from './start-gate.ts';

export interface TickWords {
  readonly name: string;
  /** What it is, and what has to be done. */
  readonly about: string;
  /** Who does it. */
  readonly who: string;
  /** What the paper is called, for the field of the evidence. */
  readonly paper: string;
  /** The document of the kit that goes with it. */
  readonly kit: string;
}

/** The six ticks in words, in the order in which an organisation takes them. */
export const TICK_WORDS: Readonly<Record<TickKind, TickWords>> = {
  dpia: {
    name: 'DPIA',
    about: 'Vooraf onderzoeken welke risico’s mensen lopen, en wat u eraan doet (AVG artikel 35).',
    who: 'Wie het onderdeel wil gebruiken, met de privacy officer. Het college stelt vast.',
    paper: 'de vastgestelde DPIA',
    kit: 'dpia-bijlage',
  },
  'fg-advice': {
    name: 'Advies van de FG',
    about: 'De functionaris gegevensbescherming adviseert over de DPIA (AVG artikel 35 en 39).',
    who: 'De FG zelf.',
    paper: 'het advies',
    kit: 'advies-fg',
  },
  'processing-agreement': {
    name: 'Verwerkersovereenkomst',
    about: 'Afspraken met wie In Beeld voor u beheert (AVG artikel 28).',
    who: 'Inkoop of juridische zaken, met wie In Beeld beheert.',
    paper: 'de getekende overeenkomst',
    kit: 'verwerkersovereenkomst',
  },
  'register-entry': {
    name: 'Regel in uw verwerkingsregister',
    about: 'De verwerkingen staan in het register van uw eigen organisatie (AVG artikel 30).',
    who: 'De privacy officer.',
    paper: 'de plek in het register',
    kit: 'registerregels',
  },
  'archive-category': {
    name: 'Archiefcategorie',
    about:
      'De archivaris wijst aan onder welke categorie van de selectielijst het valt; zonder mag u niets vernietigen.',
    who: 'De archivaris, met de FG.',
    paper: 'het besluit over de categorie',
    kit: 'bewaartermijnen',
  },
  'works-council': {
    name: 'Instemming van de ondernemingsraad',
    about: 'Alleen nodig waar wordt bijgehouden wat medewerkers doen (WOR artikel 27).',
    who: 'De bestuurder vraagt het, de ondernemingsraad stemt in.',
    paper: 'het besluit van de ondernemingsraad',
    kit: 'verzoek-ondernemingsraad',
  },
};
