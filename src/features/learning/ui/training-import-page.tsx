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
import { TRAINED_WORK_NAMES } from '../domain/training.ts';
import type { ImportRow } from '../domain/training-import.ts';
import { COLUMN_HELP, COLUMN_NAMES, PROBLEM_TEXTS, TEAMS_PATH, TEAMS_TITLE } from './register-words.ts';

export const IMPORT_PATH = `${TEAMS_PATH}/inlezen`;
const TITLE = 'Een lijst met trainingen inlezen';
const CRUMBS = [{ href: TEAMS_PATH, label: TEAMS_TITLE }];

interface TableProps {
  readonly frame: PageFrame;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly formKey: string;
}

/** Many trained people at once: a table that is pasted, or a file. */
export function ImportTrainingsPage(props: TableProps) {
  return (
    <Page
      frame={props.frame}
      title={TITLE}
      errors={props.errors}
      breadcrumbs={CRUMBS}
      lead="Plak een tabel uit Excel, of kies een bestand. U ziet eerst wat wij lezen; daarna pas staat het erin."
    >
      <TableForm {...props} action={IMPORT_PATH} />
      <ColumnHelp names={COLUMN_NAMES} help={COLUMN_HELP} />
    </Page>
  );
}

/** What was read, row by row. Only when every row is good it can be recorded, all at once. */
export function ImportPreviewPage(props: {
  frame: PageFrame;
  rows: readonly ImportRow[];
  /** The table as text, to record or to mend. */
  table: string;
  /** Something changed between looking and recording. */
  changed: boolean;
  formKey: string;
}) {
  const { frame, rows } = props;
  const wrong = rows.filter(({ training }) => !training);
  const fresh = rows.filter(({ training, isRecorded }) => training && !isRecorded);
  const known = rows.length - wrong.length - fresh.length;
  const knownToo =
    known > 0 ? ` ${rowsInWords(known)} ${known === 1 ? 'staat' : 'staan'} er al in; die slaan wij over.` : '';
  return (
    <Page
      frame={frame}
      title="Wat wij lazen"
      wide
      breadcrumbs={[...CRUMBS, { href: IMPORT_PATH, label: 'Lijst inlezen' }]}
      status={
        wrong.length > 0 ? (
          <Alert
            kind={props.changed ? 'warning' : 'error'}
            title={`${rowsInWords(wrong.length)} met een fout, niets vastgelegd`}
          >
            <p>
              {props.changed
                ? 'Er veranderde iets nadat u de tabel bekeek. Verbeter deze rijen, of haal ze weg, en lees de tabel opnieuw.'
                : 'Verbeter deze rijen in de tabel hieronder, of haal ze weg. De andere rijen zijn goed.'}
            </p>
          </Alert>
        ) : fresh.length === 0 ? (
          <Alert kind="info" title="Deze tabel is al ingelezen">
            <p>Alle rijen staan al in het register. Er is niets veranderd.</p>
          </Alert>
        ) : undefined
      }
      lead={
        wrong.length > 0
          ? `${rowsInWords(rows.length)} gelezen, ${rows.length - wrong.length} goed.${knownToo}`
          : fresh.length === 0
            ? `${rowsInWords(rows.length)} gelezen.`
            : `${rowsInWords(fresh.length)} nieuw.${knownToo} Kijk ze na. Er is nog niets vastgelegd.`
      }
    >
      {wrong.length > 0 ? (
        <>
          <WrongRows
            rows={wrong}
            columns={[{ header: 'Naam', cell: ({ name }) => name || 'onbekend' }]}
            names={COLUMN_NAMES}
            texts={PROBLEM_TEXTS}
          />
          <Heading level={2}>Verbeter de tabel</Heading>
          <TableForm frame={frame} action={IMPORT_PATH} values={{ tabel: props.table }} formKey={props.formKey} />
        </>
      ) : null}
      {wrong.length === 0 && fresh.length > 0 ? (
        <>
          <Form
            frame={frame}
            action={`${IMPORT_PATH}/vastleggen`}
            idempotencyKey={props.formKey}
            label="Alles vastleggen"
            autocomplete="off"
          >
            <HiddenField name="tabel" value={props.table} />
            <SubmitButton>{`Leg ${rowsInWords(fresh.length)} vast`}</SubmitButton>
          </Form>
          <Table
            caption="Wat u gaat vastleggen"
            rows={fresh}
            rowKey={({ line }) => String(line)}
            columns={[
              { header: 'Naam', cell: ({ name }) => name },
              { header: 'Functie', cell: ({ training }) => training && TRAINED_WORK_NAMES[training.facts.work] },
              { header: 'Cursus', cell: ({ training }) => training?.facts.course },
              {
                header: 'Gevolgd op',
                kind: 'date',
                cell: ({ training }) => training && <DateText date={training.facts.followedOn} />,
              },
              {
                header: 'Geldig tot',
                kind: 'date',
                cell: ({ training }) => training && <DateText date={training.facts.validUntil} />,
              },
            ]}
          />
        </>
      ) : null}
      {wrong.length === 0 ? (
        <p>
          <Link href={fresh.length === 0 ? TEAMS_PATH : IMPORT_PATH}>
            {fresh.length === 0 ? 'Naar het trainingsregister' : 'Toch niet: begin opnieuw'}
          </Link>
        </p>
      ) : null}
    </Page>
  );
}
