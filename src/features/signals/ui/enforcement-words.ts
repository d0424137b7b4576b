import type { ClosureInstrument, ClosureStatus } from '../domain/closure.ts';
import type {
  Aftermath,
  CheckAnswer,
  CheckItem,
  HomeEntry,
  InspectionPartner,
  InspectionStatus,
} from '../domain/inspection.ts';

type Badge = { readonly kind: 'info' | 'ok' | 'warning' | 'error' | 'neutral'; readonly label: string };

export const CHECK_WORDS: Readonly<Record<CheckItem, { readonly title: string; readonly asks: string }>> = {
  interpreter: { title: 'Tolk', asks: 'Wie tolkt, in welke talen? Nooit iemand van het bedrijf of de woning zelf.' },
  care: { title: 'Zorgcoördinator of FairWork bereikbaar', asks: 'Wie komt of belt terug, ook ’s avonds?' },
  rights: {
    title: 'Wie vertelt mensen hun rechten',
    asks: 'In een taal die zij verstaan, zonder dat de baas meeluistert.',
  },
  bed: { title: 'Slaapplekken voor vannacht', asks: 'Waar, hoeveel, en wie mag ze toewijzen?' },
  children: { title: 'Kinderen', asks: 'Wie vangt ze op, en blijven zij bij hun ouder?' },
  transport: { title: 'Vervoer', asks: 'Hoe komen mensen op de plek waar zij slapen?' },
  belongings: {
    title: 'Spullen, waardevolle zaken en papieren',
    asks: 'Wie zorgt dat mensen hun paspoort en spullen meenemen?',
  },
  aftercare: { title: 'De dagen erna', asks: 'Wie belt na een dag en na een week, en wie betaalt?' },
};

export const ANSWER_WORDS: Readonly<Record<CheckAnswer, string>> = {
  arranged: 'Geregeld',
  'not-needed': 'Niet nodig, met een reden',
};

export const INSPECTION_PARTNER_WORDS: Readonly<Record<InspectionPartner, string>> = {
  municipality: 'Gemeente (toezicht)',
  police: 'Politie',
  'labour-authority': 'Nederlandse Arbeidsinspectie',
  'tax-authority': 'Belastingdienst',
  'border-police': 'Koninklijke Marechaussee',
  'fire-safety': 'Brandweer (veiligheidsregio)',
  'food-safety': 'NVWA',
  benefits: 'UWV of sociale recherche',
  'housing-corporation': 'Woningcorporatie',
  other: 'Andere partner',
};

export const HOME_ENTRY_WORDS: Readonly<Record<HomeEntry, string>> = {
  none: 'Gaat geen woning in',
  consent: 'Legitimeert zich en vraagt toestemming van wie er woont',
  warrant: 'Legitimeert zich en heeft een machtiging',
};

export const INSPECTION_STATUS_WORDS: Readonly<Record<InspectionStatus, Badge>> = {
  planned: { kind: 'warning', label: 'In voorbereiding' },
  ready: { kind: 'ok', label: 'Gereed' },
  held: { kind: 'neutral', label: 'Gehouden' },
  cancelled: { kind: 'neutral', label: 'Afgelast' },
};

export const CLOSURE_INSTRUMENT_WORDS: Readonly<Record<ClosureInstrument, string>> = {
  'gemeentewet-174a': 'Sluiten van een woning of lokaal (Gemeentewet artikel 174a)',
  'opiumwet-13b': 'Sluiten van een pand (Opiumwet artikel 13b)',
  'goed-verhuurderschap': 'Maatregel op grond van de Wet goed verhuurderschap',
  huisvesting: 'Ontruimen na overbewoning of wonen zonder vergunning',
  dwangsom: 'Last onder dwangsom of bestuursdwang',
};

export const CLOSURE_STATUS_WORDS: Readonly<Record<ClosureStatus | 'open', Badge>> = {
  open: { kind: 'warning', label: 'In voorbereiding' },
  'asks-victim': { kind: 'warning', label: 'Eerst: is iemand mogelijk slachtoffer?' },
  'asks-help': { kind: 'warning', label: 'Eerst: regel hulp' },
  'can-be-ready': { kind: 'info', label: 'Kan gereed' },
  ready: { kind: 'ok', label: 'Gereed' },
  'carried-out': { kind: 'neutral', label: 'Uitgevoerd' },
  cancelled: { kind: 'neutral', label: 'Gaat niet door' },
};

/** What a count is called in a form (the name of its field) and on a page. */
export const AFTERMATH_WORDS = {
  huisKwijt: 'Hoeveel mensen verloren hun woonplek?',
  werkKwijt: 'Hoeveel mensen verloren hun werk?',
  naarOpvang: 'Naar opvang',
  naarWoonplek: 'Naar een andere woonplek',
  naarFamilie: 'Naar familie of bekenden',
  naarBuitenland: 'Terug naar het buitenland',
  waarheenOnbekend: 'Onbekend waarheen',
} as const;

export function aftermathFacts(after: Aftermath): readonly { readonly label: string; readonly value: string }[] {
  return [
    { label: 'Woonplek verloren', value: String(after.lostHome) },
    { label: 'Werk verloren', value: String(after.lostWork) },
    { label: AFTERMATH_WORDS.naarOpvang, value: String(after.wentShelter) },
    { label: AFTERMATH_WORDS.naarWoonplek, value: String(after.wentHousing) },
    { label: AFTERMATH_WORDS.naarFamilie, value: String(after.wentFamily) },
    { label: AFTERMATH_WORDS.naarBuitenland, value: String(after.wentAbroad) },
    { label: AFTERMATH_WORDS.waarheenOnbekend, value: String(after.wentUnknown) },
  ];
}
