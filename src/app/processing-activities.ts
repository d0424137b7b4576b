import type { DataClass } from '../platform/db/table-register.ts';

/**
 * The processing register as code: what personal data is processed for, by whom, on which ground and how long.
 * Every route, table column and audit event that touches personal data names one of these activities.
 *
 * The legal grounds and most terms are proposals that a data protection officer (FG) has to confirm; `unverified` says
 * which, and screens show those as "nog te verifiëren". Sources: AVG art. 30, Wmo 2015 art. 5.1–5.3, UAVG, BIO2 v1.3.
 */

/** What a piece of data is, from public (D0) to learning records (D12). Access is given per class, never per table. */
export const DATA_CLASSES: Readonly<Record<DataClass, string>> = {
  D0: 'Openbare gegevens',
  D1: 'Gebruiker en organisatie',
  D2: 'Signaal zonder personen',
  D3: 'Signaal over een mogelijk slachtoffer',
  D4: 'Identiteit, contactgegevens en BSN',
  D5: 'Dossier, ook gezondheid, seksualiteit en migratie (AVG artikel 9)',
  D6: 'Verblijfplaats en opvangadres',
  D7: 'Mogelijke daders en strafbare feiten (AVG artikel 10)',
  D8: 'Toestemmingen en verzoeken van betrokkenen',
  D9: 'Gepseudonimiseerde regels voor statistiek',
  D10: 'Gepubliceerde statistiek',
  D11: 'Logboeken',
  D12: 'Leergegevens',
};

export type ProcessingActivityId = (typeof PROCESSING_ACTIVITIES)[number]['id'];

/** How long one part of the data is kept. `period` is an ISO 8601 duration; undefined when no fixed term applies. */
export interface RetentionRule {
  readonly what: string;
  readonly period: string | undefined;
  readonly from: string;
}

export interface ProcessingActivity {
  readonly id: `VA-${string}`;
  /** Rises with every change of meaning; log rows point at the version that held at the time. */
  readonly version: number;
  readonly name: string;
  readonly controller: string;
  readonly basis: readonly string[];
  readonly dataClasses: readonly DataClass[];
  /** Limits within those classes, such as "alleen het nodige". */
  readonly dataNote?: string;
  readonly retention: readonly RetentionRule[];
  readonly seenBy: readonly string[];
  readonly sharedWith: readonly string[];
  /** `off`: only after a decision of the controller (VA-10). `planned`: no part of the product uses it yet (VA-21). */
  readonly state: 'on' | 'off' | 'planned';
  readonly unverified: readonly ('basis' | 'retention' | 'dataClasses')[];
}

const LAST_CHANGE = 'laatste wijziging';

