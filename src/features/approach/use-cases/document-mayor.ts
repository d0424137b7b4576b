import type { WriteDocument } from './document-facts.ts';
import {
  documentOf,
  gapsOf,
  heading,
  list,
  ongoing,
  paragraph,
  sayAdoption,
  sayAnchoring,
  sayDay,
  sayLevel,
  sayMeans,
  table,
} from './document-parts.ts';

/** One page for the mayor: my duty, where we stand, what I decide, what belongs in the local triangle. */
export const writeMayorPage: WriteDocument = (facts) => {
  const { themes, adoptions, today, plan, anchoring } = facts;
  const [latest] = adoptions;
  const gaps = gapsOf(facts, 'basis');
  const late = ongoing(facts).filter(({ dueOn }) => dueOn !== undefined && dueOn < today);
  const decisions = [
    ...(latest && latest.validUntil > today ? [] : ['Laat het college het plan vaststellen.']),
    ...(latest && latest.validUntil > today
      ? [`Beslis vóór ${sayDay(latest.validUntil)} over een nieuw besluit.`]
      : []),
    ...(plan && facts.totals.budgetEuro > 0 ? [] : ['Zorg dat geld en uren in de begroting staan.']),
    ...(late.length > 0
      ? [
          `Vraag waarom ${late.length} ${late.length === 1 ? 'actie' : 'acties'} te laat ${late.length === 1 ? 'is' : 'zijn'}.`,
        ]
      : []),
    // the first line already says that a decision is needed (K1.1)
    ...anchoring.tests.flatMap(({ missing }) => (missing && !missing.includes('(K1.1)') ? [missing] : [])).slice(0, 2),
  ];
  return documentOf(facts, 'Mensenhandel: één blad voor de burgemeester', 'Eén bladzijde voor de burgemeester', [
    heading('Mijn taak'),
    paragraph(
      'Elke gemeente heeft een duidelijke, geborgde aanpak (Interbestuurlijk Programma 2018, punt 5.11). U bewaakt dat die er is en dat hij werkt. Opsporen doen politie en Openbaar Ministerie.',
    ),
    heading('Waar staan wij?'),
    paragraph(`${sayAdoption(facts)} ${sayAnchoring(facts)} ${sayMeans(facts)}`),
    table(
      'Niveau per thema',
      ['Thema', 'Niveau'],
      themes.map((each) => [each.theme.title, sayLevel(each, facts)]),
      '',
    ),
    paragraph(
      gaps.length === 0
        ? 'Alle onderdelen van de basis zijn er.'
        : `Van de basis ontbreken ${gaps.length} onderdelen. De eerste: ${gaps.slice(0, 2).join(' ')}`,
    ),
    heading('Wat beslis ik?'),
    list(decisions, 'Er ligt nu geen beslissing.'),
    heading('Wat hoort in de lokale driehoek?'),
    list(
      [
        'Mensenhandel als vast punt: welke vormen en branches vragen hier aandacht?',
        'Afspraken over controles: eerst tolk, zorg en een slaapplek regelen, dan pas de controle.',
        'Sluiten van een pand (Gemeentewet 174a, Opiumwet 13b): eerst nagaan of iemand daar slachtoffer kan zijn.',
        'Niet in de driehoek: gegevens over één persoon die daar niet nodig zijn.',
      ],
      '',
    ),
  ]);
};
