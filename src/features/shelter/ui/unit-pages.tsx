import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Place } from '../domain/place.ts';
import { PlaceDayFields, PlaceFields } from './place-fields.tsx';
import { TYPE_WORDS } from './shelter-words.ts';

const OWN = { href: '/opvang', label: 'Onze plekken' };

function UnitFields(props: { values: FieldValues; errors: FieldErrors }) {
  return (
    <>
      <TextField
        {...props}
        name="naam"
        label="Hoe noemt u dit huis?"
        description="Alleen uw collega’s zien dit. Zet er geen straat of plaats in."
      />
      <TextField
        {...props}
        name="adres"
        label="Adres"
        optional
        description="Verzegeld. Alleen uw collega’s openen het, en wie plaatst nadat u ja hebt gezegd."
      />
    </>
  );
}

/** Writing a house down with its places, which begin alike. */
export function NewUnitPage(props: { frame: PageFrame; formKey: string; values: FieldValues; errors: FieldErrors }) {
  const { frame, values, errors } = props;
  const field = { values, errors };
  return (
    <Page frame={frame} title="Leg een huis vast" errors={errors} breadcrumbs={[OWN]}>
      <Form frame={frame} action="/opvang/huizen" idempotencyKey={props.formKey} label="Leg een huis vast">
        <UnitFields {...field} />
        <TextField
          {...field}
          name="aantal"
          label="Hoeveel plekken?"
          description="Zij beginnen gelijk. Daarna wijzigt u elke plek apart."
          inputMode="numeric"
          width="short"
        />
        <PlaceFields {...field} />
        <PlaceDayFields {...field} />
        <SubmitButton>Leg vast</SubmitButton>
      </Form>
    </Page>
  );
}

/** One house for its own people, with where it is. */
export function UnitPage(props: {
  frame: PageFrame;
  unit: { readonly id: string; readonly name: string; readonly version: number };
  places: readonly Place[];
  formKey: string;
  values: FieldValues;
  errors: FieldErrors;
  isSaved: boolean;
}) {
  const { frame, unit, places, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title={unit.name}
      errors={errors}
      breadcrumbs={[OWN]}
      status={
        props.isSaved ? (
          <Alert kind="ok" title="bewaard">
            <p>Wat hier staat, is bewaard.</p>
          </Alert>
        ) : undefined
      }
    >
      <Paragraph>Wie deze pagina opent, staat in het logboek: het adres is te zien.</Paragraph>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <Link href={`/opvang/plekken/${place.id}`}>Plek {place.number}</Link>, {TYPE_WORDS[place.type].label}
          </li>
        ))}
      </ul>
      <Heading level={2}>Wijzigen</Heading>
      <Form frame={frame} action={`/opvang/huizen/${unit.id}`} idempotencyKey={props.formKey} label="Wijzig het huis">
        <HiddenField name="versie" value={String(values.versie ?? unit.version)} />
        <UnitFields {...field} />
        <TextField
          {...field}
          name="erbij"
          label="Hoeveel plekken komen erbij?"
          optional
          description="Zij worden gelijk aan de laatste plek, en zijn open vanaf vandaag."
          inputMode="numeric"
          width="short"
        />
        <SubmitButton>Bewaar</SubmitButton>
      </Form>
    </Page>
  );
}
