import type { Language, Translated } from '../../../shared-kernel/language.ts';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { MONITOR_COLUMNS_TEXTS } from './monitor-columns-texts.tsx';

/** A column as people read it. */
interface ColumnText {
  readonly name: string;
  readonly description: Translated<string>;
  readonly datatype: string;
  readonly values?: Readonly<Record<string, Translated<string>>> | undefined;
}

const linkTo = (href: string) => (words: string) => <Link href={href}>{words}</Link>;

/** The open data of the monitor, explained column by column: from the same list that makes the files. */
export function MonitorColumnsPage(props: {
  frame: PageFrame;
  columns: readonly ColumnText[];
  trendColumns: readonly ColumnText[];
  /** What one can filter on in the address, with what each takes. */
  filters: readonly { readonly name: string; readonly about: Translated<string> }[];
}) {
  const { lang } = props.frame;
  const texts = MONITOR_COLUMNS_TEXTS[lang];
  return (
    <Page frame={props.frame} title={texts.title} wide lead={texts.lead}>
      <Heading level={2}>{texts.files}</Heading>
      <BulletList
        items={[
          texts.data(linkTo('/monitor/data.csv'), linkTo('/monitor/data.json')),
          texts.description(linkTo('/monitor/data.csv-metadata.json')),
          texts.trend(linkTo('/monitor/verloop.csv'), linkTo('/monitor/verloop.json')),
        ]}
      />
      <Heading level={2}>{texts.seen}</Heading>
      <BulletList items={texts.seenList} />
      <Columns caption={texts.dataColumns} columns={props.columns} language={lang} />
      <Columns caption={texts.trendColumns} columns={props.trendColumns} language={lang} />
      <Heading level={2}>{texts.filter}</Heading>
      <Paragraph>
        {texts.filterHow} <code>/monitor/data.csv?provincie=PV20&amp;stand=vervallen</code>
      </Paragraph>
      <Table
        caption={texts.filterTable}
        rows={props.filters}
        rowKey={({ name }) => name}
        columns={[
          { header: texts.name, cell: ({ name }) => <code>{name}</code> },
          { header: texts.does, cell: ({ about }) => about[lang] },
        ]}
      />
      <Paragraph>{texts.terms(linkTo(addressOf('openData', lang)))}</Paragraph>
    </Page>
  );
}

function Columns(props: { caption: string; columns: readonly ColumnText[]; language: Language }) {
  const texts = MONITOR_COLUMNS_TEXTS[props.language];
  return (
    <Table
      caption={props.caption}
      rows={props.columns}
      rowKey={({ name }) => name}
      columns={[
        { header: texts.column, cell: ({ name }) => <code>{name}</code> },
        { header: texts.meaning, cell: (column) => <Meaning {...column} language={props.language} /> },
        { header: texts.kind, cell: ({ datatype }) => texts.kinds[datatype] ?? datatype },
      ]}
    />
  );
}

function Meaning({ description, values, language }: ColumnText & { language: Language }) {
  return (
    <div>
      {description[language]}
      {values ? (
        <ul>
          {Object.entries(values).map(([value, meaning]) => (
            <li key={value}>
              <code>{value}</code>: {meaning[language]}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
