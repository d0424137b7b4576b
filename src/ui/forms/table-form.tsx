import type { TableProblem } from '../../shared-kernel/read-table.ts';
import { writeNumber } from '../format/number-text.tsx';
import type { PageFrame } from '../page.tsx';
import { type Column, Table } from '../show/table.tsx';
import { Heading } from '../text/heading.tsx';
import { BulletList } from '../text/paragraph.tsx';
import type { FieldErrors, FieldValues } from './field.tsx';
import { FileField } from './file-field.tsx';
import { Form } from './form.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextArea } from './text-area.tsx';

/** '1 rij', '12 rijen'. */
export const rowsInWords = (count: number): string => `${writeNumber(count)} ${count === 1 ? 'rij' : 'rijen'}`;

/** Why a table cannot be read at all, and what to do. */
export function tableProblemText<Name extends string>(
  problem: TableProblem<Name>,
  names: Readonly<Record<Name, string>>,
  mostRows: number,
): string {
  if ('columns' in problem)
    return `In de kopregel ontbreekt: ${problem.columns.map((column) => names[column]).join(', ')}. Zet de namen van de kolommen in de eerste regel.`;
  return problem.code === 'no-rows'
    ? 'Onder de kopregel staat nog geen rij. Plak de hele tabel, met de kopregel.'
    : `Dit zijn meer dan ${writeNumber(mostRows)} rijen. Deel de tabel in stukken.`;
}

/** A table that is pasted, or a file. */
export function TableForm(props: {
  frame: PageFrame;
  action: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKey: string;
  /** What the button does; usually the table is looked at first. */
  button?: string;
}) {
  const { values, errors } = props;
  return (
    <Form
      frame={props.frame}
      action={props.action}
      idempotencyKey={props.formKey}
      multipart
      autocomplete="off"
      label="Tabel lezen"
    >
      <TextArea
        name="tabel"
        label="De tabel"
        description="Met de namen van de kolommen in de eerste regel."
        optional
        rows={10}
        values={values}
        errors={errors}
      />
      <FileField
        name="bestand"
        label="Of een bestand"
        description="Excel (.xlsx) of CSV. Kiest u een bestand, dan lezen wij dat."
        optional
        accept=".xlsx,.csv,.tsv,.txt"
        errors={errors}
      />
      <SubmitButton>{props.button ?? 'Lees de tabel'}</SubmitButton>
    </Form>
  );
}

/** What each column holds, for whoever makes the table. */
export function ColumnHelp<Name extends string>(props: {
  names: Readonly<Record<Name, string>>;
  help: Readonly<Record<Name, string>>;
}) {
  return (
    <section class="ib-flow" aria-labelledby="kolommen">
      <Heading level={2} id="kolommen">
        Welke kolommen lezen wij?
      </Heading>
      <BulletList
        items={(Object.keys(props.help) as Name[]).map((column) => (
          <>
            <strong>{props.names[column]}</strong>: {props.help[column]}
          </>
        ))}
      />
      <p>De volgorde maakt niet uit. Andere kolommen slaan wij over en bewaren wij niet.</p>
    </section>
  );
}

/** One row that cannot be taken, and why. */
export interface WrongRow<Name extends string, Code extends string> {
  readonly line: number;
  readonly problems: readonly { readonly column: Name; readonly code: Code }[];
}

/** The rows with an error, each with its line in the table, what tells it apart, and what is wrong. */
export function WrongRows<Name extends string, Code extends string, Row extends WrongRow<Name, Code>>(props: {
  rows: readonly Row[];
  /** Between the line and what is wrong: what tells a row apart. */
  columns: readonly Column<Row>[];
  names: Readonly<Record<Name, string>>;
  texts: Readonly<Record<Code, string>>;
}) {
  return (
    <Table
      caption="Rijen met een fout"
      rows={props.rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { header: 'Regel', kind: 'number', cell: ({ line }) => <data value={line}>{line}</data> },
        ...props.columns,
        {
          header: 'Wat er niet klopt',
          cell: ({ problems }) => (
            <BulletList items={problems.map(({ column, code }) => `${props.names[column]}: ${props.texts[code]}`)} />
          ),
        },
      ]}
    />
  );
}
