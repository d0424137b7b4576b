import { addMonths, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { isArranged } from '../domain/fact.ts';
import { elementById } from '../domain/framework.ts';
import type { DocumentFacts, WriteDocument } from './document-facts.ts';
import {
  DUTY,
  documentOf,
  gapsOf,
  heading,
  leavingOf,
  list,
  ongoing,
  paragraph,
  sayAdoption,
  sayAnchoring,
  sayDay,
  sayLeaving,
  sayMeans,
  sayRole,
  table,
  themesPart,
} from './document-parts.ts';

/** How far a new college looks ahead: its own term. */
const TERM_MONTHS = 48;

/** The hand-over to a new college: what stands, what lapses in its term, and what it decides first. No names. */
export const writeCollegeHandover: WriteDocument = (facts) =>
  documentOf(
    facts,
    `Overdracht aan het nieuwe college: aanpak mensenhandel ${facts.municipality.name}`,
    'Overdracht aan een nieuw college',
    [
      heading('In het kort'),
      paragraph(DUTY),
      paragraph(`${sayAdoption(facts)} ${sayAnchoring(facts)} ${sayMeans(facts)}${sayLeaving(facts)}`),
      heading('Waar staan wij?'),
      ...themesPart(facts),
      heading('Wat loopt in deze periode af?'),
      table(
        'Wat afloopt, op volgorde van datum',
        ['Loopt af op', 'Wat'],
        lapsesUntil(facts, addMonths(facts.today, TERM_MONTHS)).map(({ on, what }) => [writeDutchDate(on), what]),
        'In de komende vier jaar loopt niets af van wat is vastgelegd.',
      ),
      heading('Wat beslist u in de eerste honderd dagen?'),
      list(
        [
          'Wie in het college over mensenhandel gaat: de burgemeester voor veiligheid, een wethouder voor zorg en opvang.',
          'Of het plan doorgaat zoals het is, of verandert.',
          'Of geld en uren in de meerjarenbegroting staan.',
          'Wanneer de raad de eerste brief krijgt.',
        ],
        '',
      ),
      heading('Wat missen wij nog?'),
      list(gapsOf(facts, 'basis'), 'Alle onderdelen van de basis zijn er, met bewijs.'),
      heading('Wat loopt er?'),
      table(
        'Acties die lopen',
        ['Actie', 'Wie', 'Termijn'],
        ongoing(facts).map((action) => [action.title, sayRole(action.owner, facts), sayDay(action.dueOn)]),
        'Er lopen nu geen acties.',
      ),
    ],
  );

interface Lapse {
  readonly on: PlainDate;
  readonly what: string;
}

/** Everything that counts today and ends before `until`, the first to end first. */
export function lapsesUntil(documented: DocumentFacts, until: PlainDate): readonly Lapse[] {
  const { facts, framework, adoptions, plan, today } = documented;
  const ahead = (on: PlainDate) => on > today && on <= until;
  const elements = facts.flatMap(({ element, state, lapsesOn, isEndGiven, source }) =>
    // a decision and a plan have a line of their own
    lapsesOn &&
    isEndGiven !== false &&
    isArranged(state) &&
    ahead(lapsesOn) &&
    source !== 'adoption' &&
    source !== 'plan'
      ? [{ on: lapsesOn, what: `${elementById(framework, element)?.title ?? element} (${element})` }]
      : [],
  );
  const [latest] = adoptions;
  return [
    ...elements,
    ...leavingOf(documented).flatMap(({ on, what }) => (ahead(on) ? [{ on, what }] : [])),
    ...(latest && ahead(latest.validUntil) ? [{ on: latest.validUntil, what: 'Het besluit over het beleid' }] : []),
    ...(plan && ahead(plan.endsOn) ? [{ on: plan.endsOn, what: `Het plan “${plan.title}”` }] : []),
  ].sort((a, b) => a.on.localeCompare(b.on) || a.what.localeCompare(b.what, 'nl'));
}
