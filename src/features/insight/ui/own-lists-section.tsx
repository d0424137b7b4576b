import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Source } from '../../../ui/figures/source.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { YearOfLists } from '../domain/own-lists.ts';
import { DUTCH_STUDY } from '../texts.ts';

/** What an organisation has of lists itself: hers to take, year by year, unless they are too thin. */
export interface OwnLists {
  readonly source: string;
  readonly years: readonly YearOfLists[];
  /** The year that was asked for. */
  readonly asked: YearOfLists | undefined;
  readonly today: PlainDate;
}

/** The register's own lists as input of an estimate, with how nameless registrations make them look. */
export function OwnListsSection({ lists, path }: { readonly lists: OwnLists; readonly path: string }) {
  const { years, asked, source, today } = lists;
  return (
    <section class="ib-flow" aria-labelledby="eigen-lijsten">
      <Heading level={2} id="eigen-lijsten">
        De lijsten van uw register
      </Heading>
      <Paragraph>
        Elke soort aanmelder is een lijst. Wie door meer aanmelders is aangemeld, staat op al hun lijsten. U neemt een
        jaar over in het vak hieronder, en rekent dan.
      </Paragraph>
      {asked ? <Asked year={asked} /> : null}
      <Table
        caption="Mensen op de lijsten, per jaar"
        rows={years}
        rowKey={({ year }) => String(year)}
        columns={[
          {
            header: 'Jaar',
            cell: ({ year, refusal }) =>
              refusal ? (
                <data value={year}>{year}</data>
              ) : (
                <Link href={`${path}?lijsten=${year}`}>{`Neem ${year}`}</Link>
              ),
          },
          { header: 'Mensen', kind: 'number', cell: ({ persons }) => <NumberText value={persons} /> },
          {
            header: 'Op meer dan één lijst',
            kind: 'number',
            cell: ({ onSeveral }) => <NumberText value={onSeveral} />,
          },
          { header: 'Zonder naam', kind: 'number', cell: ({ nameless }) => <NumberText value={nameless} /> },
          {
            header: 'Rekenen',
            cell: ({ refusal }) => (refusal ? `Kan niet. ${DUTCH_STUDY.refusals[refusal]}` : 'Kan'),
          },
        ]}
      />
      <Source
        source={source}
        date={today}
        uncertainty="geen, dit is een telling; wie zonder naam is aangemeld, is niet te herkennen op een tweede lijst"
      />
    </section>
  );
}

function Asked({ year: { year, persons, nameless, refusal } }: { readonly year: YearOfLists }) {
  if (refusal)
    return (
      <Alert kind="warning" title={`de lijsten van ${year} zijn te dun`}>
        <p>{DUTCH_STUDY.refusals[refusal]} Daarom staan zij niet in het vak.</p>
      </Alert>
    );
  return (
    <Alert kind="info" title={`de lijsten van ${year} staan in het vak`}>
      <p>
        Van de <NumberText value={persons} /> mensen is van <NumberText value={nameless} /> geen naam bekend. Zij lijken
        nieuwe mensen, ook als zij al op een andere lijst staan. Daardoor komt een schatting te hoog uit. De uitkomst
        laat zien hoeveel.
      </p>
    </Alert>
  );
}
