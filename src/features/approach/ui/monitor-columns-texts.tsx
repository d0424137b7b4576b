import type { ComponentChildren } from 'preact';
import type { Translated } from '../../../shared-kernel/language.ts';

type WrapLink = (words: string) => ComponentChildren;

interface Texts {
  readonly title: string;
  readonly lead: string;
  readonly files: string;
  readonly data: (csv: WrapLink, json: WrapLink) => ComponentChildren;
  readonly description: (link: WrapLink) => ComponentChildren;
  readonly trend: (csv: WrapLink, json: WrapLink) => ComponentChildren;
  readonly seen: string;
  readonly seenList: readonly string[];
  readonly dataColumns: string;
  readonly trendColumns: string;
  readonly column: string;
  readonly meaning: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly filter: string;
  readonly filterHow: string;
  readonly filterTable: string;
  readonly name: string;
  readonly does: string;
  readonly terms: (link: WrapLink) => ComponentChildren;
}

export const MONITOR_COLUMNS_TEXTS: Translated<Texts> = {
  nl: {
    title: 'Gegevens van de monitor',
    lead: 'Hoe de aanpak van mensenhandel er in elke gemeente voor staat, als bestand. U mag het gebruiken, kopiëren en bewerken. Noem dag en bron.',
    files: 'De bestanden',
    data: (csv, json) => (
      <>
        Een rij per gemeente en onderdeel: {csv('CSV')} (UTF-8, met komma’s en een rij met namen) of {json('JSON')}.
      </>
    ),
    description: (link) => <>{link('Uitleg bij de CSV voor programma’s')}, als CSVW.</>,
    trend: (csv, json) => (
      <>
        Hoeveel gemeenten het hadden geregeld, per kwartaal of jaar: {csv('verloop als CSV')} of{' '}
        {json('verloop als JSON')}.
      </>
    ),
    seen: 'Wat u ziet, en wat niet',
    seenList: [
      'Bent u niet ingelogd? Dan ziet u of het beleid is vastgesteld en of de aanpak is geborgd, van gemeenten die dat openbaar maken. Bij de andere staat «niet-gepubliceerd».',
      'Bent u ingelogd en mag u de monitor zien? Dan staan alle onderdelen van alle gemeenten erin. Met «versie=openbaar» achter het adres ziet u wat iedereen ziet.',
      'Het is de eigen opgave van gemeenten. Niemand keek die na. Niets opgegeven betekent niet dat er niets is.',
      'Er staan geen personen in, en geen aantallen van personen of zaken.',
      'Het gaat over gemeenten, met naam. Daarom zijn aantallen gemeenten precies: wie een aantal ziet, ziet ook welke gemeenten dat zijn. De regel dat wij kleine aantallen niet tonen, geldt voor mensen en zaken, en voor niveaus van groepen van minder dan vijf gemeenten. Percentages geven wij hier niet.',
      'Begint een tekst met een teken waarmee een rekenblad een formule begint? Dan staat er in de CSV een apostrof voor.',
    ],
    dataColumns: 'Kolommen van data.csv en data.json',
    trendColumns: 'Kolommen van verloop.csv en verloop.json',
    column: 'Kolom',
    meaning: 'Wat erin staat',
    kind: 'Soort',
    kinds: { string: 'tekst', date: 'datum (jjjj-mm-dd)', integer: 'geheel getal', boolean: 'true of false' },
    filter: 'Filteren',
    filterHow: 'Zet achter het adres waar u op filtert. Bijvoorbeeld:',
    filterTable: 'Wat u achter het adres kunt zetten',
    name: 'Naam',
    does: 'Wat het doet',
    terms: (link) => <>De samenstelling is vrij van rechten: CC0 1.0. Er is meer {link('open data van In Beeld')}.</>,
  },
  en: {
    title: 'Data of the monitor',
    lead: 'How the approach to human trafficking stands in every municipality, as a file. You may use, copy and change it. Name the day and the source.',
    files: 'The files',
    data: (csv, json) => (
      <>
        A row for every municipality and element: {csv('CSV')} (UTF-8, with commas and a row of names) or {json('JSON')}
        .
      </>
    ),
    description: (link) => <>{link('Description of the CSV for programs')}, as CSVW.</>,
    trend: (csv, json) => (
      <>
        How many municipalities had it in place, by quarter or year: {csv('trend as CSV')} or {json('trend as JSON')}.
      </>
    ),
    seen: 'What you see, and what you do not',
    seenList: [
      'Are you not signed in? Then you see whether policy is adopted and whether the approach is anchored, of municipalities that publish this. The others say «niet-gepubliceerd», which means: not published.',
      'Are you signed in, and may you see the monitor? Then all elements of all municipalities are there. With «versie=openbaar» behind the address you see what everybody sees.',
      'This is what municipalities say themselves. Nobody checked it. Nothing said does not mean that there is nothing.',
      'There are no people in it, and no numbers of people or cases.',
      'It is about municipalities, by name. That is why numbers of municipalities are exact: whoever sees a number also sees which municipalities they are. The rule that we do not show small numbers is for people and cases, and for the levels of groups of fewer than five municipalities. We give no percentages here.',
      'Does a text begin with a sign that starts a formula in a spreadsheet? Then the CSV has an apostrophe before it.',
    ],
    dataColumns: 'Columns of data.csv and data.json',
    trendColumns: 'Columns of verloop.csv and verloop.json',
    column: 'Column',
    meaning: 'What it holds',
    kind: 'Kind',
    kinds: { string: 'text', date: 'date (yyyy-mm-dd)', integer: 'whole number', boolean: 'true or false' },
    filter: 'Filtering',
    filterHow: 'Put what you filter on behind the address. For example:',
    filterTable: 'What you can put behind the address',
    name: 'Name',
    does: 'What it does',
    terms: (link) => <>Our compilation is free of rights: CC0 1.0. There is more {link('open data of In Beeld')}.</>,
  },
};
