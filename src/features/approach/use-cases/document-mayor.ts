import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { WriteDocument } from './document-facts.ts';
import {
  adoptedPolicy,
  documentOf,
  gapsOf,
  heading,
  known,
  leavingOf,
  list,
  MEANS_ELEMENT,
  ongoing,
  paragraph,
  sayAdoption,
  sayAnchoring,
  sayDay,
  sayFocalPointLapsed,
  sayLevel,
  sayMeans,
  table,
} from './document-parts.ts';

/** One page for the mayor: my duty, where we stand, what I decide, what belongs in the local triangle. */
export const writeMayorPage: WriteDocument = (facts) => {
  const { themes, lastYear, today, plan, anchoring } = facts;
  const policy = adoptedPolicy(facts);
  const gaps = gapsOf(facts, 'basis');
  const late = ongoing(facts).filter(({ dueOn }) => dueOn !== undefined && dueOn < today);
  const lapsed = sayFocalPointLapsed(facts);
  const hasMeans = facts.totals.budgetEuro > 0 || known(facts, MEANS_ELEMENT) !== undefined;
  const saidAbove = [
    '(K1.1)',
    ...(hasMeans ? [] : [`(${MEANS_ELEMENT})`]),
    ...(lapsed || leavingOf(facts).some(({ isGone }) => isGone) ? ['(K2.1)'] : []),
  ];
  const decisions = [
    ...(policy
      ? []
      : [
          plan ? 'Laat het college het plan vaststellen.' : 'Laat een plan maken, en laat het college dat vaststellen.',
        ]),
    ...(lapsed ? [`${lapsed} Laat opnieuw besluiten wie het doet.`] : []),
    ...(policy?.lapsesOn ? [`Beslis vóór ${sayDay(policy.lapsesOn)} over een nieuw besluit.`] : []),
    ...(hasMeans ? [] : ['Zorg dat geld en uren in de begroting staan.']),
    ...(late.length > 0
      ? [
          `Vraag waarom ${late.length} ${late.length === 1 ? 'actie' : 'acties'} te laat ${late.length === 1 ? 'is' : 'zijn'}.`,
        ]
      : []),
    ...leavingOf(facts).map(({ what, task }) => `${what} ${task}`),
    // what a line above asks already, is not asked twice
    ...anchoring.tests
      .flatMap(({ missing }) => (missing && !saidAbove.some((element) => missing.includes(element)) ? [missing] : []))
      .slice(0, 2),
  ];
  return documentOf(
    facts,
    'Mensenhandel: één blad voor de burgemeester',
    'Eén bladzijde voor de burgemeester',
    [
      heading('Mijn taak'),
      paragraph(
        'Elke gemeente heeft een duidelijke, geborgde aanpak (Interbestuurlijk Programma 2018, punt 5.11). U bewaakt dat die er is en dat hij werkt. Opsporen doen politie en Openbaar Ministerie.',
      ),
      heading('Waar staan wij?'),
      paragraph([sayAdoption(facts), lapsed, sayAnchoring(facts), sayMeans(facts)].filter(Boolean).join(' ')),
      table(
        'Niveau per thema',
        ['Thema', 'Niveau', ...(lastYear ? [writeDutchDate(lastYear.on)] : [])],
        themes.map((each) => {
          const then = lastYear?.themes.find(({ theme }) => theme.id === each.theme.id)?.level;
          return [
            each.theme.title,
            sayLevel(each, facts),
            ...(lastYear ? [then === undefined ? 'niet bekend' : `${then} van 4`] : []),
          ];
        }),
        '',
      ),
      paragraph(
        gaps.length === 0
          ? 'Alle onderdelen van de basis zijn er.'
          : [
              `Van de basis ${gaps.length === 1 ? 'ontbreekt 1 onderdeel' : `ontbreken ${gaps.length} onderdelen. De eerste`}: ${gaps.slice(0, 2).join(' ')}`,
              ...(anchoring.isAnchored
                ? ['Dat de aanpak geborgd is, betekent niet dat alles er is: de toetsen vragen niet elk onderdeel.']
                : []),
            ].join(' '),
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
    ],
    { isOneSheet: true },
  );
};
