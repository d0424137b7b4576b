import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { SecondReading } from '../domain/terms/compute-term.ts';
import type { TermAnswer } from '../domain/terms/term-table.ts';
import { SourceNote, TERMS_PATH, TERMS_TITLE, WeekdayText, whyWords, writeWeekday } from './term-words.tsx';
import type { EditionHead } from './terms-page.tsx';

/** The last day of one clock, why, and when to be reminded. To print and put in the file of the organisation itself. */
export function TermsAnswerPage(props: {
  frame: PageFrame;
  answer: TermAnswer;
  second: SecondReading;
  today: PlainDate;
  edition: EditionHead;
}) {
  const { clock, procedure, computed, doubts, isEquatedUnknown } = props.answer;
  const needsSecond = clock.term.kind === 'stated' && clock.term.needsSecondReader;
  const coming = computed.reminders.filter(({ on }) => on > props.today);
  return (
    <Page
      frame={props.frame}
      title={`Laatste dag: ${writeWeekday(computed.lastDay)}`}
      breadcrumbs={[{ href: TERMS_PATH, label: TERMS_TITLE }]}
      lead={clock.name === procedure ? clock.name : `${procedure}: ${clock.name}`}
    >
      <Urgency lastDay={computed.lastDay} today={props.today} hasReminders={coming.length > 0} />
      {needsSecond ? <SecondReader second={props.second} /> : null}
      <DataList
        facts={[
          { label: 'Laatste dag', value: <WeekdayText date={computed.lastDay} /> },
          {
            label: clock.term.kind === 'stated' ? 'Overgenomen dag' : 'Begin',
            value: (
              <>
                <WeekdayText date={computed.given} /> ({clock.starts})
              </>
            ),
          },
          { label: 'Waarom deze dag', value: whyWords(computed) },
          { label: 'Artikel', value: clock.article },
          { label: 'Daarna', value: clock.after },
        ]}
      />
      {computed.reminders.length > 0 ? (
        <Table
          caption="Herinneringen voor de zorgcoördinator en de vervanger"
          rows={computed.reminders}
          rowKey={({ on, daysAhead }) => `${on} ${daysAhead}`}
          columns={[
            {
              header: 'Dagen vooraf',
              kind: 'number',
              cell: ({ daysAhead }) => <data value={daysAhead}>{daysAhead}</data>,
            },
            { header: 'Op', kind: 'date', cell: ({ on }) => <WeekdayText date={on} /> },
            { header: 'Stand', cell: ({ on }) => (on > props.today ? 'komt nog' : 'al voorbij') },
          ]}
        />
      ) : (
        <Paragraph>De termijn is te kort voor een herinnering. Doe het meteen.</Paragraph>
      )}
      <section class="ib-flow" aria-labelledby="onzeker">
        <Heading level={2} id="onzeker">
          Wat niet zeker is
        </Heading>
        <BulletList
          items={[
            ...doubts.map(({ text }) => text),
            ...(computed.skipped.some(({ why }) => why === 'equated')
              ? ['Dat een dag met een feestdag is gelijkgesteld, is nog te verifiëren. Doe het liever eerder.']
              : []),
            ...(isEquatedUnknown
              ? [
                  'Welke dagen in dat jaar met een feestdag worden gelijkgesteld, is niet bekend. Reken niet op uitstel.',
                ]
              : []),
            'Staat er een andere dag in het besluit of de brief? Dan geldt die dag. Leg de termijn voor aan de advocaat.',
          ]}
        />
        <Paragraph kind="small">
          Bron: <SourceNote {...clock} />
        </Paragraph>
      </section>
      <ActionGroup>
        <ButtonLink href={TERMS_PATH}>Bereken nog een termijn</ButtonLink>
      </ActionGroup>
      <Paragraph>
        Wij bewaren dit niet, en In Beeld stuurt u geen herinnering. Druk deze pagina af of zet de dagen in de agenda
        van uzelf en uw vervanger.
      </Paragraph>
      <Paragraph kind="small">
        Berekend op <DateText date={props.today} />, met uitgave {props.edition.id}, versie {props.edition.version}. Dit
        is geen juridisch advies.
      </Paragraph>
    </Page>
  );
}

function Urgency(props: { lastDay: PlainDate; today: PlainDate; hasReminders: boolean }) {
  if (props.lastDay < props.today)
    return (
      <Alert kind="error" isUrgent title="deze dag is voorbij">
        <p>Bel vandaag de advocaat. Soms kan er nog iets.</p>
      </Alert>
    );
  if (props.hasReminders) return null;
  return (
    <Alert kind="warning" title="de laatste herinnering is al voorbij">
      <p>Handel vandaag, en bel de advocaat.</p>
    </Alert>
  );
}

function SecondReader({ second }: { second: SecondReading }) {
  if (second === 'same')
    return (
      <Alert kind="ok" title="twee mensen lazen dezelfde dag">
        <p>Schrijf op de afdruk wie de brief lazen, en wanneer.</p>
      </Alert>
    );
  return (
    <Alert kind="warning" title="nog niet nagelezen">
      <p>Laat een collega de brief lezen en de dag ook invullen. Vertrouw tot die tijd niet op deze dag.</p>
    </Alert>
  );
}
