import type { PracticeContent } from '../../features/practices/index.ts';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';

/**
 * Real public policy, as links: the number under which it is published, whose it is and of which years. Titles are ours, and what is in
 * it is not copied. Source of numbers and years: our domain dossier (November 2026); nobody verified them since.
 */
const PUBLIC_DOCUMENTS: readonly (readonly [
  cvdr: string,
  whose: string,
  type: PracticeContent['type'],
  element: string,
])[] = [
  ['CVDR716097', 'De Bilt, beleidsnota mensenhandel 2024', 'beleidsplan', 'K1.1'],
  ['CVDR738954', 'Lopik, beleid over mensenhandel 2025', 'beleidsplan', 'K1.1'],
  ['CVDR737104', 'Drenthe, beleid over mensenhandel 2025', 'beleidsplan', 'K1.1'],
  ['CVDR727542', 'Barneveld, beleid over mensenhandel 2024', 'beleidsplan', 'K1.1'],
  ['CVDR719724', 'Papendrecht, beleid over mensenhandel 2024–2026', 'uitvoeringsplan', 'K1.3'],
  ['CVDR722654', 'Heemstede en omgeving, beleid over mensenhandel 2023–2026', 'uitvoeringsplan', 'K1.3'],
  ['CVDR744504', 'BUCH-gemeenten, privacyprotocol ondermijning 2025', 'privacyprotocol', 'K2.3'],
  ['CVDR716885', 'Westerkwartier, privacyprotocol ondermijning 2024', 'privacyprotocol', 'K2.3'],
  ['CVDR663660', 'Alphen aan den Rijn, privacyprotocol ondermijning 2021', 'privacyprotocol', 'K2.3'],
];

const UNSAID = {
  because: undefined,
  forms: [],
  costEuro: undefined,
  hours: undefined,
  contactFunction: undefined,
  documents: [],
} as const;

/** What VNG lists on a day: where something public stands. */
export const listedOn = (asOf: PlainDate): readonly PracticeContent[] =>
  PUBLIC_DOCUMENTS.map(([cvdr, whose, type, element]) => ({
    ...UNSAID,
    type,
    title: whose,
    problem: 'U zoekt hoe een ander dit opschreef.',
    deed: `Dit is gepubliceerd als ${cvdr}. Lees het daar: hier is niets van de tekst overgenomen.`,
    effect: 'Niet bekend. Hier staat alleen waar u het vindt.',
    element,
    evidence: 'idee',
    licence: 'vraag',
    documents: [{ title: `${whose} (${cvdr})`, url: `https://lokaleregelgeving.overheid.nl/${cvdr}` }],
    asOf,
  }));

/** What somebody in the demo told: worked cases, and none of it happened. */
export interface Told {
  readonly code: string;
  readonly daysAgo: number;
  readonly content: (asOf: PlainDate) => PracticeContent;
  /** Who does it too, with what was changed. */
  readonly worksAt?: readonly (readonly [code: string, changed: string])[];
  /** Not looked over yet. */
  readonly waits?: true;
}

const FICTION = 'Dit voorbeeld is verzonnen.';