export const PROCESSING_ACTIVITIES = [
  {
    id: 'VA-01',
    version: 1,
    name: 'Signaal ontvangen',
    controller: 'gemeente',
    basis: ['AVG 6(1)(e)', 'AVG 9(2)(g) of 9(2)(c), alleen waar nodig'],
    dataClasses: ['D2', 'D3'],
    dataNote: 'zo min mogelijk',
    retention: [{ what: 'signaal dat nergens aan gekoppeld is', period: 'P90D', from: 'ontvangst' }],
    seenBy: ['triage'],
    sharedWith: [],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-02',
    version: 1,
    name: 'Signaal beoordelen en opvolgen',
    controller: 'gemeente',
    basis: ['AVG 6(1)(e)'],
    dataClasses: ['D2', 'D3'],
    retention: [
      { what: 'ongegrond signaal', period: 'P90D', from: 'besluit' },
      { what: 'gegrond signaal dat niet naar zorgcoördinatie gaat', period: 'P1Y', from: 'besluit' },
    ],
    seenBy: ['triage', 'aandachtsfunctionaris'],
    sharedWith: ['politie (eigen taak)', 'Zorg- en Veiligheidshuis'],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-03',
    version: 1,
    name: 'Zorgcoördinatie',
    controller: 'gemeente of aanbieder: de organisatie waar de zorgcoördinator werkt',
    basis: ['Wmo 2015 5.1.1 en 5.1.2', 'AVG 6(1)(e)', 'AVG 9(2)(h) met lid 3'],
    dataClasses: ['D4', 'D5', 'D6', 'D8'],
    retention: [{ what: 'dossier (Wmo 2015 5.3.4)', period: 'P15Y', from: LAST_CHANGE }],
    seenBy: ['toegewezen zorgcoördinator', 'vervanger'],
    sharedWith: ['alleen met toestemming'],
    state: 'on',
    unverified: ['basis'],
  },
  {
    id: 'VA-04',
    version: 1,
    name: 'Opvangplaats zoeken en toewijzen',
    controller: 'gemeente en aanbieder, gezamenlijk voor de overdracht',
    basis: ['Wmo 2015', 'toestemming om te delen (Wmo 2015 5.3.3)', 'vitaal belang bij spoed'],
    dataClasses: ['D4', 'D5', 'D6'],
    dataNote: 'D4 en D5 alleen het nodige: eerst het zorgprofiel, identiteit pas na acceptatie',
    retention: [
      { what: 'aanvraag die niet is gebruikt', period: 'P6M', from: 'aanvraag' },
      { what: 'gebruikte aanvraag, bij de aanbieder', period: 'P15Y', from: LAST_CHANGE },
    ],
    seenBy: ['zorgcoördinator', 'intake van de benaderde opvang'],
    sharedWith: ['aanbieder'],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-05',
    version: 1,
    name: 'Opvang en begeleiding',
    controller: 'aanbieder',
    basis: ['Wmo 2015 5.1.2'],
    dataClasses: ['D4', 'D5', 'D6'],
    retention: [{ what: 'dossier (Wmo 2015 5.3.4)', period: 'P15Y', from: LAST_CHANGE }],
    seenBy: ['toegewezen begeleider'],
    sharedWith: [],
    state: 'on',
    unverified: ['basis'],
  },
  {
    id: 'VA-06',
    version: 1,
    name: 'Jeugdhulp aan een minderjarige',
    controller: 'gemeente, gecertificeerde instelling of aanbieder',
    basis: ['Jeugdwet hoofdstuk 7'],
    dataClasses: ['D4', 'D5', 'D6'],
    retention: [{ what: 'dossier (Jeugdwet 7.3.8)', period: 'P20Y', from: LAST_CHANGE }],
    seenBy: ['toegewezen medewerker'],
    sharedWith: ['gecertificeerde instelling', 'Veilig Thuis (eigen termijn van 20 jaar)'],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-07',
    version: 1,
    name: 'Aanmelding bij CoMensha voor de registratie',
    controller: 'afzender, daarna CoMensha',
    basis: ['toestemming of publieke taak: open juridisch punt, standaard is toestemming'],
    dataClasses: ['D9'],
    dataNote: 'een deel van D9',
    retention: [{ what: 'kopie van het bericht', period: 'P1Y', from: 'verzending' }],
    seenBy: ['afzender'],
    sharedWith: ['CoMensha', 'Nationaal Rapporteur (geanonimiseerd, door CoMensha)'],
    state: 'on',
    unverified: ['basis', 'retention', 'dataClasses'],
  },
  {
    id: 'VA-08',
    version: 1,
    name: 'Aanmelding bij CoMensha voor opvang en hulp',
    controller: 'afzender, daarna CoMensha',
    basis: ['schriftelijke toestemming'],
    dataClasses: ['D4', 'D5'],
    dataNote: 'D5 alleen het nodige',
    retention: [{ what: 'aanmelding', period: 'P1Y', from: 'plaatsing of intrekking' }],
    seenBy: ['afzender'],
    sharedWith: ['CoMensha', 'aanbieder'],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-09',
    version: 1,
    name: 'Overdracht aan Zorg- en Veiligheidshuis, RIEC of politie',
    controller: 'gemeente',
    basis: ['WGS', 'eigen taak van de ontvanger'],
    dataClasses: ['D2'],
    dataNote: 'alleen een verwijzing: overgedragen, aan wie, wanneer en op welke grondslag',
    retention: [{ what: 'verwijzing', period: 'P1Y', from: 'overdracht' }],
    seenBy: ['aandachtsfunctionaris'],
    sharedWith: ['de genoemde organisatie'],
    state: 'on',
    unverified: ['basis', 'retention', 'dataClasses'],
  },
  {
    id: 'VA-10',
    version: 1,
    name: 'Informatie over mogelijke daders en locaties',
    controller: 'burgemeester of gemeente',
    basis: ['AVG 10 met UAVG 31–33', 'Wet Bibob of openbare orde'],
    dataClasses: ['D7'],
    dataNote: 'staat uit tot de gemeente een eigen DPIA heeft vastgesteld',
    retention: [{ what: 'informatie, elke drie maanden opnieuw beoordeeld', period: 'P1Y', from: 'vastlegging' }],
    seenBy: ['hoogstens drie genoemde personen'],
    sharedWith: ['politie', 'RIEC'],
    state: 'off',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-11',
    version: 1,
    name: 'Sturing door de gemeente',
    controller: 'gemeente',
    basis: ['AVG 6(1)(e)', 'AVG 5(1)(b) met 89'],
    dataClasses: ['D9'],
    retention: [{ what: 'gepseudonimiseerde regels', period: 'P5Y', from: 'vastlegging' }],
    seenBy: ['beleid (alleen totalen)', 'functionele controle'],
    sharedWith: [],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-12',
    version: 1,
    name: 'Landelijke monitor',
    controller: 'VNG, met CoMensha',
    basis: ['AVG 89'],
    dataClasses: ['D10'],
    dataNote: 'beperkt tot wat de onthullingscontrole doorlaat',
    retention: [{ what: 'gepubliceerde jaargang', period: undefined, from: 'blijft bewaard' }],
    seenBy: ['analist van VNG of CoMensha'],
    sharedWith: ['openbaar, na onthullingscontrole'],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-13',
    version: 1,
    name: 'Leren en certificeren',
    controller: 'gemeente als werkgever; VNG voor het landelijke aanbod',
    basis: ['AVG 6(1)(e) of 6(1)(f), als werkgever'],
    dataClasses: ['D12'],
    retention: [
      { what: 'leergegevens', period: 'P2Y', from: 'laatste activiteit' },
      { what: 'certificaat', period: 'P1Y', from: 'einde van de geldigheid' },
    ],
    seenBy: ['de medewerker zelf', 'teamleider (alleen de stand)'],
    sharedWith: ['leersysteem van de werkgever'],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-14',
    version: 1,
    name: 'Toegang en autorisatie',
    controller: 'elke organisatie zelf',
    basis: ['AVG 6(1)(c) of 6(1)(e)', 'BIO2'],
    dataClasses: ['D1'],
    retention: [
      { what: 'account', period: 'P1Y', from: 'vertrek' },
      { what: 'geschiedenis van rechten', period: 'P5Y', from: 'wijziging' },
    ],
    seenBy: ['beheer'],
    sharedWith: [],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-15',
    version: 1,
    name: 'Audit en beveiliging',
    controller: 'elke organisatie zelf; de exploitant als verwerker',
    basis: ['Cyberbeveiligingswet en BIO2', 'AVG 6(1)(c)'],
    dataClasses: ['D11'],
    retention: [{ what: 'auditregel (BIO2 8.15.04: op basis van risico)', period: 'P5Y', from: 'vastlegging' }],
    seenBy: ['CISO', 'FG', 'auditor'],
    sharedWith: [],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-16',
    version: 1,
    name: 'Logboek dataverwerkingen',
    controller: 'elke organisatie zelf',
    basis: ['AVG 6(1)(c)', 'AVG 5(2), 15 en 30'],
    dataClasses: ['D11'],
    retention: [
      { what: 'logregel: de termijn van de activiteit zelf, hoogstens', period: 'P15Y', from: 'vastlegging' },
    ],
    seenBy: ['FG', 'rechtenloket'],
    sharedWith: [],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-17',
    version: 1,
    name: 'Rechten van betrokkenen',
    controller: 'de verwerkingsverantwoordelijke van de gegevens',
    basis: ['AVG 6(1)(c)'],
    dataClasses: ['D8'],
    retention: [{ what: 'verzoek', period: 'P5Y', from: 'afhandeling' }],
    seenBy: ['rechtenloket'],
    sharedWith: [],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-18',
    version: 1,
    name: 'Toestemmingenregister',
    controller: 'de verwerkingsverantwoordelijke van de gegevens',
    basis: ['AVG 7(1): bewijs van toestemming'],
    dataClasses: ['D8'],
    retention: [{ what: 'toestemming', period: 'P5Y', from: 'einde van het dossier' }],
    seenBy: ['toegewezen medewerker'],
    sharedWith: [],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-19',
    version: 1,
    name: 'Incidenten en datalekken',
    controller: 'de verwerkingsverantwoordelijke van de gegevens',
    basis: ['AVG 33', 'Cyberbeveiligingswet 25–29'],
    dataClasses: ['D1', 'D11'],
    retention: [{ what: 'incident', period: 'P5Y', from: 'afhandeling' }],
    seenBy: ['CISO', 'FG'],
    sharedWith: ['Autoriteit Persoonsgegevens', 'CSIRT', 'Rijksinspectie Digitale Infrastructuur'],
    state: 'on',
    unverified: ['basis', 'retention'],
  },
  {
    id: 'VA-20',
    version: 1,
    name: 'Voorzieningengids',
    controller: 'VNG of gemeente',
    basis: [],
    dataClasses: ['D0'],
    dataNote: 'geen persoonsgegevens',
    retention: [{ what: 'voorziening', period: undefined, from: 'geen persoonsgegevens, dus geen termijn' }],
    seenBy: ['iedereen'],
    sharedWith: ['open gegevens'],
    state: 'on',
    unverified: [],
  },
  {
    id: 'VA-21',
    version: 1,
    name: 'Portaal voor het slachtoffer',
    controller: 'de verwerkingsverantwoordelijke van VA-03',
    basis: ['toestemming'],
    dataClasses: ['D4', 'D8'],
    retention: [{ what: 'gegevens in het portaal', period: undefined, from: 'zolang het dossier bestaat' }],
    seenBy: ['de betrokkene zelf'],
    sharedWith: [],
    state: 'planned',
    unverified: ['basis', 'retention'],
  },
] as const satisfies readonly ProcessingActivity[];

/** The activity with this id; undefined when the register does not know it. */
export function processingActivity(id: string): ProcessingActivity | undefined {
  return PROCESSING_ACTIVITIES.find((activity) => activity.id === id);
}
