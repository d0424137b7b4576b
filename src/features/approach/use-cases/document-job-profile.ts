import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { elementById } from '../domain/framework.ts';
import type { WriteDocument } from './document-facts.ts';
import { documentOf, heading, known, list, paragraph, sayHours, TO_FILL_IN, table } from './document-parts.ts';

/** What the focal point does, by element: the work that theme 2 asks of this function (dossier 3.2). */
export const TASKS: readonly (readonly [element: string, task: string])[] = [
  ['K2.2', 'Houdt de interne meldroute bij en oefent hem elk jaar met de teams.'],
  ['K2.4', 'Weegt signalen: verrijkt wat binnenkomt en beoordeelt het, binnen de wet.'],
  ['K2.5', 'Zet signalen door naar politie, RIEC, Arbeidsinspectie of zorgcoördinator.'],
  ['K2.6', 'Koppelt terug aan wie iets meldde.'],
  ['K3.1', 'Zorgt dat wie mensenhandel kan tegenkomen, weet waarop te letten.'],
  ['K4.4', 'Zit namens de gemeente aan de regionale tafel mensenhandel.'],
  ['K5.6', 'Zorgt dat mogelijke slachtoffers bij CoMensha worden gemeld, als dat mag.'],
  ['K1.8', 'Maakt elk jaar de brief aan de raad.'],
];

/** The job profile of the focal point. No names: it is for a function. */
export const writeJobProfile: WriteDocument = (facts) => {
  const { focalPoint, framework, municipality, departures } = facts;
  return documentOf(
    facts,
    `Functieprofiel aandachtsfunctionaris mensenhandel ${municipality.name}`,
    'Functieprofiel aandachtsfunctionaris mensenhandel',
    [
      heading('Waarvoor is deze functie?'),
      paragraph(
        'De aandachtsfunctionaris mensenhandel is het aanspreekpunt in de gemeente. Collega’s, politie en hulpverleners weten zo waar een signaal heen kan. Er is altijd een vervanger.',
      ),
      heading('Wat doet de aandachtsfunctionaris?'),
      table(
        'Taken, met hoe het nu geregeld is',
        ['Taak', 'Onderdeel', 'Nu'],
        TASKS.map(([element, task]) => [
          task,
          `${element} ${elementById(framework, element)?.title ?? ''}`.trim(),
          known(facts, element) ?? TO_FILL_IN,
        ]),
        '',
      ),
      heading('Tijd en vervanging'),
      table(
        'Tijd en vervanging',
        ['Wat', 'Hoe'],
        [
          ['Uren per week', sayHours(focalPoint?.hoursPerWeek)],
          ['Aandachtsfunctionaris', sayFilled(focalPoint, departures.ownerLeftOn, facts.today)],
          ['Vervanger', sayFilled(focalPoint, departures.substituteLeftOn, facts.today)],
          ['Besluit', focalPoint ? `${focalPoint.evidenceTitle}, ${writeDutchDate(focalPoint.decidedOn)}` : TO_FILL_IN],
          ['Geldt tot', focalPoint ? writeDutchDate(focalPoint.validUntil) : TO_FILL_IN],
          ['Valt onder (leidinggevende)', TO_FILL_IN],
          ['Schaal', TO_FILL_IN],
        ],
        '',
      ),
      heading('Wat kan en weet deze persoon?'),
      list(
        [
          `Is getraind: ${known(facts, 'K3.3') ?? TO_FILL_IN}`,
          'Kent de bestuurlijke instrumenten van de gemeente en de organisaties voor slachtoffers.',
          'Gaat zorgvuldig om met wat mensen vertellen, en weet welke gegevens mogen worden gedeeld.',
          'Kan omgaan met heftige verhalen en vraagt zelf op tijd om steun.',
        ],
        '',
      ),
      heading('Wat hoort er niet bij?'),
      list(
        [
          'Opsporen: dat doen politie en Openbaar Ministerie.',
          'Zorg coördineren voor één slachtoffer: dat doet de zorgcoördinator.',
          'Alleen beslissen over sluiten of handhaven: eerst wordt gekeken of iemand daar slachtoffer kan zijn.',
        ],
        '',
      ),
    ],
  );
};

/** Whether somebody holds the function, without a name. */
function sayFilled(record: object | undefined, leavesOn: PlainDate | undefined, today: PlainDate): string {
  if (!record) return TO_FILL_IN;
  if (leavesOn === undefined) return 'Is aangewezen';
  return leavesOn <= today
    ? `Sinds ${writeDutchDate(leavesOn)} onvervuld`
    : `Is aangewezen, tot ${writeDutchDate(leavesOn)}`;
}
