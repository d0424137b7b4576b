import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { linesNeedingVerification } from '../../organisations/index.ts';
import { SITUATION_WORDS, SITUATIONS, WITHIN_WORDS } from '../domain/reporting-route.ts';
import type { WriteDocument } from './document-facts.ts';
import { documentOf, heading, known, list, paragraph, TO_FILL_IN, table } from './document-parts.ts';

/** Whom to call, in the order in which somebody looks for it. */
const LINES: readonly string[] = ['noodnummer', 'politie', 'comensha', 'arbeidsinspectie', 'veilig-thuis'];

/**
 * The internal report route on one A4, for on the wall of a team: it names the focal point, because colleagues must find her. Only
 * numbers that were verified are printed.
 */
export const writeReportRoute: WriteDocument = (facts) => {
  const { focalPoint, departures, reportingRoute, lines, today } = facts;
  // whoever left is not named: a colleague would call in vain
  const there = (name: string | undefined, leftOn: PlainDate | undefined) =>
    name && !(leftOn && leftOn <= today) ? name : TO_FILL_IN;
  const unverified = new Set(linesNeedingVerification({ lines }, today).map(({ id }) => id));
  const rows = LINES.flatMap((id) => {
    const line = lines.find((each) => each.id === id);
    return line ? [[line.name, unverified.has(id) ? 'nummer nog te verifiëren' : line.number, line.when]] : [];
  });
  const situations = SITUATIONS.map((situation) => {
    const line = reportingRoute?.lines.find((each) => each.situation === situation);
    return [
      SITUATION_WORDS[situation].title,
      line?.who ?? TO_FILL_IN,
      line?.how ?? TO_FILL_IN,
      line?.within ? WITHIN_WORDS[line.within] : TO_FILL_IN,
    ];
  });
  return documentOf(
    facts,
    'Meldroute mensenhandel',
    'De interne meldroute op één A4',
    [
      paragraph('Voor elke collega. U hoeft niet zeker te zijn: een gevoel dat iets niet klopt is genoeg.'),
      heading('1. Is iemand nu in gevaar?'),
      paragraph('Bel 112. Breng uzelf en de ander niet in gevaar, en spreek een mogelijke dader niet aan.'),
      heading('2. Ziet of hoort u een signaal?'),
      list(
        [
          'Schrijf op wat u zelf zag of hoorde: wat, waar en wanneer. Geen conclusies.',
          'Vraag niet door naar wat iemand is overkomen, en beloof geen geheimhouding.',
          `Ga dezelfde dag naar de aandachtsfunctionaris: ${there(focalPoint?.focalPoint, departures.ownerLeftOn)}. Telefoon: ${TO_FILL_IN}.`,
          `Niet bereikbaar? Dan de vervanger: ${there(focalPoint?.substitute, departures.substituteLeftOn)}. Telefoon: ${TO_FILL_IN}.`,
        ],
        '',
      ),
      ...(reportingRoute
        ? [table('Per situatie', ['Wat is er', 'Naar wie', 'Hoe', 'Die pakt het op'], situations, '')]
        : []),
      heading('3. Wat gebeurt er daarna?'),
      list(
        [
          // what happens behind the desk gives way to the route itself: it must stay one sheet
          ...(reportingRoute
            ? []
            : [`Wegen: ${known(facts, 'K2.4') ?? TO_FILL_IN}`, `Doorgeven: ${known(facts, 'K2.5') ?? TO_FILL_IN}`]),
          `Opvang, dag en nacht: ${known(facts, 'K5.2') ?? TO_FILL_IN}`,
          `U hoort terug wat ermee is gedaan: ${known(facts, 'K2.6') ?? TO_FILL_IN}`,
        ],
        '',
      ),
      heading('Wie belt u?'),
      // the route says when: then who and the number are enough, and it stays one sheet
      reportingRoute
        ? table(
            'Nummers',
            ['Wie', 'Nummer'],
            rows.map((row) => row.slice(0, 2)),
            `Nummers: ${TO_FILL_IN}.`,
          )
        : table('Nummers', ['Wie', 'Nummer', 'Wanneer'], rows, `Nummers: ${TO_FILL_IN}.`),
    ],
    { isOneSheet: true },
  );
};
