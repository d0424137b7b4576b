import { addMonths, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { sayBody } from '../domain/adoption.ts';
import { countsOn } from '../domain/fact.ts';
import type { WriteDocument } from './document-facts.ts';
import { lapsesUntil } from './document-handover.ts';
import {
  documentOf,
  gapsOf,
  heading,
  list,
  ongoing,
  paragraph,
  resultsOf,
  sayAnchoring,
  sayDay,
  sayHours,
  sayStatus,
  TO_FILL_IN,
  table,
} from './document-parts.ts';

/** The transfer dossier: all a successor needs. For inside: it names colleagues. */
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
        fact.lapsesOn ? writeDutchDate(fact.lapsesOn) : 'geen einddatum',
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
          action.owner?.name ?? TO_FILL_IN,
          action.substitute?.name ?? TO_FILL_IN,
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
          missing ?? (lapsesOn ? `tot ${writeDutchDate(lapsesOn)}` : 'geen einddatum'),
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
        'Er is nog geen besluit vastgelegd.',
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