export const TOLD: readonly Told[] = [
  {
    code: 'GM0363',
    daysAgo: 200,
    content: (asOf) => ({
      ...UNSAID,
      type: 'hotelafspraak',
      title: 'Elk hotel belt één nummer (fictief)',
      problem: `${FICTION} Receptionisten zagen gasten die niet zelf betaalden en niet alleen naar buiten gingen. Zij wisten niet wie zij konden bellen.`,
      deed: 'Wij maakten met de hotels één afspraak: wat valt op, wie belt, en naar welk nummer. Elk halfjaar oefenen wij het met de nachtploeg.',
      effect: 'In een jaar belden negen hotels. Daarvoor belde er geen.',
      element: 'K4.7',
      forms: ['seksuele-uitbuiting'],
      evidence: 'gedaan',
      costEuro: 3500,
      hours: 60,
      contactFunction: 'beleidsmedewerker veiligheid',
      licence: 'cc-by',
      asOf,
    }),
    worksAt: [
      ['GM0599', 'Wij deden er de campings bij.'],
      ['GM0772', 'Wij begonnen met drie hotels en niet met alle.'],
    ],
  },
  {
    code: 'GM0599',
    daysAgo: 150,
    content: (asOf) => ({
      ...UNSAID,
      type: 'werkte-niet',
      title: 'Een informatieavond voor arbeidsmigranten (fictief)',
      problem: `${FICTION} Wij bereikten de mensen niet die in een vakantiepark wonen en in ploegen werken.`,
      deed: 'Wij nodigden iedereen uit voor een avond in het gemeentehuis, met tolken.',
      effect: 'Er kwamen twee mensen. Geen van beiden stelde een vraag.',
      because:
        'De avond viel in werktijd, de werkgever reed de bus, en niemand wilde gezien worden in het gemeentehuis.',
      element: 'K3.6',
      forms: ['arbeidsuitbuiting'],
      evidence: 'gedaan',
      costEuro: 2800,
      hours: 45,
      contactFunction: 'beleidsmedewerker arbeidsmigranten',
      licence: 'cc0',
      asOf,
    }),
  },
  {
    code: 'GM0772',
    daysAgo: 120,
    content: (asOf) => ({
      ...UNSAID,
      type: 'arbeidsmigranten',
      title: 'Spreekuur in de supermarkt (fictief)',
      problem: `${FICTION} Arbeidsmigranten kwamen niet naar het loket van de gemeente.`,
      deed: 'Elke vrijdag staat er iemand die Pools en Roemeens spreekt bij de ingang van de supermarkt. Zij vraagt niets en helpt met een brief of een adres.',
      effect: 'Na drie maanden kwamen er per week vijftien mensen. Vier vragen gingen over niet betaald loon.',
      element: 'K3.6',
      forms: ['arbeidsuitbuiting'],
      evidence: 'geevalueerd',
      costEuro: 14000,
      hours: 210,
      contactFunction: 'coördinator huisvesting',
      licence: 'cc-by',
      asOf,
    }),
    worksAt: [['GM0882', 'Bij ons staat het spreekuur bij de voetbalvereniging.']],
  },
  {
    code: 'GM0193',
    daysAgo: 90,
    content: (asOf) => ({
      ...UNSAID,
      type: 'meldroute',
      title: 'Meldroute op één kaartje achter de badge (fictief)',
      problem: `${FICTION} Medewerkers van de balie kenden de meldroute niet en vroegen het aan hun teamleider, die het ook niet wist.`,
      deed: 'Wij drukten drie zinnen en één naam van een functie op een kaartje achter de badge. Elk kwartaal spelen wij één situatie na.',
      effect: 'Bij de laatste oefening wist iedereen binnen een minuut wat te doen.',
      element: 'K2.2',
      evidence: 'gedaan',
      costEuro: 400,
      hours: 25,
      contactFunction: 'aandachtsfunctionaris mensenhandel',
      licence: 'cc0',
      asOf,
    }),
    worksAt: [['GM0363', 'Niets: wij namen de kaart zoals zij was.']],
  },
  {
    code: 'GM0882',
    daysAgo: 60,
    content: (asOf) => ({
      ...UNSAID,
      type: 'verzonnen-casus',
      title: 'Casus om mee te oefenen: het nagelsalon-bezoek (fictief)',
      problem: `${FICTION} Teams oefenden alleen met zaken over seks en herkenden andere vormen niet.`,
      deed: 'Een toezichthouder ziet bij een controle drie medewerkers die naar een vierde kijken voordat zij antwoorden. De casus stopt op vier momenten en vraagt: wat ziet u, wat kan het ook zijn, en wie belt u?',
      effect: 'Een team doet het in drie kwartier. Elke groep kwam op een ander eerste moment uit.',
      element: 'K3.1',
      forms: ['arbeidsuitbuiting', 'gedwongen-dienstverlening'],
      evidence: 'gedaan',
      hours: 6,
      contactFunction: 'opleidingsadviseur',
      licence: 'cc0',
      asOf,
    }),
  },
  {
    code: 'GM0109',
    daysAgo: 1,
    content: (asOf) => ({
      ...UNSAID,
      type: 'training',
      title: 'Huurteams leren in een ochtend wat opvalt (fictief)',
      problem: `${FICTION} Het huurteam komt in veel woningen en had nog niets geleerd over uitbuiting.`,
      deed: 'Een ochtend met foto’s van verzonnen woningen, en daarna een maand lang elke week tien minuten bespreken wat zij zagen.',
      effect: 'Wij weten het nog niet.',
      element: 'K3.1',
      evidence: 'gedaan',
      hours: 16,
      contactFunction: 'teamleider wonen',
      licence: 'cc-by',
      asOf,
    }),
    waits: true,
  },
];
