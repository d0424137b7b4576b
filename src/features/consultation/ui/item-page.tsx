import type { ComponentChildren } from 'preact';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { MeetingSeen } from '../domain/meeting-seen.ts';
import { BRING_ELSEWHERE, LAW_WORDS, OVERVIEW_PATH, SEES_WORDS } from './consultation-words.ts';
import { crumbsOf, elsewhereAlert } from './meeting-parts.tsx';

/** The form to put something on the agenda: a topic without a person, or a person. */
export function ItemPage(props: {
  frame: PageFrame;
  view: MeetingSeen;
  aboutPerson: boolean;
  /** A new person asks an open start gate. */
  isOpen: boolean;
  ages: readonly { readonly value: string; readonly label: string }[];
  /** The questions about a consent, as they are asked for every consent to be helped. */
  consentFields: ComponentChildren;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  belongsElsewhere: boolean;
}) {
  const { frame, view, aboutPerson, values, errors } = props;
  const { meeting, participants, enforcement } = view;
  const own = `${OVERVIEW_PATH}/${meeting.id}`;
  const field = { values, errors };
  const able = participants.filter(({ removedAt, sees }) => !removedAt && !(aboutPerson && sees === 'topics'));
  return (
    <Page
      frame={frame}
      title={aboutPerson ? 'Persoon op de agenda' : 'Punt zonder persoon'}
      errors={errors}
      breadcrumbs={crumbsOf(meeting)}
      status={elsewhereAlert(props.belongsElsewhere)}
    >
      {aboutPerson && enforcement.length > 0 && !props.belongsElsewhere ? (
        <Alert kind="warning">
          <p>{BRING_ELSEWHERE}</p>
        </Alert>
      ) : null}
      <p class="utrecht-paragraph">
        {aboutPerson ? (
          <>
            Gaat het niet over één persoon? <Link href={`${own}/punt`}>Maak een punt zonder persoon</Link>.
          </>
        ) : (
          <>
            Noem hier niemand. Gaat het over een persoon?{' '}
            <Link href={`${own}/persoon`}>Zet een persoon op de agenda</Link>.
          </>
        )}
      </p>
      {aboutPerson && !props.isOpen ? (
        <p class="utrecht-paragraph">
          Een persoon op de agenda zetten kan pas als de startpoort voor casusoverleg open is. Vraag het uw functionaris
          gegevensbescherming.
        </p>
      ) : (
        <Form
          frame={frame}
          action={`${own}/${aboutPerson ? 'persoon' : 'punt'}`}
          idempotencyKey={props.formKey}
          autocomplete="off"
          label={aboutPerson ? 'Persoon op de agenda' : 'Punt zonder persoon'}
        >
          {aboutPerson ? (
            <>
              <TextField
                name="aanduiding"
                label="Hoe noemt u deze persoon aan tafel?"
                description="Een voornaam of afkorting is genoeg. Wie het is, zegt u in het overleg."
                {...field}
              />
              <TextArea name="vraag" label="Wat is uw vraag aan tafel?" rows={3} {...field} />
              <TextArea
                name="achtergrond"
                label="Wat moet men weten om te helpen?"
                description="Niet meer dan nodig. Wie alleen de vraag mag zien, krijgt dit niet."
                rows={3}
                optional
                {...field}
              />
            </>
          ) : (
            <TextField name="onderwerp" label="Wat is het onderwerp?" {...field} />
          )}
          <TextField
            name="doel"
            label="Waarom staat dit op de agenda?"
            description="Het doel van dit punt."
            {...field}
          />
          {aboutPerson && meeting.kind === 'care' ? (
            <GroundFields {...field} ages={props.ages} consentFields={props.consentFields} />
          ) : null}
          {able.length === 0 ? (
            <p class="utrecht-paragraph">
              Er is nog niemand die dit mag krijgen. <Link href={`${own}/deelnemers`}>Voeg een deelnemer toe</Link>.
            </p>
          ) : (
            <Checkboxes
              name="voor"
              label="Wie krijgt dit punt?"
              description="Anderen zien het niet, ook niet in het verslag."
              optional
              choices={able.map(({ id, name, sees }) => ({
                value: id,
                label: name,
                ...(aboutPerson && { description: SEES_WORDS[sees].label }),
              }))}
              {...field}
            />
          )}
          <SubmitButton>Zet op de agenda</SubmitButton>
        </Form>
      )}
    </Page>
  );
}

/** Why a person may be spoken of at a table of care parties. */
function GroundFields(props: {
  values: FieldValues;
  errors: FieldErrors | undefined;
  ages: readonly { readonly value: string; readonly label: string }[];
  consentFields: ComponentChildren;
}) {
  const { ages, consentFields, ...field } = props;
  return (
    <>
      <Radios
        name="grondslag"
        label="Op welke grondslag?"
        choices={[
          { value: 'toestemming', label: 'Toestemming', description: 'Vul hieronder in wie die gaf, hoe en wanneer.' },
          { value: 'zorgwet', label: 'Een zorgwet', description: 'Noem hieronder welke.' },
        ]}
        {...field}
      />
      <Heading level={2}>Bij toestemming</Heading>
      <p class="utrecht-paragraph">Steunt het op een zorgwet? Sla deze vragen over.</p>
      <SelectField
        name="leeftijd"
        label="Hoe oud is de persoon?"
        description="Van 12 tot en met 15 jaar telt ook wat het kind zelf wil."
        optional="alleen bij toestemming"
        choices={ages}
        {...field}
      />
      {consentFields}
      <Heading level={2}>Bij een zorgwet</Heading>
      <SelectField
        name="wet"
        label="Welke wet?"
        description="Of de wet dit toelaat, is nog te verifiëren door uw FG."
        optional="alleen bij een zorgwet"
        choices={Object.entries(LAW_WORDS).map(([value, label]) => ({ value, label }))}
        {...field}
      />
    </>
  );
}
