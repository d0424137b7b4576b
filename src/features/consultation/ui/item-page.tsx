import type { ComponentChildren } from 'preact';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { MeetingSeen } from '../domain/meeting-seen.ts';
import { BRING_ELSEWHERE, OVERVIEW_PATH } from './consultation-words.ts';
import { ForFields, ItemFields } from './item-fields.tsx';
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
          <ItemFields
            aboutPerson={aboutPerson}
            asksGround={meeting.kind === 'care'}
            ages={props.ages}
            consentFields={props.consentFields}
            {...field}
          />
          <ForFields participants={participants} aboutPerson={aboutPerson} own={own} {...field} />
          <SubmitButton>Zet op de agenda</SubmitButton>
        </Form>
      )}
    </Page>
  );
}
