import { heading, list, paragraph } from '../../../platform/documents/blocks.ts';
import type { DocumentTree } from '../../../platform/documents/document-tree.ts';
import { addDays, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Offer } from '../domain/offer.ts';

const OPEN = '____________________';

/**
 * To the municipalities of an offer that stops: from which day, for whom, and what to do before that day. A beginning to finish in
 * Word; it names nobody who is helped. [text ours, nog te verifiëren]
 */
export function offerLetter(
  offer: Offer,
  of: {
    /** The last day on which it is there. */
    readonly last: PlainDate;
    readonly municipalities: readonly string[];
    /** For whom it was, in the words of the pages. */
    readonly forWhom: string;
    readonly sender: string;
    readonly today: PlainDate;
    readonly mark: string | undefined;
  },
): DocumentTree {
  const { last, today } = of;
  const from = writeDutchDate(addDays(last, 1));
  const isOver = last < today;
  return {
    title: 'Onze zorgcoördinatie stopt',
    subject: 'Brief',
    author: offer.organisationName,
    language: 'nl-NL',
    madeOn: today,
    mark: of.mark,
    blocks: [
      paragraph(writeDutchDate(today)),
      paragraph('Geachte lezer,'),
      paragraph(
        `${offer.organisationName} ${isOver ? 'is gestopt' : 'stopt'} met «${offer.name}». De laatste dag ${isOver ? 'was' : 'is'} ${writeDutchDate(last)}.`,
      ),
      heading('Voor wie dit geldt'),
      list([`Gemeenten: ${of.municipalities.join(', ')}.`, of.forWhom], OPEN),
      paragraph(
        `Vanaf ${from} kan er in uw gemeente voor deze mensen een gat zijn. In In Beeld ziet u onder «Dekking» wat er overblijft, en wie u belt.`,
      ),
      heading('Wat wij u vragen'),
      list(
        [
          `Regel met uw regio wie het vanaf ${from} overneemt.`,
          'Bevestig daarna in In Beeld dat uw lijst klopt.',
          'Vertel het aan collega’s die naar ons verwijzen.',
        ],
        OPEN,
      ),
      paragraph(
        'Mensen die wij nu helpen, vragen wij zelf of en aan wie wij hun dossier overdragen. Daarover staat niets in deze brief.',
      ),
      paragraph(
        isOver
          ? `Hebt u vragen? U bereikt ons op ${OPEN}.`
          : `Tot en met ${writeDutchDate(last)} bereikt u ons op ${offer.phone}. Daarna op ${OPEN}.`,
      ),
      paragraph(`Met vriendelijke groet, ${of.sender}, ${offer.organisationName}`),
    ],
  };
}
