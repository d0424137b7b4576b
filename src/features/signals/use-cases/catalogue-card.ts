import type { CardTree } from '../../../platform/documents/card-tree.ts';
import type { CardFold } from '../../../platform/documents/write-card.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { workingHours } from '../../organisations/index.ts';
import { type Catalogue, filterSignals, type Signal, type SignalRole } from '../domain/catalogue.ts';
import type { CheckLine } from './check-lines.ts';

/** The lines that stand on a card: who is called about somebody, by anybody. */
const ON_A_CARD: readonly CheckLine['situations'][number][] = [
  'acute-danger',
  'police-report',
  'possible-victim',
  'minor',
];

/** Paper does not know what time it is: who always answers comes first, and every other line says when. */
function linesOnCard(lines: readonly CheckLine[]): readonly CheckLine[] {
  const place = ({ situations, hours }: CheckLine) =>
    situations.includes('acute-danger') ? 0 : hours === 'always' ? 1 : hours === null ? 3 : 2;
  return lines
    .filter(({ situations }) => situations.some((each) => ON_A_CARD.includes(each)))
    .sort((a, b) => place(a) - place(b) || a.id.localeCompare(b.id));
}

function whenOpen(line: CheckLine): string {
  if (line.hours === 'always') return 'dag en nacht';
  if (line.hours === null) return 'tijden niet bekend';
  const hours = workingHours(line);
  const written = (time: string) => time.replace(/^0/, '').replace(':', '.');
  return hours ? `werkdagen ${written(hours.from)}–${written(hours.until)}` : 'niet altijd open';
}

/**
 * The card of one kind of work, to print and carry. On A4 each signal stands with what else it can be; folded to A6 there is no room
 * for that, and the card says where it is to be found.
 */
export function signalCard(
  work: { readonly role: SignalRole; readonly name: string },
  catalogue: Catalogue,
  lines: readonly CheckLine[],
  fold: CardFold,
  made: { readonly today: PlainDate; readonly mark: string | undefined },
  /** The signals a municipality added: they stand after those of the catalogue, marked as its own. */
  added?: { readonly by: string; readonly signals: readonly Signal[] },
): CardTree {
  const ofMunicipality = filterSignals(added?.signals ?? [], { role: work.role });
  const own = [...filterSignals(catalogue.signals, { role: work.role }), ...ofMunicipality];
  const written = (signal: Signal) => {
    const text = fold === 'a4' ? `${signal.nl}. Kan ook: ${signal.elsewise.nl}` : signal.nl;
    return ofMunicipality.includes(signal) ? `${text} (eigen signaal)` : text;
  };
  const listed = (strength: Signal['strength']) => own.filter((each) => each.strength === strength).map(written);
  return {
    title: `Signalen: ${work.name}`,
    author: 'In Beeld',
    subject: `Wat u kunt zien bij ${work.name}`,
    language: 'nl-NL',
    madeOn: made.today,
    mark: made.mark,
    lead: 'Een signaal bewijst niets. Het is een reden om te kijken en te overleggen.',
    front: {
      heading: 'Zo gebruikt u deze kaart',
      items: [
        'Is er nu gevaar? Bel 112.',
        'Een sterk signaal: overleg vandaag met de aandachtsfunctionaris.',
        'Twee zwakke signalen van een andere soort: overleg binnen drie werkdagen.',
        'Eén zwak signaal: schrijf niets op over de persoon, en kijk nog eens.',
        'Waar iemand vandaan komt, wat iemand gelooft, draagt of bij zich heeft, is nooit een signaal.',
      ],
      note: `Nog niet getoetst door het veld. Eigen redactie, uitgave ${catalogue.id}.${added ? ` Met eigen signalen van ${added.by}.` : ''}`,
    },
    inside: [
      {
        heading: 'Sterk',
        items: listed('strong'),
        note:
          fold === 'a6'
            ? 'Het kan altijd iets anders zijn. Op de kaart van A4 en op /signalen staat bij elk signaal wat.'
            : undefined,
      },
      {
        heading: 'Zwak',
        items: listed('weak'),
        note: own.some(({ sexWorkIsLegal }) => sexWorkIsLegal) ? 'Zelfstandig sekswerk is legaal.' : undefined,
      },
    ],
    back: {
      heading: 'Wie belt u?',
      items: [
        'Aandachtsfunctionaris van uw gemeente: ……………………………',
        ...linesOnCard(lines).map((line) => {
          const said = line.name === line.number ? `Nu gevaar: ${line.number}` : `${line.name}: ${line.number}`;
          return `${said} (${[whenOpen(line), ...(line.isDialable ? [] : ['nummer nog te verifiëren'])].join('; ')})`;
        }),
        'Praat met de persoon alleen. Regel zelf een tolk, nooit de begeleider.',
        'Ga niet zelf op onderzoek uit. Spreek de mogelijke dader niet aan.',
      ],
      note: `Gemaakt op ${writeDutchDate(made.today)}. Nummers kunnen veranderen: kijk ze na.${
        fold === 'a6' ? ' Vouwen: eerst de bovenkant naar achteren, dan de linkerkant naar achteren.' : ''
      }`,
    },
  };
}
