import { addMonths, dutchDay, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { isArranged } from '../domain/fact.ts';
import { elementById } from '../domain/framework.ts';
import type { WriteDocument } from './document-facts.ts';
import {
  DUTY,
  documentOf,
  gapsOf,
  heading,
  list,
  ongoing,
  paragraph,
  sayAdoption,
  sayAnchoring,
  sayDay,
  sayMeans,
  sayRole,
  table,
  themesPart,
} from './document-parts.ts';

/** The yearly letter to the council: where we stand beside a year ago, what was done, what comes. No names. */
export const writeCouncilLetter: WriteDocument = (facts) => {
  const { today, framework, actions, totals, municipality } = facts;
  const since = addMonths(today, -12);
  const arranged = facts.facts
    .filter(({ state, reportedAt }) => isArranged(state) && dutchDay(reportedAt) > since)
    .map(({ element, statement }) => `${elementById(framework, element)?.title ?? element} (${element}): ${statement}`);
  const done = actions.filter(({ status, changedAt }) => status === 'done' && dutchDay(changedAt) > since);
  return documentOf(
    facts,
    `Raadsinformatiebrief: aanpak mensenhandel ${today.slice(0, 4)}`,
    'Jaarlijkse brief aan de gemeenteraad over de aanpak van mensenhandel',
    [
      paragraph(`Aan de gemeenteraad van ${municipality.name}\nDatum: ${writeDutchDate(today)}`),
      heading('De kern'),
      paragraph(`${sayAdoption(facts)} ${sayAnchoring(facts)} ${sayMeans(facts)}`),
      heading('Waarom deze brief'),
      paragraph(`${DUTY} Eén keer per jaar leest u hoe het ervoor staat.`),
      heading('Waar staan wij?'),
      ...themesPart(facts),
      heading('Wat is het laatste jaar gedaan?'),
      list([...new Set(arranged)], 'Het laatste jaar is geen nieuw onderdeel geregeld.'),
      list(
        done.map(({ title }) => `Klaar: ${title}`),
        totals.count === 0
          ? 'In het plan staan nog geen acties.'
          : 'Het laatste jaar kwam geen actie uit het plan klaar.',
      ),
      heading('Wat missen wij nog?'),
      list(gapsOf(facts, 'basis'), 'Alle onderdelen van de basis zijn er, met bewijs.'),
      heading('Wat gaan wij doen?'),
      table(
        'Acties die lopen',
        ['Actie', 'Wie', 'Termijn'],
        ongoing(facts).map((action) => [action.title, sayRole(action.owner, facts), sayDay(action.dueOn)]),
        'Er lopen nu geen acties.',
      ),
      heading('Goed om te weten'),
      paragraph(
        'Meer meldingen betekent niet dat er meer mensenhandel is: het betekent dat wij meer zien. Een jaar zonder signaal kan in een kleine gemeente heel gewoon zijn.',
      ),
    ],
  );
};
