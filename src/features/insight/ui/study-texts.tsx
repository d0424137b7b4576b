import type { ComponentChildren } from 'preact';
import type { Translated } from '../../../shared-kernel/language.ts';
import { DUTCH_STUDY, type StudyTexts } from '../texts.ts';
import { ENGLISH_STUDY } from '../texts-english.ts';

const NL = {
  ...DUTCH_STUDY,
  lists: 'De lijsten',
  list: 'Lijst',
  onList: 'Mensen op deze lijst',
  alone: 'Alleen op deze lijst',
  overlap: (several: string, all: string, from: string) =>
    `${several} van de ${all} mensen staan op meer dan één lijst (${from})`,
  overlapMore:
    'Op die overlap rust de hele schatting. Een gevulde stip: de lijst doet mee. De twee tekeningen hebben elk hun eigen schaal.',
  pairsShare: 'Hoeveel mensen elk paar lijsten deelt',
  pair: 'Paar',
  onBoth: 'Op allebei',
  several: 'Mensen op meer dan één lijst, per combinatie',
  onSeveral: 'Op meer dan één lijst',
  single: 'Mensen op één lijst, per lijst',
  onOne: 'Op één lijst',
  refusal: 'Wij geven geen getal',
  refusalHelp:
    'Wat kan helpen: een extra lijst, een langere periode, of beter nagaan wie op twee lijsten dezelfde persoon is.',
  published: 'Gepubliceerde schattingen zijn er ook. Gebruik die als u een getal wilt noemen:',
  publishedOne: (
    years: string,
    middle: ComponentChildren,
    low: ComponentChildren,
    high: ComponentChildren,
    source: ComponentChildren,
  ): ComponentChildren => (
    <>
      {years}: ongeveer {middle} per jaar ({low} tot {high}). Bron: {source}.
    </>
  ),
  depends: (low: string, high: string, from: string) =>
    `Dezelfde tabel (${from}) geeft ${low} tot ${high}: het ligt aan de methode`,
  dependsMore: (scope: string, level: string) =>
    `Geschat totaal ${scope}, per methode, met het interval van ${level}%. Alle balken beginnen bij nul.`,
  perMethod: 'Geschat totaal per methode, met interval',
  method: 'Methode',
  estimated: 'Geschat totaal',
  choices: 'Wat elke methode aanneemt en kiest.',
  assumes: 'Wat zij aanneemt',
  total: 'Totaal',
  noLow: 'geen ondergrens',
  noHigh: 'geen bovengrens',
  related: 'Paren die samenhangen',
  weighed: 'gewogen over alle modellen',
  none: 'geen',
  beware: 'Let op',
  interval: (kind: string) => `Interval: ${kind}.`,
  noNumber: 'geen getal',
  steer: 'Welke paren sturen de uitkomst',
  steerMore: (total: ComponentChildren): ComponentChildren => (
    <>
      De stapsgewijze methode komt op {total}. Zet u één paar lijsten aan of uit, dan verandert dat zo. Het paar dat het
      meest verschuift, staat bovenaan.
    </>
  ),
  onePair: 'Het totaal met één paar meer of minder.',
  change: 'Wat verandert',
  out: 'dit paar eruit',
  in: 'dit paar erbij',
  becomes: 'Totaal wordt',
  withoutTitle: 'Eén lijst weg',
  withoutMore:
    'Laat u een lijst weg, dan rust het antwoord op de andere. Springt het totaal dan ver weg, dan hangt veel af van die ene lijst.',
  withoutOne: 'Het totaal zonder een van de lijsten.',
  without: 'Zonder',
  ordinary: 'geen bijzonderheden',
  nameless: 'Registraties zonder naam',
  namelessMore:
    'Staat iemand ergens zonder naam, dan herkent niemand hem op een andere lijst. Hij lijkt dan een nieuwe persoon. De overlap wordt kleiner en de schatting te hoog. Zo veel, als een deel van alle registraties geen naam had:',
  namelessOne: 'Nagebootst: het totaal als een deel van de registraties geen naam heeft.',
  withoutName: 'Zonder naam',
  totalStepwise: 'Totaal, stapsgewijs',
  noBound: 'geen grens',
};

/** Everything said of a study on a page. */
export const STUDY_TEXTS: Translated<typeof NL> = {
  nl: NL,
  en: {
    ...ENGLISH_STUDY,
    lists: 'The lists',
    list: 'List',
    onList: 'People on this list',
    alone: 'Only on this list',
    overlap: (several, all, from) => `${several} of the ${all} people are on more than one list (${from})`,
    overlapMore:
      'The whole estimate rests on that overlap. A filled dot: the list takes part. Each of the two drawings has its own scale.',
    pairsShare: 'How many people each pair of lists shares',
    pair: 'Pair',
    onBoth: 'On both',
    several: 'People on more than one list, per combination',
    onSeveral: 'On more than one list',
    single: 'People on one list, per list',
    onOne: 'On one list',
    refusal: 'We give no number',
    refusalHelp:
      'What can help: another list, a longer period, or a better check of who is the same person on two lists.',
    published: 'There are also published estimates. Use those if you want to mention a number:',
    publishedOne: (years, middle, low, high, source) => (
      <>
        {years}: about {middle} per year ({low} to {high}). Source: {source}.
      </>
    ),
    depends: (low, high, from) => `The same table (${from}) gives ${low} to ${high}: it depends on the method`,
    dependsMore: (scope, level) =>
      `Estimated total ${scope}, per method, with the ${level}% interval. All bars begin at zero.`,
    perMethod: 'Estimated total per method, with interval',
    method: 'Method',
    estimated: 'Estimated total',
    choices: 'What each method takes for granted and chooses.',
    assumes: 'What it takes for granted',
    total: 'Total',
    noLow: 'no lower bound',
    noHigh: 'no upper bound',
    related: 'Pairs that are related',
    weighed: 'weighted over all models',
    none: 'none',
    beware: 'Please note',
    interval: (kind) => `Interval: ${kind}.`,
    noNumber: 'no number',
    steer: 'Which pairs steer the result',
    steerMore: (total) => (
      <>
        The method “step by step” comes to {total}. If you switch one pair of lists on or off, it changes like this. The
        pair that moves it most, comes first.
      </>
    ),
    onePair: 'The total with one pair more or less.',
    change: 'What changes',
    out: 'without this pair',
    in: 'with this pair',
    becomes: 'Total becomes',
    withoutTitle: 'One list left out',
    withoutMore:
      'If you leave a list out, the answer rests on the others. Does the total then jump far away? Then much depends on that one list.',
    withoutOne: 'The total without one of the lists.',
    without: 'Without',
    ordinary: 'nothing special',
    nameless: 'Registrations without a name',
    namelessMore:
      'If somebody is on a list without a name, nobody recognises that person on another list. It then seems to be somebody new. The overlap becomes smaller and the estimate too high. This much, if a part of all registrations had no name:',
    namelessOne: 'Imitated: the total if a part of the registrations has no name.',
    withoutName: 'Without a name',
    totalStepwise: 'Total, step by step',
    noBound: 'no bound',
  },
};

/** A warning of the library in a sentence. */
export function warningText(code: string, { warnings, listDropped }: StudyTexts): string {
  const [kind = '', list = ''] = code.split(':');
  return kind === 'list-dropped' ? listDropped(list) : (warnings[kind] ?? code);
}
