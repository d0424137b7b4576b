import type { ComponentChildren } from 'preact';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { Choice } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { OVERVIEW_PATH, OVERVIEW_TITLE, RECEIVED_PATH, RECEIVED_TITLE } from './consultation-words.ts';
import { ItemFields } from './item-fields.tsx';
import { elsewhereAlert } from './meeting-parts.tsx';

/** The form of a participant to bring something in for the table of another organisation. */
export function BringPage(props: {
  frame: PageFrame;
  meetingId: string;
  title: string;
  organiserName: string;
  aboutPerson: boolean;
  /** It is over, or one takes part no longer: nothing can be brought in. */
  isOver: boolean;
  /** A new person asks an open start gate here too. */
  isOpen: boolean;
  ages: readonly Choice[];
  consentFields: ComponentChildren;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  belongsElsewhere: boolean;
}) {
  const { frame, aboutPerson, organiserName, values, errors } = props;
  const own = `${RECEIVED_PATH}/${props.meetingId}`;
  const label = aboutPerson ? 'Breng een persoon in' : 'Breng een punt zonder persoon in';
  return (
    <Page
      frame={frame}
      title={label}
      errors={errors}
      breadcrumbs={[
        { href: OVERVIEW_PATH, label: OVERVIEW_TITLE },
        { href: RECEIVED_PATH, label: RECEIVED_TITLE },
        { href: own, label: props.title },
      ]}
      status={elsewhereAlert(props.belongsElsewhere)}
      lead={`De voorzitter van ${organiserName} leest dit, en zet het op de agenda of laat weten waarom niet. Zij kiest wie aan tafel het krijgt.`}
    >
      {props.isOver ? (
        <p class="utrecht-paragraph">
          Dit overleg is gesloten, afgezegd, of u doet niet meer mee. <Link href={own}>Terug naar het overleg</Link>.
        </p>
      ) : (
        <>
          <p class="utrecht-paragraph">
            {aboutPerson ? (
              <>
                Gaat het niet over één persoon? <Link href={`${own}/punt`}>Breng een punt zonder persoon in</Link>.
              </>
            ) : (
              <>
                Noem hier niemand. Gaat het over een persoon? <Link href={`${own}/persoon`}>Breng een persoon in</Link>.
              </>
            )}
          </p>
          {aboutPerson && !props.isOpen ? (
            <p class="utrecht-paragraph">
              Een persoon inbrengen kan pas als de startpoort voor casusoverleg in uw organisatie open is. Vraag het uw
              functionaris gegevensbescherming. Tot die tijd belt u {organiserName}.
            </p>
          ) : (
            <Form
              frame={frame}
              action={`${own}/${aboutPerson ? 'persoon' : 'punt'}`}
              idempotencyKey={props.formKey}
              autocomplete="off"
              label={label}
            >
              <ItemFields
                aboutPerson={aboutPerson}
                asksGround
                ages={props.ages}
                consentFields={props.consentFields}
                values={values}
                errors={errors}
              />
              <SubmitButton>Stuur naar de voorzitter</SubmitButton>
            </Form>
          )}
        </>
      )}
    </Page>
  );
}
