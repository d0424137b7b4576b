import type { ComponentChildren } from 'preact';
import type { Language, Translated } from '../../../../shared-kernel/language.ts';

type Piece = ComponentChildren;
type Linked = (words: string) => Piece;

const NL = {
  title: 'Geregistreerd, naar eigenschap',
  figures: 'Cijfers',
  lead: 'Hoeveel mogelijke slachtoffers zijn geregistreerd, naar politie-eenheid, vorm of leeftijd. Kleine getallen zijn verborgen, zodat niemand te herkennen is.',
  none: 'Er is nog geen uitgave',
  noneMore: (link: Linked): Piece => (
    <>
      Een uitgave komt er pas als twee organisaties instemmen en een aanvaller de verborgen getallen niet vindt. De
      landelijke cijfers staan bij {link('Cijfers')}.
    </>
  ),
  hidden: 'verborgen',
  together: 'Samen',
  people: 'Mensen',
  crossed: (year: string, rows: string, columns: string) =>
    `Geregistreerd in ${year}: ${rows.toLowerCase()} en ${columns.toLowerCase()}`,
  single: (year: string, rows: string) => `Geregistreerd in ${year}: ${rows.toLowerCase()}`,
  year: 'Jaar',
  inYear: (year: string) => `Tabellen over ${year}`,
  perYear: 'Zo veel mogelijke slachtoffers zijn per jaar geregistreerd',
  perYearMore: 'Naar beneden afgerond op vijf. Meer registraties betekent niet meer mensenhandel.',
  source: (who: string) => `${who}, uitgegeven door In Beeld`,
  uncertainty: 'elk getal is naar beneden afgerond op vijf',
  howTitle: 'Hoe wij mensen beschermen',
  how: [
    'Minder dan tien mensen: het getal is verborgen. Ook nul, dus verborgen betekent niet “er is iemand”.',
    'Elk getal is naar beneden afgerond op een veelvoud van vijf. Daarom tellen de getallen niet precies op.',
    'Soms is ook een groter getal verborgen. Anders kon u een klein getal uitrekenen.',
    'Een verborgen getal kan ook verborgen zijn omdat één organisatie er te veel van telde.',
  ],
  attacked: (found: Piece): Piece => (
    <>
      Voor deze uitgave probeerde een aanvaller met een rekenprogramma de verborgen getallen te vinden. Hij vond er{' '}
      {found}. Ook een tweede organisatie las de tabellen en stemde in.
    </>
  ),
  citeTitle: 'Verwijzen en hergebruiken',
  cite: 'Verwijs zo',
  address: 'Adres',
  date: 'Datum van de uitgave',
  number: 'Nummer',
  method: 'Methode',
  methodText: 'Tellingen van het landelijke register, verborgen en afgerond zoals hierboven staat.',
  files: 'Bestanden',
  and: 'en',
  explanation: 'uitleg bij de CSV',
  logTitle: 'Logboek van uitgaven',
  log: 'Elke uitgave, wie erom vroeg, wie ermee instemde, en wat de aanvaller vond.',
  edition: 'Uitgave',
  years: 'Jaren',
  released: 'Uitgegeven',
  asked: 'Gevraagd door',
  agreed: 'Ingestemd door',
  attack: 'Aanval',
  attackText: (found: Piece, attacked: Piece): Piece => (
    <>
      {found} van de {attacked} gevonden
    </>
  ),
};

/** What the page of released figures says. */
export const REGISTERED_TEXTS: Translated<typeof NL> = {
  nl: NL,
  en: {
    title: 'Registered, by property',
    figures: 'Figures',
    lead: 'How many possible victims were registered, by police unit, form or age. Small numbers are hidden, so that nobody can be recognised.',
    none: 'There is no edition yet',
    noneMore: (link) => (
      <>
        An edition comes out only when two organisations agree and an attacker does not find the hidden numbers. The
        figures for the whole country are at {link('Figures')}.
      </>
    ),
    hidden: 'hidden',
    together: 'Together',
    people: 'People',
    crossed: (year, rows, columns) => `Registered in ${year}: ${rows.toLowerCase()} and ${columns.toLowerCase()}`,
    single: (year, rows) => `Registered in ${year}: ${rows.toLowerCase()}`,
    year: 'Year',
    inYear: (year) => `Tables of ${year}`,
    perYear: 'So many possible victims were registered in each year',
    perYearMore: 'Rounded down to a multiple of five. More registrations do not mean more trafficking.',
    source: (who) => `${who}, released by In Beeld`,
    uncertainty: 'every number is rounded down to a multiple of five',
    howTitle: 'How we protect people',
    how: [
      'Fewer than ten people: the number is hidden. Nought too, so hidden does not mean “there is somebody”.',
      'Every number is rounded down to a multiple of five. So the numbers do not add up exactly.',
      'Sometimes a larger number is hidden as well. Otherwise a small one could be worked out.',
      'A number may also be hidden because one organisation counted too much of it.',
    ],
    attacked: (found) => (
      <>
        Before this edition came out an attacker with a solver tried to find the hidden numbers. She found {found}. A
        second organisation read the tables too, and agreed.
      </>
    ),
    citeTitle: 'Cite and reuse',
    cite: 'Cite as',
    address: 'Address',
    date: 'Date of the edition',
    number: 'Number',
    method: 'Method',
    methodText: 'Counts of the national register, hidden and rounded as described above.',
    files: 'Files',
    and: 'and',
    explanation: 'about the CSV',
    logTitle: 'Log of editions',
    log: 'Every edition, who asked for it, who agreed, and what the attacker found.',
    edition: 'Edition',
    years: 'Years',
    released: 'Released',
    asked: 'Asked by',
    agreed: 'Agreed by',
    attack: 'Attack',
    attackText: (found, attacked) => (
      <>
        {found} of {attacked} found
      </>
    ),
  },
};

const ENGLISH: Readonly<Record<string, string>> = {
  gebied: 'Police unit',
  'gebied landelijk': 'National units',
  'gebied kmar': 'Royal Marechaussee',
  vorm: 'Form of exploitation',
  'vorm seksueel': 'Sexual exploitation',
  'vorm arbeid': 'Labour exploitation',
  'vorm crimineel': 'Criminal exploitation',
  'vorm anders': 'Another form, or several',
  leeftijd: 'Age',
  'leeftijd onder-18': 'Under 18',
  'leeftijd 18-22': '18 to 22',
  'leeftijd vanaf-23': '23 or older',
  geslacht: 'Sex',
  'geslacht vrouw': 'Female',
  'geslacht man': 'Male',
  'geslacht anders': 'Other',
  melder: 'Kind of reporter',
  'melder politie': 'Police',
  'melder kmar': 'Royal Marechaussee',
  'melder arbeidsinspectie': 'Netherlands Labour Authority',
  'melder zorgcoordinator': 'Care coordinator',
  'melder jeugd': 'Youth care',
  'melder opvang': 'Shelter',
  'melder gemeente': 'Municipality',
  'melder anders': 'Another reporter',
};

/** The name of a property, or of a value of it, in a language. Names of organisations and units are not translated. */
export function wordOf(property: string, value: string, dutch: string, language: Language): string {
  if (language === 'nl') return dutch;
  if (value === 'onbekend') return 'Unknown';
  return ENGLISH[`${property} ${value}`.trim()] ?? dutch;
}
