import { heading, list, paragraph, table } from '../../../platform/documents/blocks.ts';
import type { Block, DocumentTree } from '../../../platform/documents/document-tree.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { type Participant, shownTo } from '../domain/meeting.ts';
import type { ItemSeen, OutcomeSeen } from '../domain/meeting-seen.ts';
import type { MeetingView } from './read-meeting.ts';

/** The words of the pages that a paper needs. */
export interface PaperWords {
  readonly kind: string;
  readonly groundOf: (item: ItemSeen) => string;
  readonly typeOf: (participant: Participant) => string;
}

interface PaperOf {
  readonly organisation: string;
  readonly words: PaperWords;
  readonly mark: string | undefined;
}

const titleOf = ({ number, topic, person }: ItemSeen) =>
  `${number}. ${topic ?? (person ? `Over een persoon: ${person.called}` : 'gewist')}`;

function facts({ meeting }: MeetingView): Block {
  return table(
    'Over dit overleg',
    ['Gegeven', 'Waarde'],
    [
      ['Wanneer', `${writeDutchDate(meeting.onDay)} om ${meeting.atTime} uur`],
      ['Waar', meeting.place],
      ['Doel', meeting.purpose],
      ['Voorzitter', meeting.chairName],
    ],
    'Niets.',
  );
}

function tree(
  title: string,
  { meeting }: MeetingView,
  { organisation, mark }: PaperOf,
  today: PlainDate,
  blocks: readonly Block[],
): DocumentTree {
  return { title, subject: meeting.title, author: organisation, language: 'nl-NL', madeOn: today, mark, blocks };
}

const kept = (view: MeetingView) =>
  paragraph(
    `Bewaard tot ${writeDutchDate(view.keptUntil.on)}${view.keptUntil.isProposal ? ' (voorstel van In Beeld: nog vast te stellen door de FG)' : ''}. Daarna wordt het gewist.`,
  );

/** The agenda on paper for one participant: only what she gets, as much as she may see. */
export function paperAgenda(view: MeetingView, participant: Participant, of: PaperOf): DocumentTree {
  const items = view.items.filter((item) => !item.withdrawnAt && item.for.includes(participant.id));
  return tree(`Agenda voor ${participant.name}`, view, of, view.today, [
    paragraph(
      'Deze agenda is alleen voor u. Laat hem niet liggen en kopieer hem niet. Geef hem na het overleg terug aan de voorzitter, die hem vernietigt.',
    ),
    facts(view),
    heading('Wat voor u op de agenda staat'),
    ...(items.length === 0 ? [paragraph('Voor u staat er niets op de agenda.')] : []),
    ...items.flatMap((item) => agendaBlocks(item, participant, of.words)),
    heading('Uw acties'),
    actions(
      view.outcomes.filter(({ participantId }) => participantId === participant.id),
      view,
    ),
    kept(view),
  ]);
}

function agendaBlocks(item: ItemSeen, participant: Participant, words: PaperWords): readonly Block[] {
  const person = item.person && shownTo(item.person, participant.sees);
  return [
    { kind: 'heading', level: 3, text: titleOf(item) },
    paragraph(`Doel: ${item.purpose}`),
    ...(person ? [paragraph(`Vraag: ${person.question}`)] : []),
    ...(person?.background ? [paragraph(`Achtergrond: ${person.background}`)] : []),
    paragraph(words.groundOf(item)),
  ];
}

const actions = (outcomes: readonly OutcomeSeen[], { items }: MeetingView): Block =>
  list(
    outcomes
      .filter(({ kind }) => kind === 'action')
      .map(
        ({ text, dueOn, itemId }) =>
          `Punt ${items.find(({ id }) => id === itemId)?.number ?? '–'}: ${text}${dueOn ? ` (uiterlijk ${writeDutchDate(dueOn)})` : ''}`,
      ),
    'Geen.',
  );

/** The minutes for the chair's own file: decisions and actions, and nothing that was said. */
export function minutes(view: MeetingView, of: PaperOf): DocumentTree {
  const { participants, items, outcomes, meeting } = view;
  const nameOf = (id: string | undefined) => participants.find((each) => each.id === id)?.name ?? meeting.chairName;
  return tree(`Verslag: ${meeting.title}`, view, of, view.today, [
    paragraph(`${of.words.kind}. In dit verslag staan alleen besluiten en acties.`),
    facts(view),
    heading('Wie er waren'),
    table(
      'Deelnemers',
      ['Wie', 'Soort', 'Bijzonderheden'],
      participants.map((each) => [each.name, of.words.typeOf(each), each.removedAt ? 'doet niet meer mee' : '–']),
      'Niemand.',
    ),
    heading('Besluiten en acties'),
    ...items.flatMap((item): Block[] => {
      const about = outcomes.filter(({ itemId }) => itemId === item.id);
      return [
        { kind: 'heading', level: 3, text: item.withdrawnAt ? `${item.number}. Van de agenda gehaald` : titleOf(item) },
        list(
          about.map(({ kind, text, participantId, dueOn }) =>
            kind === 'decision'
              ? `Besluit: ${text}`
              : `Actie: ${text} (${nameOf(participantId)}, uiterlijk ${dueOn ? writeDutchDate(dueOn) : 'onbekend'})`,
          ),
          'Geen besluit en geen actie.',
        ),
      ];
    }),
    ...(view.turnedAway.length > 0
      ? [
          paragraph(
            'Een persoon of deelnemer hoorde hier niet. Verwezen is naar het Zorg- en Veiligheidshuis of het RIEC.',
          ),
        ]
      : []),
    kept(view),
  ]);
}
