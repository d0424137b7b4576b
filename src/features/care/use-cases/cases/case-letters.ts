import { paragraph } from '../../../../platform/documents/blocks.ts';
import type { DocumentTree } from '../../../../platform/documents/document-tree.ts';
import { type PlainDate, writeDutchDate } from '../../../../shared-kernel/plain-date.ts';
import type { CaseFile } from '../../domain/cases/case-file.ts';

/** The letters there is a template for. */
export const LETTERS = ['uitnodiging', 'verklaring', 'vraag', 'afscheid'] as const;
export type Letter = (typeof LETTERS)[number];

const OPEN = '____________________';

export interface LetterFacts {
  readonly file: CaseFile;
  readonly name: string | undefined;
  readonly organisation: string;
  readonly sender: string;
  readonly today: PlainDate;
  readonly appointment: { readonly dueOn: PlainDate; readonly dueTime: string | undefined } | undefined;
  readonly calls: readonly PlainDate[];
  readonly mark: string | undefined;
}

type Text = { readonly title: string; readonly says: (facts: LetterFacts) => readonly string[] };

/**
 * What each letter says: a beginning to finish in Word. None says what happened to somebody: whoever finds it learns nothing. [texts ours,
 * nog te verifiëren]
 */
const TEXTS: Readonly<Record<Letter, Text>> = {
  uitnodiging: {
    title: 'Onze afspraak',
    says: ({ appointment }) => [
      appointment
        ? `Wij zien u graag op ${writeDutchDate(appointment.dueOn)}${appointment.dueTime ? ` om ${appointment.dueTime} uur` : ''}.`
        : `Wij zien u graag op ${OPEN} om ${OPEN} uur.`,
      `Waar: ${OPEN}.`,
      `Kunt u niet? Bel ${OPEN}.`,
    ],
  },
  verklaring: {
    title: 'Verklaring',
    says: ({ name, organisation, file }) => [
      `${organisation} verklaart dat ${name ?? OPEN} bij ons hulp krijgt${file.startedOn ? ` sinds ${writeDutchDate(file.startedOn)}` : ''}.`,
      'Wij geven deze verklaring op verzoek van de persoon zelf. Meer vertellen wij alleen met toestemming.',
    ],
  },
  vraag: {
    title: 'Vraag om mee te helpen',
    says: ({ name, organisation }) => [
      `${organisation} helpt ${name ?? OPEN}. De persoon weet dat wij u dit vragen, en is het ermee eens.`,
      `Wij vragen u: ${OPEN}.`,
      `Neem alleen contact op zoals hier staat: ${OPEN}.`,
    ],
  },
  afscheid: {
    title: 'Hoe het verdergaat',
    says: ({ calls }) => [
      'Onze hulp stopt. Hebt u weer hulp nodig? Bel dan. U hoeft niets opnieuw uit te leggen.',
      ...(calls.length > 0
        ? [
            `Wij vragen u nog een paar keer hoe het gaat: ${calls.map(writeDutchDate).join(', ')}. Wilt u dat niet? Zeg het ons.`,
          ]
        : []),
      `U kunt ons bereiken op ${OPEN}.`,
    ],
  },
};

/** A letter from its template, with what is known filled in and the rest open. */
export function caseLetter(letter: Letter, facts: LetterFacts): DocumentTree {
  const { title, says } = TEXTS[letter];
  const toPerson = letter === 'uitnodiging' || letter === 'afscheid';
  return {
    title,
    subject: 'Brief',
    author: facts.organisation,
    language: 'nl-NL',
    madeOn: facts.today,
    mark: facts.mark,
    blocks: [
      paragraph(writeDutchDate(facts.today)),
      paragraph(toPerson ? `Beste ${facts.name ?? OPEN},` : 'Geachte lezer,'),
      ...says(facts).map(paragraph),
      paragraph(`Met vriendelijke groet, ${facts.sender}, ${facts.organisation}`),
    ],
  };
}
