import { MomentText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import type { Place } from '../domain/place.ts';
import { PlaceDayFields, PlaceFields } from './place-fields.tsx';

const CHANGE_WORDS: Readonly<Record<string, string>> = {
  added: 'Vastgelegd',
  changed: 'Gewijzigd',
  taken: 'Bezet gemeld',
  freed: 'Vrij gemeld',
};

/** One place for the people of its shelter: what it offers, when it can be used, and what was said of it. */
export function PlacePage(props: {
  frame: PageFrame;
  place: Place;
  unitName: string;
  changes: readonly {
    readonly id: string;
    readonly kind: string;
    readonly changedAt: Date;
    readonly changedByName: string;
  }[];
  formKey: string;
  values: FieldValues;
  errors: FieldErrors;
  isSaved: boolean;
}) {
  const { frame, place, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title={`${props.unitName}, plek ${place.number}`}
      errors={errors}
      breadcrumbs={[{ href: '/opvang', label: 'Onze plekken' }]}
      status={
        props.isSaved ? (
          <Alert kind="ok" title="bewaard">
            <p>Wie plaatst, ziet de plek nu zo.</p>
          </Alert>
        ) : undefined
      }
    >
      <Form frame={frame} action={`/opvang/plekken/${place.id}`} idempotencyKey={props.formKey} label="Wijzig de plek">
        <HiddenField name="versie" value={String(values.versie ?? place.version)} />
        <PlaceFields {...field} />
        <PlaceDayFields {...field} />
        <DateField {...field} name="buitenVanaf" label="Buiten gebruik vanaf" optional />
        <DateField {...field} name="buitenTot" label="Weer te gebruiken op" optional="alleen bij buiten gebruik" />
        <SubmitButton>Bewaar</SubmitButton>
      </Form>
      <Heading level={2}>Wat er is gemeld</Heading>
      <Table
        caption="De laatste meldingen over deze plek"
        rows={props.changes}
        rowKey={({ id }) => id}
        columns={[
          { header: 'Wat', cell: ({ kind }) => CHANGE_WORDS[kind] ?? kind },
          { header: 'Wanneer', kind: 'date', cell: ({ changedAt }) => <MomentText instant={changedAt} /> },
          { header: 'Door', cell: ({ changedByName }) => changedByName },
        ]}
      />
    </Page>
  );
}
