import { addMonths, dutchDay, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import type { ElementResult } from '../domain/levels.ts';
import type { DocumentFacts, WriteDocument } from './document-facts.ts';
import {
  DUTY,
  documentOf,
  gapsOf,
  heading,
  inWords,
  list,
  ongoing,
  paragraph,
  resultsOf,
  sayAdoption,
  sayAnchoring,
  sayDay,
  sayLeaving,
  sayMeans,
  sayRole,
  table,
  themesPart,
} from './document-parts.ts';

/** The yearly letter to the council: where we stand beside a year ago, what was done, what comes. No names. */
export const writeCouncilLetter: WriteDocument = (facts) => {
  const { today, actions, totals, municipality } = facts;
  const since = addMonths(today, -12);
  const held = resultsOf(facts).filter(({ holds }) => holds);
  // that something does not apply here was not done by anybody: it stands apart, with its reason
  const waived = held.filter(({ state }) => state === 'not-applicable');
  const arranged = byProof(held.filter((each) => !waived.includes(each) && !heldLastYear(facts, each.element.id)));
  const done = actions.filter(({ status, changedAt }) => status === 'done' && dutchDay(changedAt) > since);
  return documentOf(
    facts,
    `Raadsinformatiebrief: aanpak mensenhandel ${today.slice(0, 4)}`,
    'Jaarlijkse brief aan de gemeenteraad over de aanpak van mensenhandel',
    [
      paragraph(`Aan de gemeenteraad van ${municipality.name}\nDatum: ${writeDutchDate(today)}`),
      heading('De kern'),
      paragraph(`${sayAdoption(facts)} ${sayAnchoring(facts)} ${sayMeans(facts)}${sayLeaving(facts)}`),
      heading('Waarom deze brief'),
      paragraph(`${DUTY} Eén keer per jaar leest u hoe het ervoor staat.`),
      heading('Waar staan wij?'),
      ...themesPart(facts),
      heading('Wat is het laatste jaar gedaan?'),
      list(arranged, 'Het laatste jaar is geen nieuw onderdeel geregeld.'),
      list(
        done.map(({ title }) => `Klaar: ${title}`),
        totals.count === 0
          ? 'In het plan staan nog geen acties.'
          : 'Het laatste jaar kwam geen actie uit het plan klaar.',
      ),
      heading('Wat missen wij nog?'),
      list(gapsOf(facts, 'basis'), 'Alle onderdelen van de basis zijn er, met bewijs.'),
      ...(waived.length > 0
        ? [
            heading('Wat geldt hier volgens ons niet?'),
            list(
              waived.map(({ element, fact }) => `${element.title} (${element.id}): ${withinSentence(reasonOf(fact))}`),
              '',
            ),
          ]
        : []),
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

/** Why something does not apply here, without saying again that it does not. */
const reasonOf = (fact: ElementResult['fact']): string =>
  fact?.statement.replace(/^Niet van toepassing:?\s*/, '') || 'de reden is niet vastgelegd.';

/** A line for every element; a document that arranges several is named once, with all of them. */
function byProof(results: readonly ElementResult[]): readonly string[] {
  const groups = Map.groupBy(results, ({ element, fact }) => fact?.evidenceTitle ?? element.id);
  return [...groups.values()].map((group) => {
    const names = group.map(({ element }) => `${element.title} (${element.id})`);
    const proof = group[0]?.fact?.evidenceTitle;
    if (!proof) return names.join(', ');
    return group.length === 1
      ? `${names[0]}: ${proof}`
      : `${proof}, voor ${group.length} onderdelen: ${inWords(names)}`;
  });
}

/** The element was there a year ago too, with evidence; nothing was when nothing was known then. */
function heldLastYear({ lastYear }: DocumentFacts, id: string): boolean {
  const results = lastYear?.themes.flatMap(({ elements }) => elements) ?? [];
  return results.some(({ element, holds }) => element.id === id && holds);
}
