import { dutchDay } from '../../../../shared-kernel/plain-date.ts';
import { BarChart } from '../../../../ui/figures/bar-chart.tsx';
import { Figure } from '../../../../ui/figures/figure.tsx';
import { DateText, MomentText } from '../../../../ui/format/date-text.tsx';
import { NumberText } from '../../../../ui/format/number-text.tsx';
import { Filters } from '../../../../ui/forms/filters.tsx';
import { HiddenField } from '../../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../../ui/forms/select-field.tsx';
import { In } from '../../../../ui/language.tsx';
import { Page, type PageFrame } from '../../../../ui/page.tsx';
import { addressOf } from '../../../../ui/public-pages.ts';
import { DataList } from '../../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../../ui/show/empty-state.tsx';
import { Table } from '../../../../ui/show/table.tsx';
import { Heading } from '../../../../ui/text/heading.tsx';
import { Link } from '../../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../../ui/text/paragraph.tsx';
import type { LoggedEdition, ReleasedEdition } from '../../domain/release/edition.ts';
import { REGISTERED_TEXTS } from './registered-texts.tsx';
import { ReleasedTables } from './released-tables.tsx';

/** Released figures for everybody, with the log of every release. `year` is one of the edition. */
export function RegisteredPage(props: {
  frame: PageFrame;
  edition: ReleasedEdition | undefined;
  year: string;
  editions: readonly LoggedEdition[];
  /** Where this very edition is found, for who cites it. */
  address: string;
}) {
  const { frame, edition } = props;
  const { lang } = frame;
  const texts = REGISTERED_TEXTS[lang];
  const figures = addressOf('figures', lang);
  return (
    <Page
      frame={frame}
      title={texts.title}
      breadcrumbs={[{ href: figures, label: texts.figures }]}
      lead={texts.lead}
      wide
    >
      {edition ? (
        <Figures {...props} edition={edition} />
      ) : (
        <EmptyState title={texts.none}>
          {texts.noneMore((words) => (
            <Link href={figures}>{words}</Link>
          ))}
        </EmptyState>
      )}
      <Heading level={2}>{texts.howTitle}</Heading>
      <BulletList items={texts.how} />
      {edition ? <Paragraph>{texts.attacked(<NumberText value={edition.report.recoveredAfter} />)}</Paragraph> : null}
      {edition ? <Cite {...props} edition={edition} /> : null}
      {props.editions.length > 0 ? (
        <Log editions={props.editions} path={addressOf('registered', lang)} lang={lang} />
      ) : null}
    </Page>
  );
}

function Figures(props: Parameters<typeof RegisteredPage>[0] & { edition: ReleasedEdition }) {
  const { edition, year, frame } = props;
  const { lang } = frame;
  const texts = REGISTERED_TEXTS[lang];
  const { figures, reference } = edition;
  const path = addressOf('registered', lang);
  const totals = figures.cells.filter(({ at }) => at.every((value) => value === null));
  const shown = totals.flatMap(({ year: label, people }) => (people === null ? [] : [{ label, value: people }]));
  return (
    <>
      <Heading level={2}>
        <In language="nl">{edition.title}</In>
      </Heading>
      {shown.length > 0 ? (
        <Figure
          id="geregistreerd-per-jaar"
          title={texts.perYear}
          subtitle={texts.perYearMore}
          source={{
            source: texts.source(edition.askedBy),
            date: dutchDay(edition.releasedAt),
            uncertainty: texts.uncertainty,
            id: reference,
            jsonHref: `${path}.json?uitgave=${reference}`,
          }}
        >
          <BarChart caption={texts.perYear} labelHeader={texts.year} valueHeader={texts.people} bars={shown} />
        </Figure>
      ) : null}
      {figures.years.length > 1 ? (
        <Filters action={path}>
          <HiddenField name="uitgave" value={reference} />
          <SelectField
            name="jaar"
            label={texts.year}
            values={{ jaar: year }}
            choices={figures.years.map((each) => ({ value: each, label: each }))}
          />
        </Filters>
      ) : null}
      <Heading level={2}>{texts.inYear(year)}</Heading>
      <ReleasedTables figures={figures} year={year} />
    </>
  );
}

function Cite(props: Parameters<typeof RegisteredPage>[0] & { edition: ReleasedEdition }) {
  const { edition, address, frame } = props;
  const texts = REGISTERED_TEXTS[frame.lang];
  const { reference, releasedAt } = edition;
  const query = `?uitgave=${reference}`;
  return (
    <>
      <Heading level={2}>{texts.citeTitle}</Heading>
      <DataList
        facts={[
          {
            label: texts.cite,
            value: (
              <>
                {edition.askedBy}, <In language="nl">{edition.title}</In>, In Beeld,{' '}
                <DateText date={dutchDay(releasedAt)} />
              </>
            ),
          },
          { label: texts.address, value: <Link href={address}>{address}</Link> },
          { label: texts.date, value: <MomentText instant={releasedAt} /> },
          { label: texts.number, value: <code>{reference}</code> },
          { label: texts.method, value: texts.methodText },
          {
            label: texts.files,
            value: (
              <>
                <Link href={`${addressOf('registered', frame.lang)}.json${query}`}>JSON</Link>,{' '}
                <Link href={`/open-data/geregistreerd.csv${query}`}>CSV</Link>,{' '}
                <Link href={`/open-data/geregistreerd.csv-metadata.json${query}`}>{texts.explanation}</Link>,{' '}
                <Link href={`/open-data/geregistreerd.jsonstat.json${query}`}>JSON-stat</Link> {texts.and}{' '}
                <Link href={`/api/v1/cijfers/geregistreerd${query}`}>API</Link>
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function Log({ editions, path, lang }: { editions: readonly LoggedEdition[]; path: string; lang: PageFrame['lang'] }) {
  const texts = REGISTERED_TEXTS[lang];
  return (
    <>
      <Heading level={2} id="logboek">
        {texts.logTitle}
      </Heading>
      <Paragraph>
        {texts.log} <Link href="/open-data/uitgaven.json">JSON</Link>
      </Paragraph>
      <Table
        caption={texts.logTitle}
        rows={editions}
        rowKey={({ reference }) => reference}
        columns={[
          {
            header: texts.edition,
            cell: ({ reference, title }) => (
              <>
                <Link href={`${path}?uitgave=${reference}`}>
                  <In language="nl">{title}</In>
                </Link>
                <div class="ib-soft">
                  <code>{reference}</code>
                </div>
              </>
            ),
          },
          { header: texts.years, cell: ({ years }) => years.join(', ') },
          { header: texts.released, kind: 'date', cell: ({ releasedAt }) => <MomentText instant={releasedAt} /> },
          { header: texts.asked, cell: ({ askedBy }) => askedBy },
          { header: texts.agreed, cell: ({ releasedBy }) => releasedBy },
          {
            header: texts.attack,
            cell: ({ report }) => (
              <span>
                {texts.attackText(
                  <NumberText value={report.recoveredAfter} />,
                  <NumberText value={report.cells - report.shown} />,
                )}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
