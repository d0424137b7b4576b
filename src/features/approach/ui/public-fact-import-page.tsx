import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { ColumnHelp, rowsInWords, TableForm, WrongRows } from '../../../ui/forms/table-form.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { PUBLIC_SOURCE_NAMES } from '../domain/public-fact.ts';
import type { ImportColumn, ImportRow } from '../domain/public-fact-import.ts';
import { SourceLink } from './public-fact-card.tsx';
import { COLUMN_NAMES, PROBLEM_TEXTS } from './public-fact-words.ts';
import { PUBLIC_FACTS_CRUMBS, PUBLIC_FACTS_PATH } from './public-facts-page.tsx';

const IMPORT_PATH = `${PUBLIC_FACTS_PATH}/veel`;
/** What each column holds, for whoever makes the table. */
const COLUMN_HELP: Readonly<Record<ImportColumn, string>> = {
  gemeente: 'de naam of de code, zoals Groningen of GM0014',
  onderdeel: 'de code, zoals K1.1',
  bron: 'lokaleregelgeving, bekendmaking of anders; leeg mag',
  cvdr: 'zoals CVDR123456; leeg mag',
  titel: 'zoals het document zelf heet, zonder namen van mensen',
  vindplaats: 'een adres met https://; leeg mag bij een CVDR-nummer',
  orgaan: 'college, burgemeester of raad; leeg mag',
  datum: 'de dag van het besluit of van de bron',
  geldigTot: 'leeg mag',
  bekekenOp: 'de dag waarop u de bron bekeek; leeg is vandaag',
};

/** Entering many at once: a table that is pasted, or a file. */
export function ImportPublicFactsPage(props: {
  frame: PageFrame;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKey: string;
}) {
  return (
    <Page
      frame={props.frame}
      title="Veel bronnen tegelijk invoeren"
      errors={props.errors}
      breadcrumbs={PUBLIC_FACTS_CRUMBS}
      lead="Plak een tabel uit Excel, of kies een bestand. U ziet eerst wat wij lezen; daarna pas voert u het in."
    >
      <TableForm {...props} action={IMPORT_PATH} />
      <ColumnHelp names={COLUMN_NAMES} help={COLUMN_HELP} />
    </Page>
  );
}

/** What was read, row by row. Only when every row is good it can be entered, all at once. */
export function ImportPreviewPage(props: {
  frame: PageFrame;
  rows: readonly ImportRow[];
  /** The table as text, to enter or to mend. */
  table: string;
  /** Something changed between looking and entering. */
  changed: boolean;
  formKey: string;
}) {
  const { frame, rows } = props;
  const wrong = rows.filter(({ content }) => !content);
  return (
    <Page
      frame={frame}
      title="Wat wij lazen"
      wide
      breadcrumbs={[...PUBLIC_FACTS_CRUMBS, { href: IMPORT_PATH, label: 'Veel tegelijk' }]}
      status={
        wrong.length > 0 ? (
          <Alert
            kind={props.changed ? 'warning' : 'error'}
            title={`${rowsInWords(wrong.length)} met een fout, niets ingevoerd`}
          >
            <p>
              {props.changed
                ? 'Er veranderde iets nadat u de tabel bekeek. Verbeter deze rijen, of haal ze weg, en lees de tabel opnieuw.'
                : 'Verbeter deze rijen in de tabel hieronder, of haal ze weg. De andere rijen zijn goed.'}
            </p>
          </Alert>
        ) : undefined
      }
      lead={
        wrong.length > 0
          ? `${rowsInWords(rows.length)} gelezen, ${rows.length - wrong.length} goed.`
          : `${rowsInWords(rows.length)} gelezen, allemaal goed. Kijk ze na en voer ze in. Er is nog niets ingevoerd.`
      }
    >
      {wrong.length > 0 ? (
        <>
          <WrongRows
            rows={wrong}
            columns={[
              { header: 'Gemeente', cell: ({ name }) => name || 'onbekend' },
              { header: 'Onderdeel', cell: ({ element }) => element || 'onbekend' },
            ]}
            names={COLUMN_NAMES}
            texts={PROBLEM_TEXTS}
          />
          <Heading level={2}>Verbeter de tabel</Heading>
          <TableForm frame={frame} action={IMPORT_PATH} values={{ tabel: props.table }} formKey={props.formKey} />
        </>
      ) : (
        <>
          <Form
            frame={frame}
            action={`${IMPORT_PATH}/invoeren`}
            idempotencyKey={props.formKey}
            label="Alles invoeren"
            autocomplete="off"
          >
            <HiddenField name="tabel" value={props.table} />
            <SubmitButton>{`Voer ${rows.length === 1 ? 'deze bron' : `deze ${rows.length} bronnen`} in`}</SubmitButton>
          </Form>
          <p>
            <Link href={IMPORT_PATH}>Toch niet: begin opnieuw</Link>
          </p>
          <Table
            caption="Wat u gaat invoeren"
            rows={rows}
            rowKey={({ line }) => String(line)}
            columns={[
              { header: 'Gemeente', cell: ({ name }) => name },
              { header: 'Onderdeel', cell: ({ element }) => element },
              { header: 'Document', cell: ({ content }) => content && <SourceLink fact={content} /> },
              { header: 'Bron', cell: ({ content }) => content && PUBLIC_SOURCE_NAMES[content.source] },
              {
                header: 'Datum',
                kind: 'date',
                cell: ({ content }) => content && <DateText date={content.decidedOn} />,
              },
              {
                header: 'Geldig tot',
                kind: 'date',
                cell: ({ content }) => (content?.validUntil ? <DateText date={content.validUntil} /> : '–'),
              },
            ]}
          />
        </>
      )}
    </Page>
  );
}
