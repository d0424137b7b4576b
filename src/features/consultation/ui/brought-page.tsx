import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { Ground, Law, SaidOfPerson } from '../domain/meeting.ts';
import type { MeetingSeen } from '../domain/meeting-seen.ts';
import { BRING_ELSEWHERE, BROUGHT_REFUSALS, groundSentence, OVERVIEW_PATH } from './consultation-words.ts';
import { ForFields } from './item-fields.tsx';
import { crumbsOf, elsewhereAlert } from './meeting-parts.tsx';

/** What was brought in, as the chair reads it. */
export interface BroughtSays {
  readonly purpose: string;
  readonly topic: string | undefined;
  readonly person: SaidOfPerson | undefined;
  readonly ground: Ground | undefined;
  readonly law: Law | undefined;
  readonly by: string;
  /** Who gave consent, how and when, in a sentence. */
  readonly consent: string | undefined;
}

/** Something a participant brought in: the chair puts it on the agenda, or says why not. */
export function BroughtPage(props: {
  frame: PageFrame;
  view: Pick<MeetingSeen, 'meeting' | 'participants' | 'enforcement'>;
  id: string;
  from: string;
  aboutPerson: boolean;
  says: BroughtSays | undefined;
  isOpen: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  belongsElsewhere: boolean;
}) {
  const { frame, view, says, from, aboutPerson, errors } = props;
  const { meeting, participants, enforcement } = view;
  const own = `${OVERVIEW_PATH}/${meeting.id}`;
  const action = `${OVERVIEW_PATH}/ingebracht/${props.id}`;
  return (
    <Page
      frame={frame}
      title={`Ingebracht door ${from}`}
      errors={errors}
      breadcrumbs={crumbsOf(meeting)}
      status={elsewhereAlert(props.belongsElsewhere)}
    >
      {says ? (
        <>
          <Heading level={2}>{says.topic ?? `Over een persoon: ${says.person?.called ?? 'onbekend'}`}</Heading>
          <p class="utrecht-paragraph">Doel: {says.purpose}</p>
          {says.person ? <p class="utrecht-paragraph">Vraag: {says.person.question}</p> : null}
          {says.person?.background ? <p class="utrecht-paragraph">Achtergrond: {says.person.background}</p> : null}
          <p class="utrecht-paragraph">{groundSentence(says)}</p>
          {says.consent ? <p class="utrecht-paragraph">{says.consent}</p> : null}
          <p class="utrecht-paragraph">
            Van {says.by}, {from}.
          </p>
          <Heading level={2}>Zet het op de agenda</Heading>
          {aboutPerson && enforcement.length > 0 ? (
            <Alert kind="warning">
              <p>{BRING_ELSEWHERE}</p>
            </Alert>
          ) : null}
          {aboutPerson && !props.isOpen ? (
            <p class="utrecht-paragraph">
              Een persoon op de agenda zetten kan pas als de startpoort voor casusoverleg open is. Vraag het uw
              functionaris gegevensbescherming.
            </p>
          ) : (
            <Form frame={frame} action={action} idempotencyKey={`${props.formKey}j`} label="Zet op de agenda">
              <ForFields
                participants={participants}
                aboutPerson={aboutPerson}
                own={own}
                values={props.values}
                errors={errors}
              />
              <SubmitButton>Zet op de agenda</SubmitButton>
            </Form>
          )}
          <Heading level={2}>Of zet het er niet op</Heading>
          <Form frame={frame} action={`${action}/niet`} idempotencyKey={`${props.formKey}n`} label="Niet op de agenda">
            <Radios
              name="waaromNiet"
              label="Waarom niet?"
              description={`${from} leest uw antwoord. Daarna kunt u het punt niet meer lezen.`}
              choices={Object.entries(BROUGHT_REFUSALS).map(([value, label]) => ({ value, label }))}
              values={props.values}
              errors={errors}
            />
            <SubmitButton emphasis="secondary">Laat weten dat het er niet op komt</SubmitButton>
          </Form>
        </>
      ) : (
        <p class="utrecht-paragraph">
          Dit punt is beantwoord of ingetrokken. <Link href={own}>Terug naar het overleg</Link>.
        </p>
      )}
    </Page>
  );
}
