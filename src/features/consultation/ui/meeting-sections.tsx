import { DateText } from '../../../ui/format/date-text.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Remarks, type ShownRemark } from '../../../ui/show/remarks.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { ItemSeen, MeetingSeen, OutcomeSeen } from '../domain/meeting-seen.ts';
import {
  DONE_WORDS,
  groundSentence,
  OVERVIEW_PATH,
  remarkHref,
  SEES_WORDS,
  TYPE_WORDS,
  WAY_WORDS,
} from './consultation-words.ts';
import { DeedButton } from './meeting-parts.tsx';

interface SectionProps {
  readonly frame: PageFrame;
  readonly view: MeetingSeen;
  readonly formKey: string;
}

/** Who sits at the table, for the chair. */
export function TableSection({ frame, view, formKey }: SectionProps) {
  const { meeting, participants } = view;
  const own = `${OVERVIEW_PATH}/${meeting.id}`;
  const isOpen = meeting.state !== 'closed';
  return (
    <section class="ib-flow" aria-labelledby="tafel">
      <Heading level={2} id="tafel">
        Aan tafel
      </Heading>
      {participants.length === 0 ? (
        <EmptyState title="Er is nog niemand">Voeg toe wie er meedoet, en kies wat ieder mag zien.</EmptyState>
      ) : (
        <Table
          caption="Deelnemers"
          rows={participants}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Wie', cell: ({ name }) => name },
            { header: 'Soort', cell: ({ type }) => TYPE_WORDS[type] },
            { header: 'Doet mee', cell: ({ way, removedAt }) => (removedAt ? 'Doet niet meer mee' : WAY_WORDS[way]) },
            { header: 'Ziet', cell: ({ sees, removedAt }) => (removedAt ? 'Niets meer' : SEES_WORDS[sees].label) },
            {
              header: 'Papier',
              sortable: false,
              cell: ({ id, name, removedAt }) =>
                removedAt ? (
                  '–'
                ) : (
                  <Link href={`${own}/agenda.docx?deelnemer=${id}`}>
                    Agenda<span class="ib-hidden"> voor {name}</span>
                  </Link>
                ),
            },
            ...(isOpen
              ? [
                  {
                    header: 'Actie',
                    sortable: false,
                    cell: ({ id, name, removedAt }: (typeof participants)[number]) =>
                      removedAt ? (
                        '–'
                      ) : (
                        <DeedButton
                          frame={frame}
                          action={`${own}/deelnemers/weg`}
                          formKey={`${formKey}${id.slice(-8)}`}
                          label={`Haal ${name} van tafel`}
                          says={{ deelnemerWeg: id }}
                          emphasis="secondary"
                        >
                          Haal van tafel
                        </DeedButton>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {participants.some(({ way, removedAt }) => way === 'colleague' && !removedAt) ? (
        <p class="utrecht-paragraph">
          Een collega spreekt of belt u over een actie. Opmerkingen in In Beeld zijn er voor andere organisaties.
        </p>
      ) : null}
      {isOpen ? (
        <p>
          <ButtonLink href={`${own}/deelnemers`}>Voeg een deelnemer toe</ButtonLink>
        </p>
      ) : null}
    </section>
  );
}

/** What is on the agenda: for a colleague only what she gets. */
export function AgendaSection({ frame, view, formKey }: SectionProps) {
  const { meeting, items, isChair } = view;
  const own = `${OVERVIEW_PATH}/${meeting.id}`;
  const mayAdd = isChair && meeting.state !== 'closed';
  return (
    <section class="ib-flow" aria-labelledby="agenda">
      <Heading level={2} id="agenda">
        {isChair ? 'Agenda' : 'Voor u op de agenda'}
      </Heading>
      {items.length === 0 ? (
        <EmptyState title="Er staat nog niets op de agenda">
          {mayAdd ? 'Zet er een punt op, en kies wie het krijgt.' : 'De voorzitter laat het weten als dat verandert.'}
        </EmptyState>
      ) : (
        items.map((item) => <Item key={item.id} {...{ frame, view, formKey, item }} />)
      )}
      {mayAdd ? (
        <ActionGroup>
          <ButtonLink href={`${own}/persoon`}>Zet een persoon op de agenda</ButtonLink>
          <ButtonLink href={`${own}/punt`}>Zet een punt zonder persoon op de agenda</ButtonLink>
        </ActionGroup>
      ) : null}
    </section>
  );
}

function Item({ frame, view, formKey, item }: SectionProps & { item: ItemSeen }) {
  const { meeting, participants, isChair } = view;
  const { number, topic, person, withdrawnAt } = item;
  const bringer = view.brought.find(({ id }) => id === item.id)?.from;
  const getting = participants.filter(({ id, removedAt }) => !removedAt && item.for.includes(id));
  if (withdrawnAt)
    return (
      <div class="ib-flow">
        <Heading level={3}>{number}. Van de agenda gehaald</Heading>
        <p class="utrecht-paragraph">
          {item.withdrawnWhy === 'consent' ? 'De toestemming is ingetrokken.' : 'Het was niet meer nodig.'} Niemand kan
          het nog lezen.
        </p>
      </div>
    );
  return (
    <div class="ib-flow">
      <Heading level={3}>
        {number}. {topic ?? (person ? `Over een persoon: ${person.called}` : 'Gewist')}
      </Heading>
      <p class="utrecht-paragraph">Doel: {item.purpose}</p>
      {person ? <p class="utrecht-paragraph">Vraag: {person.question}</p> : null}
      {person?.background ? <p class="utrecht-paragraph">Achtergrond: {person.background}</p> : null}
      <p class="utrecht-paragraph">{groundSentence(item)}</p>
      {isChair ? (
        <p class="utrecht-paragraph">
          {bringer ? `Ingebracht door ${bringer}. ` : ''}Voor:{' '}
          {getting.length > 0 ? getting.map(({ name }) => name).join(', ') : 'alleen u'}.
        </p>
      ) : null}
      {isChair && meeting.state !== 'closed' ? (
        <div class="utrecht-action-group">
          <DeedButton
            frame={frame}
            action={`${OVERVIEW_PATH}/${meeting.id}/intrekken`}
            formKey={`${formKey}n${item.id.slice(-8)}`}
            label={`Haal punt ${number} van de agenda`}
            says={{ punt: item.id, waarom: 'niet-nodig' }}
            emphasis="subtle"
          >
            Haal van de agenda
          </DeedButton>
          {item.ground === 'consent' ? (
            <DeedButton
              frame={frame}
              action={`${OVERVIEW_PATH}/${meeting.id}/intrekken`}
              formKey={`${formKey}t${item.id.slice(-8)}`}
              label={`De toestemming bij punt ${number} is ingetrokken`}
              says={{ punt: item.id, waarom: 'toestemming' }}
              emphasis="subtle"
            >
              De toestemming is ingetrokken
            </DeedButton>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** What was decided and agreed: for a colleague about what she got. */
export function OutcomeSection({
  frame,
  view,
  formKey,
  remarks,
}: SectionProps & { remarks: ReadonlyMap<string, readonly ShownRemark[]> }) {
  const { meeting, outcomes, items, participants, isChair } = view;
  if (outcomes.length === 0) return null;
  const numberOf = ({ itemId }: OutcomeSeen) => items.find(({ id }) => id === itemId)?.number;
  const doerOf = ({ participantId }: OutcomeSeen) =>
    participants.find(({ id }) => id === participantId)?.name ?? (participantId ? 'iemand anders' : meeting.chairName);
  return (
    <section class="ib-flow" aria-labelledby="besluiten">
      <Heading level={2} id="besluiten">
        Besluiten en acties
      </Heading>
      <Table
        caption="Wat is besloten en afgesproken"
        rows={outcomes}
        rowKey={({ id }) => id}
        columns={[
          { header: 'Wat', cell: ({ text }) => text },
          { header: 'Punt', kind: 'number', cell: (each) => <data value={numberOf(each)}>{numberOf(each)}</data> },
          { header: 'Soort', cell: ({ kind }) => (kind === 'decision' ? 'Besluit' : 'Actie') },
          { header: 'Wie', cell: (each) => (each.kind === 'action' ? doerOf(each) : '–') },
          { header: 'Klaar op', kind: 'date', cell: ({ dueOn }) => (dueOn ? <DateText date={dueOn} /> : '–') },
          {
            header: 'Hoe het staat',
            sortable: false,
            cell: (each) => <Progress {...{ frame, view, formKey, each, mayMark: isChair }} />,
          },
          ...(remarks.size > 0
            ? [
                {
                  header: 'Opmerkingen',
                  sortable: false,
                  cell: ({ id, text }: OutcomeSeen) => {
                    const said = remarks.get(id);
                    return said ? <Remarks about={text} href={remarkHref(id)} remarks={said} /> : '–';
                  },
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

function Progress(props: SectionProps & { each: OutcomeSeen; mayMark: boolean }) {
  const { frame, view, formKey, each, mayMark } = props;
  const doer = view.participants.find(({ id }) => id === each.participantId);
  if (each.kind === 'decision') return <>–</>;
  if (each.doneHow) return <>{DONE_WORDS[each.doneHow]}</>;
  // whoever works with In Beeld says it herself
  if (!mayMark || (doer?.way === 'organisation' && !doer.removedAt)) return <>Loopt</>;
  return (
    <div class="utrecht-action-group">
      {(['gedaan', 'niet-gelukt'] as const).map((hoeGing) => (
        <DeedButton
          key={hoeGing}
          frame={frame}
          action={`${OVERVIEW_PATH}/${view.meeting.id}/gedaan`}
          formKey={`${formKey}${hoeGing[0]}${each.id.slice(-8)}`}
          label={`${hoeGing === 'gedaan' ? 'Gedaan' : 'Niet gelukt'}: ${each.text}`}
          says={{ overlegactie: each.id, hoeGing }}
          emphasis={hoeGing === 'gedaan' ? 'secondary' : 'subtle'}
        >
          {hoeGing === 'gedaan' ? 'Gedaan' : 'Niet gelukt'}
        </DeedButton>
      ))}
    </div>
  );
}
