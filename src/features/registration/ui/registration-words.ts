import { POLICE_REGION_WORDS } from '../../../shared-kernel/police-region.ts';
import type {
  ConsentData,
  ConsentLanguage,
  ConsentPurpose,
  Giver,
  Manner,
  Representative,
  Wish,
} from '../domain/consent.ts';
import type {
  HelpDanger,
  HelpNeed,
  HelpPosition,
  HelpStatus,
  HelpUrgency,
  VitalInterest,
} from '../domain/help-request.ts';
import type {
  AgeGroup,
  Complaint,
  DossierType,
  ExploitationForm,
  ExploitationSector,
  ExploitedIn,
  Gender,
  RecruitedBy,
  Region,
} from '../domain/registration.ts';
import type { RegistrationStatus } from '../domain/registration-status.ts';
import type { ReporterType, Route } from '../domain/reporting-guide.ts';

export const OWN_PATH = '/registraties';
export const OWN_TITLE = 'Aanmelden bij CoMensha';
export const REGISTER_PATH = '/registraties/werkvoorraad';
export const REGISTER_TITLE = 'Werkvoorraad van het register';
export const SERIES_PATH = '/registraties/reeksen';
export const YEARLY_PATH = '/registraties/jaarlevering';
export const RECEIVED_YEARLY_PATH = '/jaarleveringen';
export const YEARLY_TITLE = 'Levering aan de Nationaal Rapporteur';
/** As what organisations report: for the register, and what an organisation sees of itself. */
export const KINDS_PATH = '/registraties/soorten';
export const KINDS_TITLE = 'Als wat organisaties aanmelden';
export const OWN_KINDS_PATH = '/registraties/soort';
export const HTCDS_PATH = '/registraties/htcds';
export const HTCDS_SCHEMA_PATH = `${HTCDS_PATH}/schema.json`;

export const REPORTER_WORDS: Readonly<Record<ReporterType, string>> = {
  POL: 'Politie',
  KMAR: 'Koninklijke Marechaussee',
  NLA: 'Nederlandse Arbeidsinspectie',
  ZORGCO: 'Zorgcoördinator',
  FAIRWORK: 'FairWork',
  JEUGD: 'Jeugdhulp of jeugdbescherming',
  OPVANG: 'Opvang',
  AMBUL: 'Ambulante hulp of hulporganisatie',
  ADV: 'Advocatuur',
  GEM: 'Gemeente of wijkteam',
};

export const ROUTE_WORDS: Readonly<Record<Route, { readonly label: string; readonly about: string }>> = {
  nameless: { label: 'Zonder naam', about: 'Kan altijd, in twee minuten. Een naam kan later worden toegevoegd.' },
  'by-name': { label: 'Met naam, met toestemming', about: 'U legt de toestemming vast voordat u verstuurt.' },
  must: {
    label: 'Als opsporings- of inspectiedienst',
    about: 'Alleen voor politie, Marechaussee en Arbeidsinspectie. Zonder toestemming.',
  },
};

export const AGE_GROUP_WORDS: Readonly<Record<AgeGroup, string>> = {
  unknown: 'Onbekend',
  '0-11': '0 tot en met 11 jaar',
  '12-15': '12 tot en met 15 jaar',
  '16-17': '16 of 17 jaar',
  '18-22': '18 tot en met 22 jaar',
  '23-30': '23 tot en met 30 jaar',
  '31-40': '31 tot en met 40 jaar',
  '41-50': '41 tot en met 50 jaar',
  '51+': '51 jaar of ouder',
};

export const GENDER_WORDS: Readonly<Record<Gender, string>> = {
  unknown: 'Onbekend',
  woman: 'Vrouw',
  man: 'Man',
  other: 'X of anders',
};

export const FORM_WORDS: Readonly<Record<ExploitationForm, string>> = {
  'sexual-exploitation': 'Seksuele uitbuiting',
  'labour-exploitation': 'Arbeidsuitbuiting',
  'criminal-exploitation': 'Criminele uitbuiting',
  'forced-services': 'Gedwongen dienstverlening',
  begging: 'Gedwongen bedelarij',
  'organ-removal': 'Orgaanverwijdering',
  other: 'Een andere vorm',
};

