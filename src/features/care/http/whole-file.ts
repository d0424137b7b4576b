import { heading, table } from '../../../platform/documents/blocks.ts';
import type { Block } from '../../../platform/documents/document-tree.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { EVENT_WORDS } from '../ui/case-events-page.tsx';
import {
  DOMAIN_WORDS,
  GOAL_STATE_WORDS,
  PAPER_WORDS,
  PART_WORDS,
  SETTLED_WORDS,
  STANDING_OF_WORDS,
  TASK_WORDS,
} from '../ui/full-words.ts';
import { intakeFacts } from '../ui/intake-page.tsx';
import { safetyFacts } from '../ui/reach-rules.tsx';
import { type GoalWords, planBlocks } from '../use-cases/cases/plan-document.ts';
import type { WholeFile } from '../use-cases/cases/read-full.ts';

export const goalWords: GoalWords = ({ domain, state }) => ({
  about: DOMAIN_WORDS[domain].label,
  state: GOAL_STATE_WORDS[state],
});

const pairs = (facts: readonly { readonly label: string; readonly value: string }[]) =>
  facts.map(({ label, value }) => [label, value]);
const orOpen = (on: PlainDate | undefined) => (on ? writeDutchDate(on) : 'open');

/** Everything of a case beside what it began with, as a document says it. What is not there has no heading. */
export function wholeFileBlocks({
  safety,
  events,
  clocks,
  intake,
  plan,
  tasks,
  people,
  papers,
}: WholeFile): readonly Block[] {
  const part = (title: string, header: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] =>
    rows.length > 0 ? [heading(title), table(title, header, rows, '')] : [];
  return [
    ...part('Veiligheidslijst', ['Vraag', 'Antwoord'], safety ? pairs(safetyFacts(safety)) : []),
    ...part(
      'Termijnen',
      ['Termijn', 'Laatste dag', 'Beëindigd'],
      clocks.map(({ name, lastDay, ended }) => [name, writeDutchDate(lastDay), orOpen(ended?.on)]),
    ),
    ...part('Intake', ['Waarover', 'Hoe het staat'], intake ? pairs(intakeFacts(intake.content)) : []),
    ...(plan ? [heading('Plan'), ...planBlocks(plan.content, goalWords)] : []),
    ...part(
      'Mensen eromheen',
      ['Wie', 'Is', 'Contact', 'Te bereiken op', 'Om te weten'],
      people.map(({ content, part: is, standing, endedOn }) => [
        content?.name ?? 'gewist',
        PART_WORDS[is],
        endedOn ? `niet meer betrokken sinds ${writeDutchDate(endedOn)}` : STANDING_OF_WORDS[standing].label,
        content?.reach || 'onbekend',
        content?.note ?? '',
      ]),
    ),
    ...part(
      'Taken en afspraken',
      ['Wat', 'Omschrijving', 'Wanneer', 'Hoe het ging'],
      tasks.map(({ kind, text, dueOn, dueTime, settled }) => [
        TASK_WORDS[kind],
        text ?? '',
        `${writeDutchDate(dueOn)}${dueTime ? ` om ${dueTime} uur` : ''}`,
        settled ? `${SETTLED_WORDS[settled.how]}, ${writeDutchDate(settled.on)}` : 'open',
      ]),
    ),
    ...part(
      'Documenten in de kluis',
      ['Wat', 'Soort', 'Toegevoegd'],
      papers.map(({ title, kind, addedOn }) => [title ?? 'gewist', PAPER_WORDS[kind], writeDutchDate(addedOn)]),
    ),
    ...part(
      'Gebeurtenissen',
      ['Dag', 'Wat', 'Om te weten', 'Door'],
      events.map(({ happenedOn, kind, text, recordedByName }) => [
        writeDutchDate(happenedOn),
        EVENT_WORDS[kind],
        text ?? '',
        recordedByName,
      ]),
    ),
  ];
}
