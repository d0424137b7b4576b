import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { InViewEdition } from './in-view-page.tsx';
import { EDITIONS, OPEN_DATA_TEXTS } from './open-data-texts.tsx';

const numberOf = ({ id, version }: { readonly id: string; readonly version: number }) => `${id}.${version}`;

/** What everybody may take away, and under which terms. */
export function OpenDataPage(props: {
  frame: PageFrame;
  edition: InViewEdition;
  /** All that have started, the one that holds today first. */
  editions: readonly { readonly id: string; readonly version: number; readonly validFrom: PlainDate }[];
}) {
  const { lang } = props.frame;
  const texts = OPEN_DATA_TEXTS[lang];
  const figures = addressOf('figures', lang);
  const number = `${props.edition.id}.${props.edition.version}`;
  return (
    <Page
      frame={props.frame}
      title={texts.title}
      breadcrumbs={[{ href: figures, label: texts.figures }]}
      lead={texts.lead}
    >
      <Heading level={2}>{texts.perYear}</Heading>
      <Table
        caption={texts.files}
        rows={texts.fileList}
        rowKey={({ href }) => href}
        columns={[
          { header: texts.file, cell: ({ href, name }) => <Link href={href}>{name}</Link> },
          { header: texts.what, cell: ({ about }) => about },
        ]}
      />
      <Heading level={2}>{texts.terms}</Heading>
      <BulletList
        items={[
          ...texts.termList,
          texts.edition(<code>{number}</code>, (words) => (
            <Link href={`/open-data/in-beeld.csv?uitgave=${number}`}>{words}</Link>
          )),
        ]}
      />
      <Heading level={2} id={EDITIONS}>
        {texts.editions}
      </Heading>
      <Table
        caption={texts.editionList}
        rows={props.editions}
        rowKey={numberOf}
        columns={[
          {
            header: texts.number,
            cell: (each) => <Link href={`${figures}?uitgave=${numberOf(each)}`}>{numberOf(each)}</Link>,
          },
          { header: texts.from, kind: 'date', cell: ({ validFrom }) => <DateText date={validFrom} /> },
          { header: texts.state, cell: (each) => (each === props.editions[0] ? texts.now : texts.earlier) },
          {
            header: texts.file,
            cell: (each) => (
              <Link href={`/open-data/in-beeld.csv?uitgave=${numberOf(each)}`}>{`CSV, ${numberOf(each)}`}</Link>
            ),
          },
        ]}
      />
      <Paragraph>
        {texts.registered((words) => (
          <Link href={addressOf('registered', lang)}>{words}</Link>
        ))}
      </Paragraph>
      <Paragraph>
        {texts.more((words) => (
          <Link href={addressOf('monitorData', lang)}>{words}</Link>
        ))}
      </Paragraph>
      <Paragraph>
        {texts.back((words) => (
          <Link href={figures}>{words}</Link>
        ))}
      </Paragraph>
    </Page>
  );
}