export const SECTOR_WORDS: Readonly<Record<ExploitationSector, string>> = {
  prostitution: 'Prostitutie',
  agriculture: 'Land- en tuinbouw',
  hospitality: 'Horeca',
  construction: 'Bouw',
  household: 'Huishouden of zorg in huis',
  transport: 'Transport',
  'meat-or-food': 'Vlees en voedsel',
  cleaning: 'Schoonmaak',
  'shop-or-salon': 'Winkel of salon',
  drugs: 'Drugs',
  'theft-or-fraud': 'Diefstal of fraude',
  other: 'Iets anders',
};

export const EXPLOITED_IN_WORDS: Readonly<Record<ExploitedIn, string>> = {
  unknown: 'Onbekend',
  netherlands: 'In Nederland',
  abroad: 'Alleen in het buitenland',
  both: 'In Nederland en in het buitenland',
  online: 'Online',
};

export const RECRUITED_WORDS: Readonly<Record<RecruitedBy, string>> = {
  unknown: 'Onbekend',
  online: 'Online',
  partner: 'Door een partner',
  family: 'Door familie',
  intermediary: 'Door een bemiddelaar',
  employer: 'Door een werkgever',
  friends: 'Door vrienden of bekenden',
  other: 'Anders',
};

export const COMPLAINT_WORDS: Readonly<Record<Complaint, string>> = {
  unknown: 'Onbekend',
  yes: 'Ja',
  no: 'Nee',
  'reflection-period': 'Bedenktijd loopt',
};

export const REGION_WORDS: Readonly<Record<Region, string>> = {
  unknown: 'Onbekend',
  ...POLICE_REGION_WORDS,
  landelijk: 'Landelijk',
};

export const PART_WORDS: Readonly<Record<string, string>> = {
  ageGroup: 'leeftijd',
  gender: 'geslacht',
  nationalities: 'nationaliteit',
  forms: 'vorm',
  exploitedIn: 'waar',
  identifiedOn: 'datum van herkennen',
};

export const DOSSIER_TYPE_WORDS: Readonly<Record<DossierType, string>> = {
  registration: 'Registratie',
  'registration-and-shelter': 'Registratie en Opvang',
  'registration-information-advice': 'Registratie, Informatie en Advies',
};

export const STATUS_WORDS: Readonly<
  Record<RegistrationStatus, { readonly kind: 'info' | 'ok' | 'warning' | 'neutral'; readonly label: string }>
> = {
  draft: { kind: 'neutral', label: 'concept' },
  sent: { kind: 'info', label: 'verstuurd' },
  counted: { kind: 'ok', label: 'meegeteld' },
  refused: { kind: 'warning', label: 'niet aangenomen' },
  withdrawn: { kind: 'neutral', label: 'ingetrokken' },
};

export const HELP_INBOX_TITLE = 'Hulpvragen';

export const HELP_NEED_WORDS: Readonly<Record<HelpNeed, string>> = {
  shelter: 'Opvang: een veilige plek om te slapen',
  safety: 'Advies over veiligheid',
  'care-coordination': 'Een zorgcoördinator',
  health: 'Medische of psychische hulp',
  legal: 'Een advocaat of juridisch advies',
  information: 'Informatie en advies',
};

export const HELP_URGENCY_WORDS: Readonly<Record<HelpUrgency, string>> = {
  tonight: 'Vandaag of vannacht',
  'this-week': 'Deze week',
  'can-wait': 'Het kan wachten',
};

export const HELP_DANGER_WORDS: Readonly<Record<HelpDanger, string>> = {
  unknown: 'Onbekend',
  yes: 'Ja',
  no: 'Nee',
};

export const HELP_STATUS_WORDS: Readonly<
  Record<HelpStatus, { readonly kind: 'info' | 'ok' | 'warning' | 'neutral'; readonly label: string }>
