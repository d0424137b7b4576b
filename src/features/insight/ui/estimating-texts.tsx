import type { ComponentChildren } from 'preact';
import type { Translated } from '../../../shared-kernel/language.ts';
import { NumberText } from '../../../ui/format/number-text.tsx';

const NL = {
  title: 'Hoe schat u wat u niet ziet?',
  figures: 'Cijfers',
  lead: 'Met lijsten die elkaar overlappen. Hoe kleiner de overlap, hoe meer mensen waarschijnlijk op geen enkele lijst staan.',
  why: 'Waarom overlap telt',
  example: (
    <>
      Stel: de politie kent <NumberText value={100} /> mensen en de zorg ook. Staan er <NumberText value={50} /> op
      allebei de lijsten? Dan ziet de zorg de helft van wie de politie kent. Waarschijnlijk ziet zij dan ook ongeveer de
      helft van iedereen. Het totaal is dan ongeveer <NumberText value={200} />. Staan er maar <NumberText value={10} />{' '}
      op allebei, dan is het totaal ongeveer <NumberText value={1000} />.
    </>
  ) as ComponentChildren,
  onlyIf:
    'Dat klopt alleen als de lijsten niets met elkaar te maken hebben. In het echt verwijst de een naar de ander. Of kent de een juist andere mensen dan de ander. Dan moet de rekenaar kiezen hoe, en die keuze bepaalt het antwoord.',
  table: 'De Nederlandse tabel',
  source: 'Bron',
  busy: 'Wij rekenen nog',
  busyMore: 'Dit duurt een paar tellen. Deze bladzijde ververst zichzelf.',
  failed: 'De berekening lukte nu niet',
  failedMore: (again: (words: string) => ComponentChildren, figures: (words: string) => ComponentChildren) =>
    (
      <>
        {again('Probeer het opnieuw')}. De gepubliceerde cijfers staan bij {figures('Cijfers')}.
      </>
    ) as ComponentChildren,
  refuse: 'Wanneer wij geen getal geven',
  refuseWhen: [
    'Niemand staat op twee lijsten: het totaal kan dan elk aantal zijn.',
    'Minder dan tien mensen staan op twee lijsten: één persoon verandert dan te veel.',
    'Een lijst bevat niemand of iedereen, of is gelijk aan een andere: die doet niet mee.',
    'Het model heeft geen beste antwoord, of meer dan een: dan zeggen wij dat.',
  ],
  differs: 'Waarom de gepubliceerde schatting anders is',
  differsMore:
    'De onderzoekers keken ook naar leeftijd, geslacht, nationaliteit, vorm van uitbuiting en jaar. Die gegevens zijn niet openbaar. Met alleen deze tabel komt niemand op hun getal uit. Noem daarom nooit een getal van deze bladzijde als het aantal slachtoffers in Nederland.',
  repeat: 'Zelf narekenen',
  years: 'Jaren',
  tableHash: 'Tabel',
  seed: 'Begingetal',
  repetitions: 'Herhalingen',
  version: 'Versie van de rekenkern',
  everything: 'Alles in één bestand',
  // of the figures
  certain: 'geen, dit is een telling',
  scope: (first: number, last: number) => `over ${first} tot en met ${last} samen`,
  ours: 'In Beeld, eigen berekening, geen officiële schatting',
  series: 'tabel:',
  line: 'de lijn door elke balk',
  reference: (years: string, count: number) => `Gepubliceerd voor ${years}, maal ${count} jaar (afgeleid)`,
};

/** What the lesson in estimating says. */
export const ESTIMATING_TEXTS: Translated<typeof NL> = {
  nl: NL,
  en: {
    title: 'How do you estimate what you do not see?',
    figures: 'Figures',
    lead: 'With lists that overlap. The smaller the overlap, the more people are probably on no list at all.',
    why: 'Why overlap counts',
    example: (
      <>
        Say: the police know <NumberText value={100} /> people, and so do care workers. Are <NumberText value={50} /> of
        them on both lists? Then care workers see half of the people that the police know. Probably they then also see
        about half of everybody. The total is then about <NumberText value={200} />. If only <NumberText value={10} />{' '}
        are on both lists, the total is about <NumberText value={1000} />.
      </>
    ),
    onlyIf:
      'That is only right if the lists have nothing to do with each other. In real life one refers people to the other. Or one knows other people than the other does. Then somebody has to choose how to calculate, and that choice decides the answer.',
    table: 'The Dutch table',
    source: 'Source',
    busy: 'We are still calculating',
    busyMore: 'This takes a few seconds. This page refreshes itself.',
    failed: 'The calculation did not work just now',
    failedMore: (again, figures) => (
      <>
        {again('Try again')}. The published figures stand under {figures('Figures')}.
      </>
    ),
    refuse: 'When we give no number',
    refuseWhen: [
      'Nobody is on two lists: the total can then be any number.',
      'Fewer than ten people are on two lists: one person then changes too much.',
      'A list contains nobody or everybody, or is the same as another: it does not take part.',
      'The model has no best answer, or more than one: then we say so.',
    ],
    differs: 'Why the published estimate is different',
    differsMore:
      'The researchers also looked at age, sex, nationality, form of exploitation and year. Those data are not public. With this table alone nobody arrives at their number. So never mention a number on this page as the number of victims in the Netherlands.',
    repeat: 'Calculate it yourself',
    years: 'Years',
    tableHash: 'Table',
    seed: 'Seed',
    repetitions: 'Repetitions',
    version: 'Version of the calculator',
    everything: 'Everything in one file',
    certain: 'none, this is a count',
    scope: (first, last) => `over ${first} up to and including ${last} together`,
    ours: 'In Beeld, our own calculation, not an official estimate',
    series: 'table:',
    line: 'the line through each bar',
    reference: (years, count) => `Published for ${years}, times ${count} years (derived)`,
  },
};
