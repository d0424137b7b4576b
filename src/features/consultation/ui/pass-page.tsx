import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import type { Meeting } from '../domain/meeting.ts';
import { OVERVIEW_PATH } from './consultation-words.ts';
import { crumbsOf } from './meeting-parts.tsx';

/** Passing the chair to a colleague, or calling the consultation off. */
export function PassPage(props: {
  frame: PageFrame;
  meeting: Meeting;
  colleagues: readonly { readonly value: string; readonly label: string }[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, meeting, colleagues } = props;
  const own = `${OVERVIEW_PATH}/${meeting.id}`;
  const version = <HiddenField name="versie" value={String(meeting.version)} />;
  return (
    <Page
      frame={frame}
      title={meeting.state === 'planned' ? 'Overdragen of afzeggen' : 'Overdragen'}
      errors={props.errors}
      breadcrumbs={crumbsOf(meeting)}
    >
      <Heading level={2}>Draag het voorzitten over</Heading>
      {meeting.state === 'closed' ? (
        <p class="utrecht-paragraph">Dit overleg is gesloten. Er verandert niets meer aan.</p>
      ) : colleagues.length === 0 ? (
        <p class="utrecht-paragraph">
          Geen collega van u kan dit overleg voorzitten. Vraag uw beheerder om een collega de rol te geven.
        </p>
      ) : (
        <Form frame={frame} action={`${own}/overdragen`} idempotencyKey={props.formKey} label="Overdragen">
          {version}
          <SelectField
            name="nieuweVoorzitter"
            label="Wie zit het overleg voor?"
            description="Daarna kunt u het zelf niet meer lezen. De deelnemers horen wie voorzit."
            choices={colleagues}
            values={props.values}
            errors={props.errors}
          />
          <SubmitButton>Draag over</SubmitButton>
        </Form>
      )}
      {meeting.state === 'planned' ? (
        <>
          <Heading level={2}>Zeg het overleg af</Heading>
          <p class="utrecht-paragraph">
            Wie is uitgenodigd, krijgt bericht dat er iets verandert. Personen gaan van de agenda en zijn voor niemand
            meer te lezen.
          </p>
          <Form frame={frame} action={`${own}/afzeggen`} idempotencyKey={`${props.formKey}a`} label="Afzeggen">
            {version}
            <SubmitButton emphasis="secondary">Zeg het overleg af</SubmitButton>
          </Form>
        </>
      ) : null}
    </Page>
  );
}
