import type { ComponentChildren } from 'preact';
import type { Translated } from '../../../shared-kernel/language.ts';

type Piece = ComponentChildren;

const NL = {
  title: 'Hoeveel slachtoffers zijn in beeld?',
  lead: 'Geregistreerd is wie bekend is. Geschat is wie er waarschijnlijk is. Daartussen zit wie niemand ziet.',
  latest: (year: number, low: Piece, high: Piece, counted: Piece, estimate: Piece): Piece => (
    <>
      In {year} was naar schatting {low} tot {high} van de slachtoffers in beeld (afgeleid uit {counted} en {estimate})
    </>
  ),
  latestDrawing: (year: number) => `Zes zeshoeken. Gevuld is het midden van het deel dat in ${year} in beeld was.`,
  latestMore: (year: number, who: string, counted: Piece, estimate: Piece, by: Piece, share: Piece): Piece => (
    <>
      In {year} registreerde {who} {counted} mogelijke slachtoffers. Geschat waren er in {year} {estimate}, volgens {by}
      . Het eerste gedeeld door het tweede is {share}: over {year}, berekend door In Beeld uit {who} en {by}.
    </>
  ),
  chart: 'In elk jaar met een schatting is het geschatte aantal veel hoger dan het geregistreerde',
  chartMore:
    'Mogelijke slachtoffers van mensenhandel in Nederland per jaar. Staat er geen band? Dan is voor dat jaar geen schatting gepubliceerd.',
  series: 'de bron van elk getal staat in de tabel',
  uncertainty: 'de band toont laag en hoog, de lijn het midden',
  drawing:
    'Grafiek: per jaar het geregistreerde aantal als staaf en het geschatte aantal als band. De tabel eronder geeft alle getallen.',
  band: 'Geschat: laag, midden en hoog',
  neverAdded:
    'De twee reeksen tellen niet hetzelfde. Verschillen ze, dan staan ze allebei in de tabel. Wij tellen ze nooit op.',
  table: 'Geregistreerd en geschat per jaar, met de bron van elk getal',
  year: 'Jaar',
  registered: (series: string) => `Geregistreerd: ${series}`,
  estimated: 'Geschat',
  share: 'Deel in beeld (afgeleid)',
  sources: 'Bronnen',
  noEstimate: 'geen schatting gepubliceerd',
  noRegistration: 'geen registratie gevonden',
  cannotSay: 'niet te geven',
  unknown: 'onbekend',
  withoutTitle: 'Jaren zonder schatting',
  without: (years: string) =>
    `Voor ${years} is geen schatting gepubliceerd. Voor die jaren weet niemand welk deel in beeld is. Een schatting van een ander jaar mag u daar niet voor gebruiken.`,
  nowhereElse:
    'Ook per gemeente, regio, vorm of leeftijd staat hier geen schatting. Waar geen schatting is, staat er geen.',
  how: (link: (words: string) => Piece): Piece => (
    <>Hoe zo’n schatting ontstaat, leest u bij {link('Hoe schat u wat u niet ziet?')}</>
  ),
  oneInSix: 'Wie zei “1 op de 6”, en wanneer?',
  ourTranslation: (text: string) => `. Onze vertaling: “${text}”.`,
  ofThen:
    'Dit zijn uitspraken van toen, geen cijfers van nu. De twee verschillen, en allebei hoorden ze bij hun eigen jaren.',
  wherefrom:
    'Waar kan “1 op de 6” vandaan komen? Wij weten het niet zeker. Dit komt in de buurt, met tellingen en een schatting van verschillende jaren:',
  quotient: (counted: Piece, year: number, estimate: Piece, years: string, share: Piece, from: Piece): Piece => (
    <>
      {counted} geregistreerd in {year}, gedeeld door {estimate} geschat voor {years}, is {share} (bron: {from}).
    </>
  ),
  sayTitle: 'Zo kunt u het zeggen',
  say: 'Deze zinnen mag u overnemen. In elke zin staan jaar en bron.',
  sayCounted: (year: number, who: string, counted: Piece, source: Piece): Piece => (
    <>
      In {year} registreerde {who} {counted} mogelijke slachtoffers van mensenhandel (bron: {source}).
    </>
  ),
  sayEstimated: (years: string, estimate: Piece, source: Piece): Piece => (
    <>
      In {years} waren er naar schatting {estimate} slachtoffers per jaar (bron: {source}).
    </>
  ),
  sayShare: (year: number, share: Piece, who: string, counted: Piece, estimate: Piece): Piece => (
    <>
      Van het geschatte aantal slachtoffers in {year} was {share}, geregistreerd bij {who} (afgeleid door In Beeld uit{' '}
      {counted} en {estimate}).
    </>
  ),
  ratherNot: 'Zeg dit liever niet',
  notThis: [
    {
      quote: '1 op de 6 slachtoffers is in beeld.',
      why: 'Zo mist het jaar en de bron. Het deel in beeld verschilt per jaar.',
    },
    {
      quote: 'Er is meer mensenhandel, want er zijn meer meldingen.',
      why: 'Meer meldingen betekent niet meer mensenhandel. Er kan meer in beeld zijn gekomen.',
    },
  ],
  reuse: 'Verwijzen en hergebruiken',
  cite: 'Verwijs zo',
  citation: (date: Piece): Piece => <>In Beeld, Hoeveel slachtoffers zijn in beeld?, {date}</>,
  address: 'Adres',
  date: 'Datum van de cijfers',
  number: 'Nummer',
  allEditions: 'Alle uitgaven',
  methodTitle: 'Methode',
  method:
    'Overgenomen uit de genoemde bronnen. Het deel in beeld is afgeleid: geregistreerd gedeeld door geschat, van hetzelfde jaar.',
  files: 'Bestanden',
  fileList: (json: Piece, csv: Piece, all: (words: string) => Piece): Piece => (
    <>
      {json}, {csv} en {all('alle open data')}
    </>
  ),
};

