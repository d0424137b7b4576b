import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { OFFERS, type Offer } from '../domain/request.ts';
import { DESK_CRUMBS } from './support-crumbs.ts';

/** Something that is given on a day, as a list shows it. */
export interface SessionView {
  readonly id: string;
  readonly offer: Offer;
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly places: number;
  readonly taken: number;
}

/** What is still to come, and how many places are left. */
export function SessionTable({ sessions }: { sessions: readonly SessionView[] }) {
  return (
    <Table
      caption="Wat er gepland staat"
      columns={[
        { header: 'Wat', cell: ({ title, offer }) => `${OFFERS[offer]}: ${title}` },
        { header: 'Wanneer', kind: 'date', cell: ({ heldOn }) => <DateText date={heldOn} /> },
        {
          header: 'Plekken vrij',
          kind: 'number',
          cell: ({ places, taken }) => (taken >= places ? 'vol' : <NumberText value={places - taken} />),
        },
        { header: 'Plekken', kind: 'number', cell: ({ places }) => <NumberText value={places} /> },
      ]}
      rows={sessions}
      rowKey={({ id }) => id}
    />
  );
}

/** What the own half of the desk gives on a day to several municipalities. */
export function SessionsPage(props: {
  frame: PageFrame;
  sessions: readonly SessionView[];
  isAnnounced: boolean;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKey: string;
}) {
  const { values, errors } = props;
  return (
    <Page
      frame={props.frame}
      title="Gepland aanbod"
      lead="Wat u op een dag aan meer gemeenten geeft. Bij een vraag geeft u een plek; is het vol, dan ziet u de volgende datum."
      breadcrumbs={DESK_CRUMBS}
      errors={errors}
      status={props.isAnnounced ? <Alert kind="ok" title="gepland" /> : undefined}
      wide
    >
      {props.sessions.length === 0 ? (
        <EmptyState title="Er staat niets gepland">Plan hieronder het eerste.</EmptyState>
      ) : (
        <SessionTable sessions={props.sessions} />
      )}
      <Heading level={2}>Plan iets</Heading>
      <Form frame={props.frame} action="/ondersteuning/balie/aanbod" idempotencyKey={props.formKey} label="Plan iets">
        <SelectField
          name="aanbod"
          label="Wat geeft u?"
          choices={Object.entries(OFFERS).map(([value, label]) => ({ value, label }))}
          values={values}
          errors={errors}
        />
        <TextField
          name="titel"
          label="Hoe heet het?"
          description="Gemeenten lezen dit. Noem geen persoon."
          values={values}
          errors={errors}
        />
        <DateField name="datum" label="Wanneer?" values={values} errors={errors} />
        <TextField name="plekken" label="Hoeveel plekken?" inputMode="numeric" values={values} errors={errors} />
        <SubmitButton>Plan</SubmitButton>
      </Form>
    </Page>
  );
}
