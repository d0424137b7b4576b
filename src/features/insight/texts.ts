import type { EstimateStatus, Interval } from '@in-beeld/statistics';

/** What stands on every result that was computed here, on screen, in files and on paper. */
export const OWN_COMPUTATION = 'Eigen berekening, geen officiële schatting.';

interface MethodText {
  readonly name: string;
  /** What the method takes for granted, in plain Dutch. */
  readonly assumes: string;
}

const METHOD_TEXTS = {
  stepwise: {
    name: 'Stapsgewijs',
    assumes:
      'Begint met lijsten die niets met elkaar te maken hebben. Voegt een paar lijsten toe als hun overlap te groot of te klein is voor toeval. Stopt als geen paar meer opvalt.',
  },
  bic: {
    name: 'Laagste BIC',
    assumes:
      'Bekijkt alle modellen en kiest er één. Elk paar lijsten dat meedoet kost veel punten. Zo wint een eenvoudig model.',
  },
  aic: {
    name: 'Laagste AIC',
    assumes: 'Doet hetzelfde, maar een paar lijsten kost minder punten. Zo wint een model met meer paren.',
  },
  main: {
    name: 'Onafhankelijke lijsten',
    assumes:
      'Gaat ervan uit dat de ene lijst niets zegt over de andere. Dat klopt bijna nooit: wie bij de politie bekend is, komt vaker bij de zorg.',
  },
  dga: {
    name: 'Gemiddelde over modellen (Bayes)',
    assumes:
      'Kiest niet één model, maar weegt er veel en neemt het gemiddelde. Hoe hoog het aantal mag zijn, stelt de rekenaar vooraf in.',
  },
  lcmcr: {
    name: 'Latente klassen (Bayes)',
    assumes:
      'Gaat ervan uit dat er soorten mensen zijn, en dat elke lijst de ene soort vaker ziet dan de andere. Welke soorten dat zijn, rekent zij zelf uit.',
  },
} as const satisfies Record<string, MethodText>;

/** Why there is no number, or what is odd about the interval; '' when all is well. */
export const STATUS_TEXTS: Record<EstimateStatus, string> = {
  ok: '',
  infinite: 'Geen getal: niemand staat op twee lijsten, dus er is alleen een ondergrens.',
  'not-identifiable': 'Geen getal: deze lijsten kunnen het model niet van andere modellen onderscheiden.',
  'no-mle': 'Geen getal: bij dit model bestaat geen beste schatting.',
  'bca-undefined': 'Het BCa-interval bestaat hier niet; het interval telt alleen de herhalingen (percentielen).',
  unbounded: 'Het interval heeft aan één kant geen grens.',
  'not-converged': 'Geen getal: de berekening komt niet tot rust.',
  'invalid-input': 'Geen getal: met deze lijsten kan de methode niet rekenen.',
};

const INTERVAL_TEXTS: Record<Interval['kind'], string> = {
  bca: 'BCa, met de modelkeuze herhaald',
  percentile: 'percentielen, met de modelkeuze herhaald',
  conditional: 'bij het gekozen model, dus te smal',
  profile: 'bij het gekozen model, dus te smal',
  credible: 'waarschijnlijk gebied (Bayes)',
};

const WARNINGS: Readonly<Record<string, string>> = {
  sparse: 'De lijsten overlappen weinig. Het totaal rust op weinig mensen.',
  'independence-assumed': 'Er is aangenomen dat de lijsten niets met elkaar te maken hebben.',
  'search-incomplete': 'Niet alle modellen zijn bekeken.',
  'grid-limit': 'Het hoogste aantal dat wij toestaan, telt mee in de uitkomst.',
  'grid-coarse': 'Er is grof gerekend.',
  bimodal: 'De berekening wijst twee antwoorden aan.',
  'too-many-lists': 'Deze methode kan hoogstens zes lijsten aan.',
  'chains-disagree': 'De ketens wijzen verschillende aantallen aan.',
  'few-effective-draws': 'Er zijn te weinig bruikbare trekkingen.',
  'cap-reached': 'Het hoogste aantal dat wij toestaan, is bereikt.',
  'time-limit': 'De tijd was om: na een minuut stopt de berekening.',
  cancelled: 'De berekening is stopgezet.',
  'stratum-without-estimate': 'Een groep apart heeft geen schatting.',
  'bootstrap-failures': 'Een deel van de herhalingen gaf geen getal.',
};

/** Why a study gives no number at all, and what would help. */
const REFUSAL_TEXTS = {
  'too-few-lists':
    'Er blijven minder dan twee bruikbare lijsten over. Een lijst met niemand, met iedereen, of gelijk aan een andere lijst leert ons niets.',
  'no-overlap':
    'Niemand staat op twee lijsten. Dan kan het totaal elk aantal zijn. Alleen zeker is: minstens zo veel als er nu bekend zijn.',
  'too-thin':
    'Minder dan tien mensen staan op twee lijsten. Eén persoon meer of minder verandert dan het totaal met een tiende of meer.',
} as const;

/** What is said of a study, in one language. */
export interface StudyTexts {
  readonly own: string;
  readonly methods: Readonly<Record<keyof typeof METHOD_TEXTS, MethodText>>;
  readonly statuses: Readonly<Record<EstimateStatus, string>>;
  readonly intervals: Readonly<Record<Interval['kind'], string>>;
  readonly warnings: Readonly<Record<string, string>>;
  readonly listDropped: (list: string) => string;
  readonly refusals: Readonly<Record<keyof typeof REFUSAL_TEXTS, string>>;
}

export const DUTCH_STUDY: StudyTexts = {
  own: OWN_COMPUTATION,
  methods: METHOD_TEXTS,
  statuses: STATUS_TEXTS,
  intervals: INTERVAL_TEXTS,
  warnings: WARNINGS,
  listDropped: (list) => `Lijst ${list} deed niet mee: zij leert niets over de rest.`,
  refusals: REFUSAL_TEXTS,
};