> = {
  sent: { kind: 'info', label: 'verstuurd, nog niet gezien' },
  seen: { kind: 'ok', label: 'in ontvangst genomen' },
  refused: { kind: 'warning', label: 'niet aangenomen' },
  withdrawn: { kind: 'neutral', label: 'ingetrokken' },
};

export const GIVER_WORDS: Readonly<Record<Giver, string>> = {
  person: 'De persoon zelf',
  parent: 'Een ouder',
  guardian: 'Een voogd',
};

export const MANNER_WORDS: Readonly<Record<Manner, string>> = {
  written: 'Schriftelijk, met handtekening',
  spoken: 'Mondeling',
  'signed-with-interpreter': 'Schriftelijk, met een tolk erbij',
};

/** Which data a consent is for, in the words of its purpose. */
export const DATA_WORDS: Readonly<Record<ConsentPurpose, Readonly<Partial<Record<ConsentData, string>>>>> = {
  registration: {
    name: 'Naam',
    'birth-date': 'Geboortedatum',
    person: 'Leeftijd, geslacht, nationaliteit en kinderen',
    exploitation: 'Wat er is gebeurd: vorm, werk, plaats, periode en hoe het begon',
    complaint: 'Of er aangifte is gedaan',
  },
  help: {
    needs: 'Wat er nodig is, hoe snel en in welke taal',
    danger: 'Of er gevaar is',
    person: 'Leeftijd, geslacht, kinderen en regio',
    position: 'De verblijfspositie. Die staat niet in de tekst hierboven: vraag er apart naar',
    name: 'Naam',
    'birth-date': 'Geboortedatum',
  },
};

/** How a parent or guardian was judged, for who reads the consent later. */
export const JUDGED_WORDS: Readonly<Record<Representative, string>> = {
  trusted: 'Niet betwist: er was geen reden om te denken dat hij of zij betrokken is.',
  contested: 'Betwist. Vraag en vertel deze ouder of voogd niets.',
  unknown: 'Niet bekend. Vraag en vertel deze ouder of voogd niets.',
};

export const REPRESENTATIVE_WORDS: Readonly<Record<Representative, string>> = {
  trusted: 'Nee, daar is geen reden voor',
  contested: 'Ja, of hij of zij wordt verdacht',
  unknown: 'Dat weet ik niet',
};

export const VITAL_WORDS: Readonly<Record<VitalInterest, string>> = {
  life: 'Iemands leven of gezondheid loopt direct gevaar',
  violence: 'Er dreigt geweld als er nu niets gebeurt',
  'no-safe-place': 'Er is vannacht geen veilige plek',
  'minor-in-danger': 'Een kind loopt direct gevaar',
};

export const WISH_WORDS: Readonly<Record<Wish, string>> = {
  agrees: 'Het kind wil het ook',
  objects: 'Het kind wil het niet',
  'does-not-know': 'Het kind weet het niet',
};

export const LANGUAGE_WORDS: Readonly<Record<ConsentLanguage, string>> = {
  nl: 'Nederlands',
  en: 'Engels',
  ar: 'Arabisch',
  bg: 'Bulgaars',
  es: 'Spaans',
  fr: 'Frans',
  pl: 'Pools',
  ro: 'Roemeens',
  vi: 'Vietnamees',
  other: 'Een andere taal',
};

const COUNTRY_NAMES = new Intl.DisplayNames('nl', { type: 'region' });

/** A country as people call it. */
export const countryName = (code: string): string => COUNTRY_NAMES.of(code) ?? code;

/** Several words in a row, or that nothing is known. */
export const listed = (words: readonly string[]): string => (words.length === 0 ? 'Onbekend' : words.join(', '));

export const HELP_POSITION_WORDS: Readonly<Record<HelpPosition, string>> = {
  'reflection-period': 'Bedenktijd loopt',
  permit: 'Vergunning als slachtoffer (B8/3)',
  dutch: 'Nederlander',
  'eu-citizen': 'Burger van een EU-land',
  minor: 'Jonger dan 18 jaar, met een ouder of voogd',
  'unaccompanied-minor': 'Jonger dan 18 jaar, zonder ouder of voogd uit het buitenland',
};
