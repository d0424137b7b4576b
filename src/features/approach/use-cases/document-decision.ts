import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { WriteDocument } from './document-facts.ts';
import {
  DUTY,
  documentOf,
  gapsOf,
  heading,
  leavingOf,
  list,
  paragraph,
  sayAdoption,
  sayAnchoring,
  sayMeans,
  TO_FILL_IN,
  themesPart,
} from './document-parts.ts';

/** The proposal for B&W with the draft decision. No names. */
export const writeDecision: WriteDocument = (facts) => {
  const { plan, municipality, totals } = facts;
  const name = plan ? `het plan “${plan.title}”` : `het plan (${TO_FILL_IN})`;
  const until = plan ? writeDutchDate(plan.endsOn) : TO_FILL_IN;
  const gaps = gapsOf(facts, 'basis');
  const points = [
    `${name} vast te stellen voor de periode tot ${until};`,
    ...(plan?.regional ? [`daarmee ook voor ${municipality.name} in te stemmen met ${plan.regional.title};`] : []),
    `de aandachtsfunctionaris en de vervanger de uren te geven die het plan noemt;`,
    'de gemeenteraad elk jaar te informeren met een raadsinformatiebrief;',
    `uiterlijk op ${until} opnieuw te besluiten.`,
  ];
  return documentOf(
    facts,
    `Collegevoorstel en besluit: aanpak mensenhandel ${municipality.name}`,
    'Voorstel en ontwerpbesluit voor burgemeester en wethouders',
    [
      heading('Voorstel'),
      paragraph(`Wij stellen u voor ${name} vast te stellen.`),
      heading('Aanleiding'),
      paragraph(DUTY),
      paragraph(`${sayAdoption(facts)} ${sayAnchoring(facts)}`),
      heading('Waar staan wij?'),
      ...themesPart(facts),
      heading('Argumenten'),
      list(
        [
          'Met een vastgesteld plan weet iedereen wie wat doet, ook als iemand weggaat.',
          ...(totals.count === 0
            ? []
            : [
                `Het plan heeft ${totals.count} ${totals.count === 1 ? 'actie' : 'acties'}${gaps.length > 0 ? ' voor wat wij missen' : ''}.`,
              ]),
          'Slachtoffers worden eerder gezien en krijgen sneller hulp.',
        ],
        '',
      ),
      heading('Kanttekeningen'),
      list(
        [
          ...leavingOf(facts).map(({ what, task }) => `${what} ${task}`),
          ...(plan && totals.count === 0
            ? ['Het plan heeft nog geen acties: zonder acties valt er niets te besluiten.']
            : []),
          ...(totals.unassigned > 0
            ? [
                `${totals.unassigned} ${totals.unassigned === 1 ? 'actie heeft' : 'acties hebben'} nog geen eigenaar of termijn.`,
              ]
            : []),
          ...gaps.slice(0, 5).map((gap) => `Nog niet geregeld: ${gap}`),
        ],
        'Er zijn geen kanttekeningen vastgelegd.',
      ),
      heading('Financiën'),
      paragraph(`${sayMeans(facts)} Dekking: ${TO_FILL_IN}.`),
      heading('Uitvoering en communicatie'),
      paragraph(
        `Na het besluit gaat er een brief naar de raad en wordt het besluit gepubliceerd. Portefeuillehouder: ${TO_FILL_IN}.`,
      ),
      heading('Ontwerpbesluit'),
      paragraph(
        `Burgemeester en wethouders van ${municipality.name},\ngelezen het voorstel van ${writeDutchDate(facts.today)},\nbesluiten:`,
      ),
      list(points, ''),
      paragraph(`Aldus besloten in de vergadering van ${TO_FILL_IN}.\nDe secretaris,\nDe burgemeester,`),
    ],
  );
};
