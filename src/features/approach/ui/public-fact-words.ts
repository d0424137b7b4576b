import { tableProblemText } from '../../../ui/forms/table-form.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import { BODY_NAMES } from '../domain/adoption.ts';
import { PUBLIC_SOURCES, type PublicSource, REJECT_REASONS, type RejectReason } from '../domain/public-fact.ts';
import { type ImportColumn, type ImportProblem, MOST_ROWS, type RowProblem } from '../domain/public-fact-import.ts';
import { OWN_BODIES } from '../domain/statement.ts';

/** What stands beside everything that a municipality did not say itself: the words, always together with the shape. */
export const NOT_CONFIRMED = 'Openbare bron, niet bevestigd door de gemeente';

/** What each column is called on screen. */
export const COLUMN_NAMES: Readonly<Record<ImportColumn, string>> = {
  gemeente: 'Gemeente',
  onderdeel: 'Onderdeel',
  bron: 'Bron',
  cvdr: 'CVDR-nummer',
  titel: 'Titel',
  vindplaats: 'Vindplaats',
  orgaan: 'Vastgesteld door',
  datum: 'Vastgesteld op',
  geldigTot: 'Geldig tot',
  bekekenOp: 'Bekeken op',
};

/** What is wrong with a row or a field, and what to do. */
export const PROBLEM_TEXTS: Readonly<Record<RowProblem, string>> = {
  'unknown-municipality': 'Deze gemeente kennen wij niet. Gebruik de naam of de code, bijvoorbeeld GM0014.',
  'municipality-ended': 'Deze gemeente bestaat niet meer. Kies de gemeente waar zij nu bij hoort.',
  'unknown-element': 'Dit onderdeel ziet het land niet. Kies een van de onderdelen van de monitor.',
  'cvdr-missing': 'Vul het CVDR-nummer in, of kies een andere soort bron.',
  'cvdr-unreadable': 'Dit is geen CVDR-nummer. Schrijf het zo: CVDR123456.',
  'link-missing': 'Vul het adres van de bron in, of een CVDR-nummer.',
  'link-unreadable': 'Begin het adres met https:// en gebruik hoogstens 500 tekens.',
  'title-missing': 'Vul de titel van het document in.',
  'title-too-long': 'Gebruik voor de titel hoogstens 200 tekens.',
  'date-missing': 'Vul de datum van het besluit of van de bron in.',
  'date-unreadable': 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.',
  'decided-in-future': 'Deze datum ligt in de toekomst. Vul een dag in die voorbij is.',
  'ends-before-decision': 'De einddatum moet na de datum van het besluit liggen.',
  'read-in-future': 'Deze dag komt nog. Vul in wanneer u de bron bekeek.',
  'read-before-decision': 'U bekeek de bron op of na de datum van het besluit. Kijk een van de twee datums na.',
  'source-unknown': 'Deze soort bron kennen wij niet. Gebruik lokaleregelgeving, bekendmaking of anders.',
  'body-unknown': 'Dit orgaan kennen wij niet. Gebruik college, burgemeester of raad, of laat het leeg.',
  'entered-before': 'Over dit onderdeel van deze gemeente staat al een bron. Wijzig die.',
  'stated-by-municipality': 'De gemeente gaf dit onderdeel zelf al op. Een openbare bron is dan niet nodig.',
  'row-double': 'Deze gemeente staat al eerder in de tabel, met hetzelfde onderdeel.',
};

/** Why a table cannot be read at all. */
export const importProblemText = (problem: ImportProblem): string => tableProblemText(problem, COLUMN_NAMES, MOST_ROWS);

export const SOURCE_CHOICES: readonly { readonly value: PublicSource; readonly label: string }[] = PUBLIC_SOURCES.map(
  (value) => ({
    value,
    label: {
      lokaleregelgeving: 'lokaleregelgeving.overheid.nl, met een CVDR-nummer',
      bekendmaking: 'Een bekendmaking op officielebekendmakingen.nl',
      anders: 'Een andere openbare bron',
    }[value],
  }),
);

export const BODY_CHOICES = OWN_BODIES.map((value) => ({ value, label: BODY_NAMES[value] }));

export const REASON_CHOICES = (Object.entries(REJECT_REASONS) as [RejectReason, string][]).map(([value, label]) => ({
  value,
  label,
}));

/** How far an entry is, for whoever entered it. */
export type EntryState = 'waiting' | 'confirmed' | 'mended' | 'rejected' | 'ended';

export const ENTRY_STATES: Readonly<Record<EntryState, { readonly kind: Kind; readonly label: string }>> = {
  rejected: { kind: 'error', label: 'Klopt niet, zegt de gemeente' },
  waiting: { kind: 'info', label: 'Niet bevestigd' },
  mended: { kind: 'ok', label: 'Aangepast door de gemeente' },
  confirmed: { kind: 'ok', label: 'Bevestigd door de gemeente' },
  ended: { kind: 'neutral', label: 'Gemeente opgeheven' },
};