/** What the page of registered and estimated victims says. */
export const IN_VIEW_TEXTS: Translated<typeof NL> = {
  nl: NL,
  en: {
    title: 'How many victims are in view?',
    lead: 'Registered is who is known. Estimated is who is probably there. In between are the people that nobody sees.',
    latest: (year, low, high, counted, estimate) => (
      <>
        In {year}, an estimated {low} to {high} of the victims were in view (derived from {counted} and {estimate})
      </>
    ),
    latestDrawing: (year) => `Six hexagons. Filled is the middle of the part that was in view in ${year}.`,
    latestMore: (year, who, counted, estimate, by, share) => (
      <>
        In {year}, {who} registered {counted} possible victims. The estimate for {year} was {estimate}, by {by}. The
        first divided by the second is {share}: over {year}, derived by In Beeld from {who} and {by}.
      </>
    ),
    chart: 'In every year with an estimate, the estimated number is much higher than the registered number',
    chartMore:
      'Possible victims of human trafficking in the Netherlands per year. Is there no band? Then no estimate was published for that year.',
    series: 'the source of each number is in the table',
    uncertainty: 'the band shows low and high, the line the middle',
    drawing:
      'Chart: per year the registered number as a bar and the estimated number as a band. The table below gives all numbers.',
    band: 'Estimated: low, middle and high',
    neverAdded:
      'The two series do not count in the same way. Where they differ, both are in the table. We never add them up.',
    table: 'Registered and estimated per year, with the source of each number',
    year: 'Year',
    registered: (series) => `Registered: ${series}`,
    estimated: 'Estimated',
    share: 'Part in view (derived)',
    sources: 'Sources',
    noEstimate: 'no estimate published',
    noRegistration: 'no registration found',
    cannotSay: 'cannot be given',
    unknown: 'unknown',
    withoutTitle: 'Years without an estimate',
    without: (years) =>
      `No estimate was published for ${years}. For those years nobody knows which part is in view. You may not use an estimate of another year for them.`,
    nowhereElse:
      'There is no estimate here per municipality, region, form or age either. Where no estimate was made, we give none.',
    how: (link) => <>How such an estimate is made, you read in {link('How do you estimate what you do not see?')}</>,
    oneInSix: 'Who said “1 in 6”, and when?',
    ourTranslation: (text) => `. Our translation: “${text}”.`,
    ofThen:
      'People said this at the time. These are no figures of today. The two differ, and both belonged to their own years.',
    wherefrom:
      'Where can “1 in 6” come from? We are not sure. This comes close, with counts and an estimate of different years:',
    quotient: (counted, year, estimate, years, share, from) => (
      <>
        {counted} registered in {year}, divided by {estimate} estimated for {years}, is {share} (source: {from}).
      </>
    ),
    sayTitle: 'How you can say it',
    say: 'You may copy these sentences. Each of them has a year and a source.',
    sayCounted: (year, who, counted, source) => (
      <>
        In {year}, {who} registered {counted} possible victims of human trafficking (source: {source}).
      </>
    ),
    sayEstimated: (years, estimate, source) => (
      <>
        According to the estimate, there were {estimate} victims per year in {years} (source: {source}).
      </>
    ),
    sayShare: (year, share, who, counted, estimate) => (
      <>
        Of the estimated number of victims in {year}, {share}, was registered with {who} (derived by In Beeld from{' '}
        {counted} and {estimate}).
      </>
    ),
    ratherNot: 'Better not say this',
    notThis: [
      {
        quote: '1 in 6 victims is in view.',
        why: 'This has no year and no source. The part in view differs per year.',
      },
      {
        quote: 'There is more human trafficking, because there are more reports.',
        why: 'More reports do not mean more human trafficking. More may have come into view.',
      },
    ],
    reuse: 'Citing and using again',
    cite: 'Cite as',
    citation: (date) => <>In Beeld, How many victims are in view?, {date}</>,
    address: 'Address',
    date: 'Date of the figures',
    number: 'Number',
    allEditions: 'All editions',
    methodTitle: 'Method',
    method:
      'Taken from the sources that are named. The part in view is derived: registered divided by estimated, of the same year.',
    files: 'Files',
    fileList: (json, csv, all) => (
      <>
        {json}, {csv} and {all('all open data')}, with field names in Dutch
      </>
    ),
  },
};
