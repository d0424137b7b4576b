import { barFigure } from '../../../platform/documents/bar-figure.ts';
import type { Block, DocumentTree } from '../../../platform/documents/document-tree.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import { sayBody } from '../domain/adoption.ts';
import { type Fact, givenDay, givenEnd, NO_DATE } from '../domain/fact.ts';
import type { ElementResult, ThemeResult } from '../domain/levels.ts';
import { type Action, type ActionStatus, actionOn, isOngoing, type Member } from '../domain/plan.ts';
import type { DocumentFacts } from './document-facts.ts';

/** The first of the ten tests: adopted by who may. */
const ADOPTED = 1;

/** Hours and money are arranged for more than a year. */
export const MEANS_ELEMENT = 'K1.5';

/** What nobody recorded yet. */
export const TO_FILL_IN = 'nog in te vullen';

export const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
export const subheading = (text: string): Block => ({ kind: 'heading', level: 3, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A list, or a sentence when there is nothing to list. */
export const list = (items: readonly string[], none: string): Block =>
  items.length > 0 ? { kind: 'list', items } : paragraph(none);

/** A table, or a sentence when it would have no rows. */
export const table = (
  caption: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  none: string,
): Block => (rows.length > 0 ? { kind: 'table', caption, header, rows } : paragraph(none));

/** A whole document: its blocks, and at the end where it comes from. */
export function documentOf(
  facts: DocumentFacts,
  title: string,
  subject: string,
  blocks: readonly Block[],
  { isOneSheet = false }: { readonly isOneSheet?: boolean } = {},
): DocumentTree {
  const { source } = facts.framework;
  return {
    title,
    subject,
    author: facts.municipality.name,
    language: 'nl-NL',
    madeOn: facts.today,
    mark: facts.mark,
    isOneSheet,
    blocks: [
      ...blocks,
      paragraph(
        `${source.charAt(0).toUpperCase()}${source.slice(1)}. Gemaakt met In Beeld op ${writeDutchDate(facts.today)}, uit wat ${facts.municipality.name} heeft vastgelegd.`,
      ),
    ],
  };
}

export const sayLevel = (theme: ThemeResult, facts: DocumentFacts): string =>
  `${theme.level} van 4: ${withinSentence(facts.framework.levels.find(({ level }) => level === theme.level)?.title ?? '')}`;

/** The level of every theme as bars and as a table, beside last year. */
export function themesPart(facts: DocumentFacts): Block[] {
  const { themes, lastYear } = facts;
  const lowest = Math.min(...themes.map(({ level }) => level));
  const weak = themes.filter(({ level }) => level === lowest).map(({ theme }) => theme.title);
  const message =
    weak.length === themes.length
      ? `Alle thema’s staan op niveau ${lowest}`
      : weak.length > 2
        ? `${weak.length} van de ${themes.length} thema’s staan op niveau ${lowest}${sayOthers(themes.filter(({ level }) => level > lowest))}`
        : `${inWords(weak)} ${weak.length === 1 ? 'vraagt' : 'vragen'} de meeste aandacht: niveau ${lowest}`;
  const before = (id: string) => lastYear?.themes.find(({ theme }) => theme.id === id)?.level;
  return [
    barFigure({
      caption: message,
      alt: `Staven per thema. ${themes.map(({ theme, level }) => `${theme.title}: niveau ${level} van 4`).join('. ')}. De tabel hieronder zegt hetzelfde.`,
      max: 4,
      bars: themes.map(({ theme, level }) => ({ label: theme.title, value: level, reading: `${level} van 4` })),
    }),
    table(
      'Niveau per thema',
      ['Thema', 'Nu', ...(lastYear ? [writeDutchDate(lastYear.on), 'Verschil'] : []), 'Waarom'],
      themes.map((each) => {
        const then = before(each.theme.id);
        const change = then === undefined ? [] : [String(then), sayChange(each.level - then)];
        return [each.theme.title, sayLevel(each, facts), ...change, each.why];
      }),
      '',
    ),
    ...(lastYear
      ? []
      : [paragraph('Van een jaar geleden is nog niets vastgelegd, dus er is nog niets om mee te vergelijken.')]),
  ];
}

/** Where the rest stands, when most stand lower. */
function sayOthers(others: readonly ThemeResult[]): string {
  const [only] = others;
  return others.length === 1 && only
    ? `, ${withinSentence(only.theme.title)} op niveau ${only.level}`
    : `, de andere ${others.length} hoger`;
}

const sayChange = (difference: number) =>
  difference === 0 ? 'gelijk' : difference > 0 ? `${difference} hoger` : `${-difference} lager`;

export function inWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}

/** What is missing, the basis first: the element and what to do. */
export function gapsOf(facts: DocumentFacts, plateau: 'basis' | 'verdieping'): readonly string[] {
  return resultsOf(facts)
    .filter(({ element, holds }) => !holds && element.plateau === plateau)
    .map(({ element, lack }) => `${element.title} (${element.id}): ${lack ?? 'dit is nog niet bekend'}.`);
}

export const resultsOf = (facts: DocumentFacts): readonly ElementResult[] =>
  facts.themes.flatMap(({ elements }) => elements);

/** What is known of one element as a sentence for a table or a list; undefined when it does not hold. */
export function known(facts: DocumentFacts, id: string): string | undefined {
  const result = resultsOf(facts).find(({ element }) => element.id === id);
  if (!result?.holds || !result.fact) return undefined;
  const { statement, evidenceTitle, lapsesOn } = result.fact;
  const end = givenEnd(result.fact);
  const until = end ? ` Geldt tot ${writeDutchDate(end)}.` : lapsesOn ? ` Geldt tot: ${NO_DATE}.` : '';
  return `${statement}${evidenceTitle && !statement.includes(evidenceTitle) ? ` Zie: ${evidenceTitle}.` : ''}${until}`;
}

/** The policy that is adopted today: the decision recorded on the plan, or what else shows it; undefined when nothing does. */
export function adoptedPolicy({ anchoring }: DocumentFacts): Fact | undefined {
  return anchoring.tests.find(({ test }) => test.number === ADOPTED)?.evidence[0];
}

/** The last decision, in a sentence. */
export function sayAdoption(facts: DocumentFacts): string {
  const { adoptions, today } = facts;
  const [latest] = adoptions;
  const policy = adoptedPolicy(facts);
  if (policy && policy.source !== 'adoption') {
    const proof = policy.evidenceTitle ? ` (${policy.evidenceTitle})` : '';
    const [day, end] = [givenDay(policy), givenEnd(policy)];
    const until = end ? `, en geldt tot ${writeDutchDate(end)}` : '';
    const on = day ? ` op ${writeDutchDate(day)}` : '';
    const undated = day ? '' : ` Van de dag van het besluit is ${NO_DATE}.`;
    return `Het beleid is${on} vastgesteld${policy.adoptingBody ? ` door ${policy.adoptingBody}` : ''}${proof}${until}.${undated}`;
  }
  if (!latest) return 'Het beleid is nog niet vastgesteld.';
  const until = writeDutchDate(latest.validUntil);
  return `Het beleid is op ${writeDutchDate(latest.decidedOn)} vastgesteld door ${sayBody(latest)}${latest.validUntil <= today ? `, en verviel op ${until}` : `, en geldt tot ${until}`}.`;
}

/** Whether the approach is anchored, in a sentence. */
export function sayAnchoring({ anchoring }: DocumentFacts): string {
  const passed = anchoring.tests.filter(({ isPassed }) => isPassed).length;
  if (anchoring.isAnchored)
    return `De aanpak is geborgd: alle ${anchoring.tests.length} toetsen zijn gehaald${anchoring.anchoredUntil ? `, tot ${writeDutchDate(anchoring.anchoredUntil)}` : ''}.`;
  return `De aanpak is nog niet geborgd: ${passed} van de ${anchoring.tests.length} toetsen ${passed === 1 ? 'is' : 'zijn'} gehaald.`;
}

/** Somebody who carries the approach and leaves, or left: a function, never a name. */
export interface Leaving {
  readonly on: PlainDate;
  readonly isGone: boolean;
  /** 'De aandachtsfunctionaris vertrekt op 1 maart 2027.' */
  readonly what: string;
  readonly task: string;
}

/** Who carries the approach and leaves or left, the first to leave first. */
export function leavingOf({ departures, today }: DocumentFacts): readonly Leaving[] {
  const functions = [
    { title: 'De aandachtsfunctionaris', successor: 'een opvolger', on: departures.ownerLeftOn },
    { title: 'De vervanger', successor: 'een nieuwe vervanger', on: departures.substituteLeftOn },
  ];
  return functions
    .flatMap(({ title, successor, on }): Leaving[] => {
      if (on === undefined) return [];
      const isGone = on <= today;
      const what = isGone
        ? `${title} werkt hier sinds ${writeDutchDate(on)} niet meer.`
        : `${title} vertrekt op ${writeDutchDate(on)}.`;
      const by = isGone ? '' : ` vóór ${writeDutchDate(on)}`;
      return [{ on, isGone, what, task: `Wijs${by} ${successor} aan, en laat het werk overdragen.` }];
    })
    .sort((a, b) => a.on.localeCompare(b.on));
}

/** The same in sentences; empty when nobody leaves. */
export const sayLeaving = (facts: DocumentFacts): string =>
  leavingOf(facts)
    .map(({ what }) => ` ${what}`)
    .join('');

const STATUS_WORDS: Readonly<Record<ActionStatus | 'late', string>> = {
  open: 'nog te doen',
  busy: 'bezig',
  done: 'klaar',
  dropped: 'vervallen',
  late: 'te laat',
};

export const sayStatus = (action: Action, today: PlainDate): string => STATUS_WORDS[actionOn(action, today)];
/** A day that somebody gave, or that nobody did. */
export const sayGiven = (date: PlainDate | undefined): string => (date ? writeDutchDate(date) : NO_DATE);
export const sayDay = (date: PlainDate | undefined): string => (date ? writeDutchDate(date) : TO_FILL_IN);

/** Who carries an action, by role: for documents that are read outside. */
export const sayRole = (member: Member | undefined, { roles }: DocumentFacts): string =>
  member ? (roles.get(member.membershipId) ?? 'werkt hier niet meer') : TO_FILL_IN;

export const ongoing = ({ actions }: DocumentFacts): readonly Action[] => actions.filter(isOngoing);

const EUROS = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
/** Money and hours: what the plan sets aside, or else what shows that they are arranged. */
export function sayMeans(facts: DocumentFacts): string {
  const { totals } = facts;
  if (totals.budgetEuro > 0 || totals.hours > 0)
    return `In het plan staan ${EUROS.format(totals.budgetEuro)} en ${String(totals.hours).replace('.', ',')} uur.`;
  const fact = resultsOf(facts).find(({ element, holds }) => element.id === MEANS_ELEMENT && holds)?.fact;
  // an answer of a scan says no more than that it is there; its end may be the day on which it is asked again
  if (fact?.source === 'scan') {
    const proof = fact.evidenceTitle ? ` (${fact.evidenceTitle})` : '';
    return `Geld en uren zijn ${fact.state === 'regional' ? 'regionaal belegd' : 'geregeld'}${proof}.`;
  }
  return `Geld en uren: ${known(facts, MEANS_ELEMENT) ?? `${TO_FILL_IN}.`}`;
}

/** That the two who carry the approach are no longer appointed; undefined when they are, or never were. */
export function sayFocalPointLapsed({ focalPoint, today }: DocumentFacts): string | undefined {
  if (!focalPoint || focalPoint.validUntil > today) return undefined;
  return `Het besluit over de aandachtsfunctionaris en de vervanger verviel op ${writeDutchDate(focalPoint.validUntil)}.`;
}

export const sayEuros = (euros: number | undefined): string => (euros === undefined ? TO_FILL_IN : EUROS.format(euros));
export const sayHours = (hours: number | undefined): string =>
  hours === undefined ? TO_FILL_IN : String(hours).replace('.', ',');

/** Why a municipality does this at all. */
export const DUTY =
  'In het Interbestuurlijk Programma (2018, punt 5.11) spraken Rijk en gemeenten af dat elke gemeente een duidelijke aanpak van mensenhandel heeft, met beleid, opvang en zorg in de regio, actieve signalering en een aandachtsfunctionaris. Die aanpak moet geborgd zijn.';
