import { heading, list, paragraph, subheading, TO_FILL_IN, table } from '../../../platform/documents/blocks.ts';
import { activityPart, columnRows, kitDocument, measureRows, openPoints, sayList, type WriteKit } from './kit-facts.ts';
import { LINKAGE_BLOCKS } from './kit-linkage.ts';

/** What goes wrong for people when data of victims is handled badly. To be weighed by the organisation, never filled in for it. */
const RISKS: readonly string[] = [
  'Iemand wordt gevonden door wie haar uitbuit, doordat een adres of een spoor bij de verkeerde komt.',
  'Een collega die de persoon kent, leest mee.',
  'Gegevens worden voor iets anders gebruikt dan waarvoor ze zijn gegeven.',
  'Gegevens gaan naar een andere organisatie zonder dat de persoon het weet of wil.',
  'Gegevens blijven langer bewaard dan nodig.',
  'Iemand wordt ten onrechte als slachtoffer of dader gezien.',
  'Gegevens zijn er niet als er nu hulp nodig is.',
];

/** The annex to a DPIA: everything the register and the access matrix know, and room for the weighing that only people can do. */
export const writeDpia: WriteKit = (facts) => {
  const { organisation, features, activities, register, accessOf } = facts;
  return kitDocument(
    facts,
    `Bijlage bij de DPIA: In Beeld bij ${organisation}`,
    'Beschrijving van de verwerkingen, voor de gegevensbeschermingseffectbeoordeling (AVG artikel 35)',
    [
      heading('Wat dit is'),
      paragraph(
        'Deze bijlage beschrijft de verwerkingen, zoals AVG artikel 35 lid 7 onder a vraagt. Of ze nodig en evenredig zijn, welke risico’s mensen lopen en of u die aanvaardt, weegt uw organisatie zelf. Dat vult In Beeld niet in.',
      ),
      table(
        'Welke onderdelen',
        ['Onderdeel', 'Wat mensen ermee doen', 'Verwerkingen'],
        features.map(({ name, about, activities: ids }) => [name, about, ids.join(', ')]),
        'Uw soort organisatie gebruikt geen onderdeel met een startpoort.',
      ),
      heading('De verwerkingen'),
      ...(activities.length === 0 ? [paragraph('Er zijn geen verwerkingen om te beschrijven.')] : []),
      ...activities.flatMap((activity) => [
        ...activityPart(activity, facts),
        table(
          `Wie wat mag bij ${activity.id}`,
          ['Rol', 'Mag'],
          accessOf(activity).map(({ role, may }) => [role, may]),
          `Bij ${activity.id} mag nu geen enkele rol iets.`,
        ),
        table(
          `Velden in de database bij ${activity.id}, met een ster wat verzegeld is`,
          ['Soort', 'Velden', 'Welke'],
          columnRows(activity, facts),
          `Voor ${activity.id} bewaart In Beeld nu geen velden.`,
        ),
      ]),
      ...(activities.some(({ id }) => id === 'VA-07') ? LINKAGE_BLOCKS : []),
      heading('Hoe de gegevens zijn beschermd'),
      table(
        'Maatregelen en de eisen waarmee ze worden getoetst',
        ['Maatregel', 'Eis'],
        measureRows(activities, register),
        'Er zijn geen maatregelen om te noemen.',
      ),
      heading('Noodzaak en evenredigheid'),
      list(
        [
          `Waarom is dit nodig voor de taak van ${organisation}? ${TO_FILL_IN}`,
          `Kan het met minder gegevens, of zonder personen? ${TO_FILL_IN}`,
          `Hoe horen mensen dat hun gegevens worden gebruikt, en wanneer niet? ${TO_FILL_IN}`,
        ],
        '',
      ),
      heading('Risico’s voor mensen'),
      table(
        'Risico’s om te wegen',
        ['Risico', 'Kans', 'Gevolg', 'Wat u extra doet', 'Wat overblijft'],
        RISKS.map((risk) => [risk, TO_FILL_IN, TO_FILL_IN, TO_FILL_IN, TO_FILL_IN]),
        '',
      ),
      heading('Nog te verifiëren'),
      list(openPoints(activities), 'Alles is bevestigd.'),
      heading('Vaststelling'),
      subheading('Gehoord'),
      paragraph(
        `Mensen die het aangaat of hun vertegenwoordigers (AVG artikel 35 lid 9): ${TO_FILL_IN}.\nFunctionaris gegevensbescherming: zie het advies.`,
      ),
      subheading('Besluit'),
      paragraph(
        `Vastgesteld door: ${TO_FILL_IN}\nDatum: ${TO_FILL_IN}\nOpnieuw beoordelen uiterlijk op: ${TO_FILL_IN}\nOnderdelen: ${sayList(
          features.map(({ name }) => name),
          'geen',
        )}`,
      ),
    ],
  );
};
