import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import {
  CAPABILITIES,
  capabilityFor,
  type Mandate,
  type MandateState,
  mandateOn,
  SUCCESSION,
} from '../domain/mandate.ts';

interface Row extends Mandate {
  readonly otherCode: string;
  readonly otherName: string;
}

const STATES: Readonly<Record<MandateState, { readonly kind: Kind; readonly label: string }>> = {
  coming: { kind: 'info', label: 'Begint nog' },
  running: { kind: 'ok', label: 'Loopt' },
  lapsed: { kind: 'neutral', label: 'Afgelopen' },
  withdrawn: { kind: 'neutral', label: 'Ingetrokken' },
};

const what = (capability: string) =>
  capability === SUCCESSION
    ? 'Lezen wat is overgenomen'
    : (CAPABILITIES[capability as keyof typeof CAPABILITIES] ?? capability);

/** Who may act in the place of this organisation, and for whom it may act itself. */
export function MandatesPage(props: {
  frame: PageFrame;
  given: readonly Row[];
  held: readonly Row[];
  candidates: readonly { readonly code: string; readonly name: string; readonly kind: string }[];
  today: PlainDate;
  values: FieldValues;
  errors?: FieldErrors;
  formKey: string;
  done?: 'given' | 'withdrawn' | undefined;
}) {
  const { frame, given, held, candidates, today, values, errors } = props;
  const capabilities = [...new Set(candidates.map(({ kind }) => capabilityFor(kind)))];
  const columns = [
    { header: 'Organisatie', cell: (row: Row) => row.otherName },
    { header: 'Wat mag', cell: (row: Row) => what(row.capability) },
    { header: 'Besluit', cell: (row: Row) => row.basis },
    { header: 'Vanaf', kind: 'date' as const, cell: (row: Row) => <DateText date={row.validFrom} /> },
    {
      header: 'Tot',
      kind: 'date' as const,
      cell: (row: Row) => (row.validUntil ? <DateText date={row.validUntil} /> : 'geen einddatum'),
    },
    { header: 'Stand', cell: (row: Row) => <StatusBadge {...STATES[mandateOn(row, today)]} /> },
  ];
  return (
    <Page
      frame={frame}
      title="Mandaten"
      wide
      errors={errors}
      lead="Met een mandaat mag een andere organisatie iets namens de uwe doen, tot een datum. U ziet alles wat zij doet, en u trekt het mandaat in wanneer u wilt."
      status={
        props.done ? (
          <Alert kind="ok" title={props.done === 'given' ? 'mandaat gegeven' : 'mandaat ingetrokken'}>
            <p>
              {props.done === 'given'
                ? 'Het staat hieronder. De andere organisatie ziet het ook.'
                : 'Vanaf nu kan er niemand meer mee werken.'}
            </p>
          </Alert>
        ) : undefined
      }
    >
      <Heading level={2}>Wie namens u mag werken</Heading>
      {given.length === 0 ? (
        <EmptyState title="U hebt nog niemand een mandaat gegeven">
          Laat u uw aanpak bijhouden, of plekken geven door wie plaatst? Geef dan hieronder een mandaat.
        </EmptyState>
      ) : (
        <Table
          caption="Gegeven mandaten"
          rows={given}
          rowKey={(row) => row.id}
          columns={[
            ...columns,
            {
              header: 'Actie',
              sortable: false,
              cell: (row) =>
                row.capability !== SUCCESSION && ['coming', 'running'].includes(mandateOn(row, today)) ? (
                  <Form
                    frame={frame}
                    action="/beheer/mandaten/intrekken"
                    idempotencyKey={`${props.formKey}${row.id.slice(-8)}`}
                    label={`Trek het mandaat van ${row.otherName} in`}
                  >
                    <HiddenField name="mandaat" value={row.id} />
                    <SubmitButton emphasis="secondary">Trek in</SubmitButton>
                  </Form>
                ) : (
                  '–'
                ),
            },
          ]}
        />
      )}
      {candidates.length > 0 ? (
        <section class="ib-flow" aria-labelledby="geef">
          <Heading level={2} id="geef">
            Geef een mandaat
          </Heading>
          <Form frame={frame} action="/beheer/mandaten" idempotencyKey={props.formKey} label="Geef een mandaat">
            <SelectField
              name="houder"
              label="Wie mag namens u werken"
              values={values}
              errors={errors}
              choices={candidates.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <SelectField
              name="bevoegdheid"
              label="Wat mag"
              values={values}
              errors={errors}
              choices={capabilities.map((value) => ({ value, label: CAPABILITIES[value] }))}
            />
            <TextField
              name="grondslag"
              label="Naam van het besluit"
              description="Bijvoorbeeld: Mandaatbesluit aanpak mensenhandel. Zet hier geen namen van mensen."
              values={values}
              errors={errors}
            />
            <DateField name="vanaf" label="Geldig vanaf" values={values} errors={errors} />
            <DateField
              name="geldigTot"
              label="Geldig tot"
              description="Vanaf deze dag geldt het niet meer. Hoogstens vier jaar na het begin."
              values={values}
              errors={errors}
            />
            <SubmitButton>Geef het mandaat</SubmitButton>
          </Form>
        </section>
      ) : null}
      {held.length > 0 ? (
        <>
          <Heading level={2}>Namens wie u mag werken</Heading>
          <Table
            caption="Gekregen mandaten"
            rows={held}
            rowKey={(row) => row.id}
            columns={[
              {
                header: 'Organisatie',
                cell: (row) =>
                  row.capability === 'aanpak' && mandateOn(row, today) === 'running' ? (
                    <Link href={`/gemeenten/${row.otherCode}`}>{row.otherName}</Link>
                  ) : (
                    row.otherName
                  ),
              },
              ...columns.slice(1),
            ]}
          />
          <p class="ib-soft">
            Wie plaatst, geeft plekken op de pagina Plekken. Wie de aanpak bijhoudt, ziet deze gemeenten op de pagina
            Aanpak of Regio en kan daar namens hen werken.
          </p>
        </>
      ) : null}
    </Page>
  );
}
