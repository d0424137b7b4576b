import type { ComponentChildren } from 'preact';
import type { Translated } from '../../../shared-kernel/language.ts';

const LIST = {
  title: 'Gemeenten',
  lead: (count: number) =>
    `Nederland telt vandaag ${count} gemeenten. Elke gemeente heeft een taak bij de aanpak van mensenhandel.`,
  search: 'Zoek een gemeente',
  name: 'Naam',
  province: 'Provincie',
  everyProvince: 'Alle provincies',
  belongs: (former: string, date: ComponentChildren, now: ComponentChildren): ComponentChildren => (
    <>
      {former} hoort sinds {date} bij {now}.
    </>
  ),
  guess: (name: string, count: number) =>
    `Geen gemeente heet «${name}». Bedoelde u ${count === 1 ? 'deze' : 'een van deze'}?`,
  nothing: 'Geen gemeente gevonden',
  nothingHelp:
    'Vul een deel van de naam in, bijvoorbeeld «gron». Een dorp of wijk vindt u hier niet, alleen de gemeente waar die bij hoort.',
  unknownProvince: 'Deze provincie kennen wij niet. Kies er een uit de lijst.',
  searchEverywhere: 'Zoek in alle provincies',
  showAll: 'Toon alle gemeenten',
  all: 'Alle gemeenten',
  some: (shown: number, all: number) => `${shown} van ${all} gemeenten`,
  municipality: 'Gemeente',
  population: 'Inwoners',
  series: 'Gemeenten en inwoners',
  certain: 'geen, dit is een telling',
};

/** What the list of municipalities says. */
export const LIST_TEXTS: Translated<typeof LIST> = {
  nl: LIST,
  en: {
    title: 'Municipalities',
    lead: (count) =>
      `The Netherlands has ${count} municipalities today. Each of them has a task in the approach to human trafficking.`,
    search: 'Find a municipality',
    name: 'Name',
    province: 'Province',
    everyProvince: 'All provinces',
    belongs: (former, date, now) => (
      <>
        Since {date}, {former} is part of {now}.
      </>
    ),
    guess: (name, count) =>
      `No municipality is called “${name}”. Did you mean ${count === 1 ? 'this one' : 'one of these'}?`,
    nothing: 'No municipality found',
    nothingHelp:
      'Fill in a part of the name, such as “gron”. You do not find a village or a neighbourhood here, only the municipality it belongs to.',
    unknownProvince: 'We do not know this province. Choose one from the list.',
    searchEverywhere: 'Search in all provinces',
    showAll: 'Show all municipalities',
    all: 'All municipalities',
    some: (shown, all) => `${shown} of ${all} municipalities`,
    municipality: 'Municipality',
    population: 'Inhabitants',
    series: 'Municipalities and inhabitants',
    certain: 'none, this is a count',
  },
};

const ONE = {
  code: 'Code',
  province: 'Provincie',
  population: 'Inwoners',
  urbanity: 'Stedelijkheid',
  urbanities: [
    'zeer sterk stedelijk',
    'sterk stedelijk',
    'matig stedelijk',
    'weinig stedelijk',
    'niet stedelijk',
  ] as readonly string[],
  series: 'Gemeenten, inwoners en stedelijkheid',
  regions: 'Regio’s',
  unknownRegion: 'onbekend: wij hebben hiervoor geen bron',
  whoToCall: 'Wie belt u?',
  allNumbers: 'Alle nummers, ook die nu gesloten zijn',
  similar: 'Gemeenten die hierop lijken',
  compared:
    'Vergeleken op inwoners, stedelijkheid, adressen per km² en ligging. Het zegt niets over de aanpak van een gemeente.',
  doTitle: 'Wat kunt u doen?',
  call: 'Is iemand nu in gevaar? Bel 112.',
  ask: 'Werkt u bij deze gemeente? Vraag naar de aandachtsfunctionaris mensenhandel.' as ComponentChildren,
  another: 'Zoek een andere gemeente',
  dissolved: (name: string) => `${name} is geen gemeente meer`,
  since: (date: ComponentChildren, name: string): ComponentChildren => (
    <>
      Sinds {date} hoort {name} bij:
    </>
  ),
  source: 'Bron',
  toCheck: 'nog te controleren',
};

/** What the page of one municipality says. */
export const MUNICIPALITY_TEXTS: Translated<typeof ONE> = {
  nl: ONE,
  en: {
    code: 'Code',
    province: 'Province',
    population: 'Inhabitants',
    urbanity: 'Degree of urbanisation',
    urbanities: [
      'extremely urbanised',
      'strongly urbanised',
      'moderately urbanised',
      'hardly urbanised',
      'not urbanised',
    ],
    series: 'Municipalities, inhabitants and degree of urbanisation',
    regions: 'Regions',
    unknownRegion: 'unknown: we have no source for this',
    whoToCall: 'Who to call',
    allNumbers: 'All numbers, also those that are closed now',
    similar: 'Municipalities that are like this one',
    compared:
      'Compared by inhabitants, urbanisation, addresses per km² and place. It says nothing about the approach of a municipality.',
    doTitle: 'What can you do?',
    call: 'Is somebody in danger now? Call 112.',
    ask: (
      <>
        Do you work for this municipality? Ask for the focal point officer for human trafficking (
        <span lang="nl">aandachtsfunctionaris mensenhandel</span>).
      </>
    ),
    another: 'Find another municipality',
    dissolved: (name) => `${name} is no longer a municipality`,
    since: (date, name) => (
      <>
        Since {date}, {name} is part of:
      </>
    ),
    source: 'Source',
    toCheck: 'still to be checked',
  },
};
