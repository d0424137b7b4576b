import { heading, list, paragraph, table } from '../../../../platform/documents/blocks.ts';
import type { Block, DocumentTree } from '../../../../platform/documents/document-tree.ts';
import { dutchDay, writeDutchDate } from '../../../../shared-kernel/plain-date.ts';
import type { CaseView } from './read-cases.ts';

/** One document with everything of a case, for the own system of the organisation. */
export function caseDocument(
  view: CaseView,
  facts: readonly { readonly label: string; readonly value: string }[],
  organisation: string,
  mark: string | undefined,
  /** What else there is, in the words of the pages. */
  more: readonly Block[],
): DocumentTree {
  const { file, content, consents, today } = view;
  const days = [
    ['Begonnen', file.begunOn],
    ['Hulp gestart', file.startedOn],
    ['Afgesloten', file.closedOn],
    ['Nazorg tot', file.aftercareUntil],
  ] as const;
  return {
    title: `Dossier ${file.code}`,
    subject: 'Uitdraai voor het eigen systeem',
    author: organisation,
    language: 'nl-NL',
    madeOn: today,
    mark,
    blocks: [
      paragraph(
        'In dit document staan gegevens van een persoon. Bewaar het alleen in uw eigen systeem en verwijder het daarna van uw computer.',
      ),
      heading('Wat er aan de hand is'),
      ...(content?.reason.split(/\n+/).filter(Boolean).map(paragraph) ?? [paragraph('De inhoud is gewist.')]),
      heading('Wat bekend is'),
      table(
        'Gegevens',
        ['Gegeven', 'Waarde'],
        facts.map(({ label, value }) => [label, value]),
        'Niets.',
      ),
      heading('Verloop'),
      list(
        days.flatMap(([label, day]) => (day ? [`${label}: ${writeDutchDate(day)}`] : [])),
        'Nog niets.',
      ),
      ...(content?.closingNote ? [heading('Bij het afsluiten'), paragraph(content.closingNote)] : []),
      heading('Toestemmingen'),
      list(
        consents.map(
          ({ purpose, givenOn, withdrawnAt, recordedByName }) =>
            `${purpose === 'help' ? 'Voor de hulp' : 'Om te delen'}: gegeven op ${writeDutchDate(givenOn)}, vastgelegd door ${recordedByName}${withdrawnAt ? `, ingetrokken op ${writeDutchDate(dutchDay(withdrawnAt))}` : ''}`,
        ),
        'Er is nog geen toestemming vastgelegd.',
      ),
      ...more,
    ],
  };
}
