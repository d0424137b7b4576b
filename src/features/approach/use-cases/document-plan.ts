import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import { TRACKS, type Track } from '../domain/framework.ts';
import type { WriteDocument } from './document-facts.ts';
import {
  DUTY,
  documentOf,
  gapsOf,
  heading,
  list,
  paragraph,
  sayAdoption,
  sayDay,
  sayEuros,
  sayHours,
  sayLeaving,
  sayMeans,
  sayRole,
  sayStatus,
  subheading,
  TO_FILL_IN,
  table,
  themesPart,
} from './document-parts.ts';

const TRACK_TITLES: Readonly<Record<Track, string>> = {
  preventie: 'Preventie',
  signaleren: 'Signaleren',
  handhaven: 'Handhaven',
  hulpverlenen: 'Hulp verlenen',
};

/** The implementation plan: who does what by when. Functions, no names: it may be adopted and published. */
export const writeImplementationPlan: WriteDocument = (facts) => {
  const { plan, actions, municipality } = facts;
  return documentOf(
    facts,
    plan?.title ?? `Uitvoeringsplan aanpak mensenhandel ${municipality.name}`,
    'Uitvoeringsplan aanpak mensenhandel',
    [
      heading('Waarom dit plan'),
      paragraph(DUTY),
      heading('Beleid en looptijd'),
      paragraph(
        plan
          ? `Dit plan loopt van ${writeDutchDate(plan.startsOn)} tot ${writeDutchDate(plan.endsOn)}. ${plan.regional ? `Het valt onder regionaal beleid: ${plan.regional.title}. ${municipality.name} neemt daarover een eigen besluit.` : `Het valt onder het eigen beleid van ${municipality.name}.`}`
          : `Titel, beleid en looptijd: ${TO_FILL_IN}.`,
      ),
      paragraph(`${sayAdoption(facts)}${sayLeaving(facts)}`),
      heading('Waar staan wij?'),
      ...themesPart(facts),
      heading('Wat missen wij nog?'),
      subheading('Voor de basis'),
      list(gapsOf(facts, 'basis'), 'Alle onderdelen van de basis zijn er, met bewijs.'),
      subheading('Voor de verdieping'),
      list(gapsOf(facts, 'verdieping'), 'Ook alle onderdelen van de verdieping zijn er.'),
      heading('Wat gaan wij doen?'),
      ...TRACKS.flatMap((track) => [
        subheading(TRACK_TITLES[track]),
        table(
          `Acties: ${withinSentence(TRACK_TITLES[track])}`,
          ['Actie', 'Onderdeel', 'Wie', 'Vervanger', 'Termijn', 'Stand'],
          actions
            .filter((action) => action.track === track)
            .map((action) => [
              action.title,
              action.closesElement ?? 'geen',
              sayRole(action.owner, facts),
              sayRole(action.substitute, facts),
              sayDay(action.dueOn),
              sayStatus(action, facts.today),
            ]),
          'Bij dit spoor staan nog geen acties.',
        ),
      ]),
      heading('Geld en uren'),
      paragraph(sayMeans(facts)),
      table(
        'Geld en uren per actie',
        ['Actie', 'Bedrag', 'Uren'],
        actions
          .filter(({ budgetEuro, hours }) => budgetEuro !== undefined || hours !== undefined)
          .map(({ title, budgetEuro, hours }) => [title, sayEuros(budgetEuro), sayHours(hours)]),
        'Bij de acties staan nog geen bedragen of uren.',
      ),
    ],
  );
};
