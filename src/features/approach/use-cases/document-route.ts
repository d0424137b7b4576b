import { linesNeedingVerification } from '../../organisations/index.ts';
import type { WriteDocument } from './document-facts.ts';
import { documentOf, heading, known, list, paragraph, TO_FILL_IN, table } from './document-parts.ts';

/** Whom to call, in the order in which somebody looks for it. */
const LINES: readonly string[] = ['noodnummer', 'politie', 'comensha', 'arbeidsinspectie', 'veilig-thuis'];

/**
 * The internal report route on one A4, for on the wall of a team: it names the focal point, because colleagues must find her. Only
 * numbers that were verified are printed.
 */
export const writeReportRoute: WriteDocument = (facts) => {
  const { focalPoint, lines, today } = facts;
  const unverified = new Set(linesNeedingVerification({ lines }, today).map(({ id }) => id));
  const rows = LINES.flatMap((id) => {
    const line = lines.find((each) => each.id === id);
    return line ? [[line.name, unverified.has(id) ? 'nummer nog te verifiëren' : line.number, line.when]] : [];
  });
  return documentOf(facts, 'Meldroute mensenhandel', 'De interne meldroute op één A4', [
    paragraph('Voor elke collega. U hoeft niet zeker te zijn: een gevoel dat iets niet klopt is genoeg.'),
    heading('1. Is iemand nu in gevaar?'),
    paragraph('Bel 112. Breng uzelf en de ander niet in gevaar, en spreek een mogelijke dader niet aan.'),
    heading('2. Ziet of hoort u een signaal?'),
    list(
      [
        'Schrijf op wat u zelf zag of hoorde: wat, waar en wanneer. Geen conclusies.',
        'Vraag niet door naar wat iemand is overkomen, en beloof geen geheimhouding.',
        `Ga dezelfde dag naar de aandachtsfunctionaris: ${focalPoint?.focalPoint ?? TO_FILL_IN}. Telefoon: ${TO_FILL_IN}.`,
        `Niet bereikbaar? Dan de vervanger: ${focalPoint?.substitute ?? TO_FILL_IN}. Telefoon: ${TO_FILL_IN}.`,
      ],
      '',
    ),
    heading('3. Wat gebeurt er daarna?'),
    list(
      [
        `Wegen: ${known(facts, 'K2.4') ?? TO_FILL_IN}`,
        `Doorgeven: ${known(facts, 'K2.5') ?? TO_FILL_IN}`,
        `Opvang, dag en nacht: ${known(facts, 'K5.2') ?? TO_FILL_IN}`,
        `U hoort terug wat ermee is gedaan: ${known(facts, 'K2.6') ?? TO_FILL_IN}`,
      ],
      '',
    ),
    heading('Wie belt u?'),
    table('Nummers', ['Wie', 'Nummer', 'Wanneer'], rows, `Nummers: ${TO_FILL_IN}.`),
  ]);
};
