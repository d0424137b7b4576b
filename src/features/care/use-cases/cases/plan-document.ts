import { heading, list, paragraph, table } from '../../../../platform/documents/blocks.ts';
import type { Block, DocumentTree } from '../../../../platform/documents/document-tree.ts';
import { type PlainDate, writeDutchDate } from '../../../../shared-kernel/plain-date.ts';
import type { Goal, Plan } from '../../domain/cases/full-file.ts';

/** The words for a goal, which belong to the pages. */
export type GoalWords = (goal: Goal) => { readonly about: string; readonly state: string };

/** The goals of a plan as a document says them. */
export function planBlocks(plan: Plan, words: GoalWords): readonly Block[] {
  return [
    ...plan.ownWords.split(/\n+/).filter(Boolean).map(paragraph),
    table(
      'Doelen',
      ['Waarover', 'Doel', 'Wie doet wat', 'Klaar op', 'Hoe het staat'],
      plan.goals.map((goal) => [
        words(goal).about,
        goal.goal,
        goal.steps || 'nog niet afgesproken',
        goal.until ? writeDutchDate(goal.until) : 'open',
        words(goal).state,
      ]),
      'Er zijn nog geen doelen.',
    ),
  ];
}

/** The plan for the person: what was agreed, and when the next talks are. Nothing in it says why she is helped. */
export function planDocument(
  plan: Plan,
  of: {
    readonly organisation: string;
    readonly agreedOn: PlainDate | undefined;
    readonly appointments: readonly { readonly dueOn: PlainDate; readonly dueTime: string | undefined }[];
    readonly words: GoalWords;
    readonly today: PlainDate;
    readonly mark: string | undefined;
  },
): DocumentTree {
  return {
    title: 'Mijn plan',
    subject: 'Plan',
    author: of.organisation,
    language: 'nl-NL',
    madeOn: of.today,
    mark: of.mark,
    blocks: [
      paragraph(
        of.agreedOn
          ? `Dit plan is besproken op ${writeDutchDate(of.agreedOn)}.`
          : 'Dit plan is een concept: het is nog niet besproken.',
      ),
      heading('Wat wij afspreken'),
      ...planBlocks(plan, of.words),
      heading('Onze afspraken'),
      list(
        of.appointments.map(({ dueOn, dueTime }) => `${writeDutchDate(dueOn)}${dueTime ? ` om ${dueTime} uur` : ''}`),
        'Er is nog geen nieuwe afspraak.',
      ),
    ],
  };
}
