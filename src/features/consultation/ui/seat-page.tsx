import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { type Choice, SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import type { Meeting } from '../domain/meeting.ts';
import { OVERVIEW_PATH, SEES_WORDS, TYPE_CHOICES } from './consultation-words.ts';
import { crumbsOf, elsewhereAlert } from './meeting-parts.tsx';

/** Who takes part, and what she may see. */
export function SeatPage(props: {
  frame: PageFrame;
  meeting: Meeting;
  organisations: readonly Choice[];
  colleagues: readonly Choice[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  belongsElsewhere: boolean;
}) {
  const { frame, meeting, values, errors } = props;
  const field = { values, errors };
  const isSignal = meeting.kind === 'signal';
  const own = `${OVERVIEW_PATH}/${meeting.id}`;
  return (
    <Page
      frame={frame}
      title="Deelnemer toevoegen"
      errors={errors}
      breadcrumbs={crumbsOf(meeting)}
      status={elsewhereAlert(props.belongsElsewhere)}
      lead={
        isSignal ? 'Alleen medewerkers van uw eigen gemeente.' : 'Kies één van de drie, en wat deze deelnemer mag zien.'
      }
    >
      <Form frame={frame} action={`${own}/deelnemers`} idempotencyKey={props.formKey} label="Deelnemer toevoegen">
        <Radios
          name="hoe"
          label="Hoe doet deze deelnemer mee?"
          choices={[
            ...(isSignal ? [] : [{ value: 'organisatie', label: 'Een organisatie die In Beeld gebruikt' }]),
            { value: 'collega', label: 'Een collega van uw eigen organisatie' },
            { value: 'papier', label: 'Op papier', description: 'U print de agenda en geeft haar zelf.' },
          ]}
          {...field}
        />
        {isSignal ? null : (
          <SelectField
            name="organisatie"
            label="Welke organisatie?"
            description="Een opvang of CoMensha staat hier niet: zij doen op papier mee. Kies dan «Op papier» en geef de agenda zelf."
            optional="alleen bij een organisatie"
            searchable
            choices={props.organisations}
            {...field}
          />
        )}
        <SelectField
          name="deelnemer"
          label="Welke collega?"
          optional="alleen bij een collega"
          choices={props.colleagues}
          {...field}
        />
        <TextField
          name="naam"
          label="Wie doet mee op papier?"
          description="De functie of de organisatie, geen naam van een cliënt."
          optional="alleen op papier"
          {...field}
        />
        {isSignal ? null : (
          <SelectField
            name="type"
            label="Wat voor organisatie is dat?"
            optional="alleen op papier"
            choices={TYPE_CHOICES}
            {...field}
          />
        )}
        <Radios
          name="ziet"
          label="Wat mag deze deelnemer zien?"
          choices={Object.values(SEES_WORDS).map(({ value, label, about }) => ({ value, label, description: about }))}
          {...field}
        />
        <SubmitButton>Voeg toe</SubmitButton>
      </Form>
    </Page>
  );
}
