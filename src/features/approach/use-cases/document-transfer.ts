import { addMonths, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { sayBody } from '../domain/adoption.ts';
import { countsOn, givenEnd } from '../domain/fact.ts';
import type { Member } from '../domain/plan.ts';
import type { DocumentFacts, WriteDocument } from './document-facts.ts';
import { lapsesUntil } from './document-handover.ts';
import {
  adoptedPolicy,
  documentOf,
  gapsOf,
  heading,
  leavingOf,
  list,
  ongoing,
  paragraph,
  resultsOf,
  sayAdoption,
  sayAnchoring,
  sayDay,
  sayGiven,
  sayHours,
  sayStatus,
  TO_FILL_IN,
  table,
} from './document-parts.ts';

/** The transfer dossier: all a successor needs. For inside: it names colleagues. */
/** Who carries an action, by name; and from which day she has the role for it no more, when that is known. */
function sayCarrier(member: Member | undefined, { leaving, today }: DocumentFacts): string {
  if (!member) return TO_FILL_IN;
  const on = leaving.get(member.membershipId);
  if (on === undefined) return member.name;
  return on <= today
    ? `${member.name}: sinds ${writeDutchDate(on)} niet meer in deze rol. Wijs iemand anders aan.`
    : `${member.name}, tot ${writeDutchDate(on)}`;
}

export const writeTransferDossier: WriteDocument = (facts) => {
  const { focalPoint, today, adoptions, anchoring, municipality } = facts;
  const evidence = resultsOf(facts).flatMap(({ element, fact }) => {
    if (!fact) return [];
    const proof = [fact.evidenceTitle, fact.evidenceLink].filter(Boolean).join(', ');
    return [
      [
        `${element.id} ${element.title}`,
        `${fact.statement}${countsOn(fact, today) ? '' : ' Dit is vervallen.'}`,
        proof || (fact.evidenceFileId ? 'document in In Beeld' : 'geen bewijs vastgelegd'),
        fact.lapsesOn ? sayGiven(givenEnd(fact)) : 'geen einddatum',
      ],
    ];
  });
  return documentOf(
    facts,
    `Overdrachtsdossier aanpak mensenhandel ${municipality.name}`,
    'Overdracht aan een opvolger; alleen voor collega’s',
    [
      paragraph(
        'Dit dossier is voor de opvolger. Er staan namen van collega’s in: deel het alleen binnen de gemeente.',
      ),
      heading('Wie doet het nu?'),
      table(
        'De functie',
        ['Wat', 'Nu'],
        [
          ['Aandachtsfunctionaris', focalPoint?.focalPoint ?? TO_FILL_IN],
          ['Vervanger', focalPoint?.substitute ?? TO_FILL_IN],
          ...leavingOf(facts).map(({ what, task }) => ['Vertrek', `${what} ${task}`]),
          ['Uren per week', sayHours(focalPoint?.hoursPerWeek)],
          ['Besluit', focalPoint ? `${focalPoint.evidenceTitle}, ${writeDutchDate(focalPoint.decidedOn)}` : TO_FILL_IN],
          ['Geldt tot', focalPoint ? writeDutchDate(focalPoint.validUntil) : TO_FILL_IN],
        ],
        '',
      ),
      heading('Wat vraagt als eerste aandacht?'),
      table(
        'Wat binnen een jaar afloopt',
        ['Loopt af op', 'Wat'],
        lapsesUntil(facts, addMonths(today, 12)).map(({ on, what }) => [writeDutchDate(on), what]),
        'Binnen een jaar loopt niets af van wat is vastgelegd.',
      ),
      heading('Lopende acties'),
      table(
        'Lopende acties',
        ['Actie', 'Eigenaar', 'Vervanger', 'Termijn', 'Stand'],
        ongoing(facts).map((action) => [
          action.title,
          sayCarrier(action.owner, facts),
          sayCarrier(action.substitute, facts),
          sayDay(action.dueOn),
          sayStatus(action, today),
        ]),
        'Er lopen nu geen acties.',
      ),
      heading('Is de aanpak geborgd?'),
      paragraph(sayAnchoring(facts)),
      table(
        'De toetsen',
        ['Toets', 'Stand', 'Tot of wat mist'],
        anchoring.tests.map(({ test, isPassed, lapsesOn, missing }) => [
          `${test.number}. ${test.title}`,
          isPassed ? 'gehaald' : 'niet gehaald',
          // the day on which we ask again; of what it rests on the end may not be known
          missing ?? (lapsesOn ? `telt tot ${writeDutchDate(lapsesOn)}` : 'geen einddatum'),
        ]),
        '',
      ),
      heading('Besluiten'),
      table(
        'Besluiten over het plan',
        ['Datum', 'Door', 'Geldt tot', 'Controlegetal (SHA-256)'],
        adoptions.map((each) => [
          writeDutchDate(each.decidedOn),
          sayBody(each),
          writeDutchDate(each.validUntil),
          each.sha256,
        ]),
        adoptedPolicy(facts)
          ? `${sayAdoption(facts)} Het besluit is als bewijs vastgelegd; bij het plan in In Beeld staat geen besluit.`
          : 'Er is nog geen besluit vastgelegd.',
      ),
      heading('Wat is er geregeld, en waar staat het bewijs?'),
      table(
        'Onderdelen en bewijs',
        ['Onderdeel', 'Wat wij weten', 'Bewijs', 'Geldt tot'],
        evidence,
        'Er is nog niets vastgelegd.',
      ),
      heading('Wat missen wij nog?'),
      list([...gapsOf(facts, 'basis'), ...gapsOf(facts, 'verdieping')], 'Er mist niets.'),
    ],
  );
};
