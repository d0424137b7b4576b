import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import type { MeetingSeen } from '../domain/meeting-seen.ts';
import { OVERVIEW_PATH } from './consultation-words.ts';
import { conflictAlert, crumbsOf } from './meeting-parts.tsx';

/** The form to write a decision or an action down: nothing else is kept of a consultation. */
export function OutcomePage(props: {
  frame: PageFrame;
  view: MeetingSeen;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  conflict?: string | undefined;
}) {
  const { frame, view, values, errors } = props;
  const { meeting, participants, items } = view;
  const own = `${OVERVIEW_PATH}/${meeting.id}`;
  const field = { values, errors };
  const standing = items.filter(({ withdrawnAt }) => !withdrawnAt);
  return (
    <Page
      frame={frame}
      title="Besluit of actie vastleggen"
      errors={errors}
      breadcrumbs={crumbsOf(meeting)}
      status={conflictAlert(props.conflict)}
      lead="Alleen besluiten en acties worden bewaard. Wat is gezegd, schrijft u niet op."
    >
      <Form frame={frame} action={`${own}/vastleggen`} idempotencyKey={props.formKey} autocomplete="off">
        <SelectField
          name="agendapunt"
          label="Bij welk punt?"
          choices={standing.map(({ id, number, topic, person }) => ({
            value: id,
            label: `${number}. ${topic ?? person?.called ?? 'persoon'}`,
          }))}
          {...field}
        />
        <Radios
          name="wat"
          label="Wat legt u vast?"
          choices={[
            { value: 'besluit', label: 'Een besluit' },
            { value: 'actie', label: 'Een actie' },
          ]}
          {...field}
        />
        <TextField name="tekst" label="Wat is besloten of afgesproken?" {...field} />
        <SelectField
          name="actieVan"
          label="Wie doet de actie?"
          description="Alleen wie het punt kreeg kan een actie krijgen."
          optional="alleen bij een actie; leeg is uzelf"
          choices={participants
            .filter(({ removedAt }) => !removedAt)
            .map(({ id, name }) => ({ value: id, label: name }))}
          placeholder="Ikzelf"
          {...field}
        />
        <DateField name="klaarOp" label="Wanneer is het klaar?" optional="alleen bij een actie" {...field} />
        <SubmitButton>Leg vast</SubmitButton>
      </Form>
    </Page>
  );
}
