import { heading, list, paragraph, TO_FILL_IN, table } from '../../../platform/documents/blocks.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { gateOn, neededTicks } from '../domain/start-gate.ts';
import { TICK_WORDS } from '../domain/tick-words.ts';
import { activityPart, kitDocument, openPoints, sayData, sayList, sayRetention, type WriteKit } from './kit-facts.ts';

const YES_NO = 'ja / nee, want';

/** The advice of the officer for data protection: what to look at, and room for her own words. */
export const writeAdvice: WriteKit = (facts) => {
  const { organisation, features, ticks, today, activities } = facts;
  return kitDocument(
    facts,
    `Advies van de FG: In Beeld bij ${organisation}`,
    'Advies van de functionaris gegevensbescherming over de DPIA (AVG artikel 35 lid 2 en artikel 39)',
    [
      heading('Waarover'),
      table(
        'Hoe het er vandaag voor staat',
        ['Onderdeel', 'Geregeld', 'Nog niet geregeld'],
        features.map((feature) => {
          const { ticks: standings } = gateOn(feature, ticks, today);
          const names = (holds: boolean) =>
            sayList(
              standings
                .filter(({ kind, state }) => neededTicks(feature).includes(kind) && (state === 'holds') === holds)
                .map(({ kind }) => TICK_WORDS[kind].name),
              'niets',
            );
          return [feature.name, names(true), names(false)];
        }),
        'Uw soort organisatie gebruikt geen onderdeel met een startpoort.',
      ),
      heading('Waarop te letten'),
      list(
        [
          `Is het doel helder, en past de grondslag daarbij? ${YES_NO} ${TO_FILL_IN}`,
          `Worden niet meer gegevens gebruikt dan nodig? ${YES_NO} ${TO_FILL_IN}`,
          `Weten mensen wat er met hun gegevens gebeurt, of is er een goede reden waarom niet? ${YES_NO} ${TO_FILL_IN}`,
          `Is de veiligheid van mensen gewogen als zij bericht krijgen of hun gegevens opvragen? ${YES_NO} ${TO_FILL_IN}`,
          `Is duidelijk wie verantwoordelijk is, ook waar organisaties samenwerken? ${YES_NO} ${TO_FILL_IN}`,
          `Zijn de overblijvende risico’s aanvaardbaar? ${YES_NO} ${TO_FILL_IN}`,
        ],
        '',
      ),
      heading('Nog te verifiëren'),
      list(openPoints(activities), 'Alles is bevestigd.'),
      heading('Advies'),
      paragraph(
        `Ik adviseer positief / positief met voorwaarden / negatief.\nToelichting: ${TO_FILL_IN}\nVoorwaarden: ${TO_FILL_IN}\nOpnieuw kijken uiterlijk op: ${TO_FILL_IN}`,
      ),
      paragraph(`Naam: ${TO_FILL_IN}\nDatum: ${TO_FILL_IN}`),
    ],
  );
};

/** The entries for the organisation's own register of processing (AVG article 30). */
export const writeRegisterEntries: WriteKit = (facts) => {
  const { organisation, activities, always } = facts;
  return kitDocument(
    facts,
    `Regels voor het verwerkingsregister van ${organisation}`,
    'Uittreksel uit het verwerkingsregister van In Beeld, om over te nemen (AVG artikel 30)',
    [
      heading('Hoe u dit gebruikt'),
      paragraph(
        `Neem deze regels over in het register van uw eigen organisatie. Contact van de verwerkingsverantwoordelijke: ${TO_FILL_IN}. Contact van de FG: ${TO_FILL_IN}.`,
      ),
      heading('Van de onderdelen met een startpoort'),
      ...(activities.length === 0
        ? [paragraph('Er zijn geen regels om over te nemen.')]
        : activities.flatMap((activity) => activityPart(activity, facts))),
      heading('Van In Beeld zelf'),
      ...always.flatMap((activity) => activityPart(activity, facts)),
    ],
  );
};

/** Terms with a place for the category of the selection list: for the archivist. */
export const writeArchive: WriteKit = (facts) => {
  const { organisation, activities, always } = facts;
  return kitDocument(
    facts,
    `Bewaartermijnen en archiefcategorie: ${organisation}`,
    'Voor de archivaris: welke categorie van de selectielijst past bij elke termijn',
    [
      heading('Wat er gevraagd wordt'),
      paragraph(
        'Een gemeente mag alleen vernietigen op grond van haar selectielijst. Wijs daarom per regel de categorie aan. Zolang die ontbreekt, gaat het onderdeel niet aan.',
      ),
      heading('De termijnen'),
      table(
        'Voorgestelde bewaartermijnen',
        ['Verwerking', 'Gegevens', 'Voorgestelde termijn', 'Categorie van de selectielijst'],
        [...activities, ...always].map((activity) => [
          `${activity.id} ${activity.name}`,
          sayData(activity, facts.register),
          sayRetention(activity),
          'nog vast te stellen door archivaris en FG',
        ]),
        'Er zijn geen termijnen om te noemen.',
      ),
      heading('Besluit'),
      paragraph(`Vastgesteld door: ${TO_FILL_IN}\nDatum: ${TO_FILL_IN}`),
    ],
  );
};

/** The request to the works council: what is recorded of employees, and what it is never used for. */
export const writeWorksCouncil: WriteKit = (facts) => {
  const { organisation, today, features, register } = facts;
  const tracking = features.filter(({ tracksStaff }) => tracksStaff);
  const about = register.activities.filter(
    ({ id }) => tracking.some((feature) => feature.activities.includes(id)) || ['VA-14', 'VA-15'].includes(id),
  );
  return kitDocument(
    facts,
    `Verzoek aan de ondernemingsraad: In Beeld bij ${organisation}`,
    'Verzoek om instemming met het bijhouden van gegevens van medewerkers (WOR artikel 27)',
    [
      paragraph(`Aan de ondernemingsraad van ${organisation}\nDatum: ${writeDutchDate(today)}`),
      heading('Wat wij vragen'),
      paragraph(
        tracking.length === 0
          ? 'Geen van de onderdelen die wij gebruiken, houdt bij wat medewerkers doen om te leren. Deze brief is dan ter informatie over de logboeken.'
          : `Wij vragen uw instemming met: ${tracking.map(({ name }) => name).join(', ')}.`,
      ),
      heading('Wat er van medewerkers wordt bijgehouden'),
      table(
        'Gegevens van medewerkers',
        ['Verwerking', 'Waarom', 'Wie het ziet', 'Hoe lang'],
        about.map((activity) => [
          `${activity.id} ${activity.name}`,
          activity.plain.nl,
          sayList(activity.seenBy),
          sayRetention(activity),
        ]),
        '',
      ),
      heading('Waarvoor het nooit wordt gebruikt'),
      list(
        [
          'Niet voor beoordeling van medewerkers.',
          'Een teamleider ziet of iets klaar is, nooit antwoorden of scores.',
          'Logboeken worden alleen gelezen door de FG en de CISO, niet door de leidinggevende.',
        ],
        '',
      ),
      heading('Besluit van de ondernemingsraad'),
      paragraph(
        `Wij stemmen in / stemmen niet in.\nVoorwaarden: ${TO_FILL_IN}\nNaam: ${TO_FILL_IN}\nDatum: ${TO_FILL_IN}`,
      ),
    ],
  );
};
