import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { Checkbox, Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { BRANCHES_OF, type Call, type CallAnswers, type CallTask } from '../domain/call.ts';
import type { ReporterType } from '../domain/reporting-guide.ts';
import {
  BRANCH_WORDS,
  CALL_CONSENT_WORDS,
  CALL_TASK_WORDS,
  CALLS_TITLE,
  OUTCOME_WORDS,
  STILL_TO_ASK_WORDS,
} from './call-words.ts';
import { contentFacts } from './content-facts.ts';
import { ContentFields } from './content-fields.tsx';
import { choicesOf } from './guide-words.ts';
import { helpFacts } from './help-pages.tsx';
import {
  AGE_GROUP_WORDS,
  GENDER_WORDS,
  HELP_DANGER_WORDS,
  HELP_NEED_WORDS,
  HELP_URGENCY_WORDS,
  LANGUAGE_WORDS,
  REGION_WORDS,
  REPORTER_WORDS,
} from './registration-words.ts';
import { LookedThrough } from './start-call-form.tsx';

interface Fields {
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
}

/** A call while it goes on: everything in one form, so that nothing is typed twice, and nothing needed but what it is about. */
export function CallPage(
  props: Fields & {
    frame: PageFrame;
    call: Call;
    formKey: string;
    /** What was just done with it. */
    done?: string | undefined;
    /** What a colleague kept meanwhile, beside what was typed here. */
    meanwhile?: { readonly byName: string; readonly answers: CallAnswers } | undefined;
  },
) {
  const { frame, call, values, errors, meanwhile } = props;
  const { path, other } = CALL_TASK_WORDS[call.task];
  const at = `${path}/${call.code}`;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title={`Gesprek ${call.code}`}
      breadcrumbs={[{ href: path, label: CALLS_TITLE }]}
      errors={errors}
      lead="Noem de code aan de beller: daarmee vindt u dit gesprek terug. Vul in wat u weet en bewaar tussendoor."
      status={
        meanwhile ? (
          <Meanwhile {...meanwhile} task={call.task} />
        ) : props.done ? (
          <Alert kind="ok">
            <p>{props.done}</p>
          </Alert>
        ) : undefined
      }
    >
      {call.outcome ? (
        <p>
          <StatusBadge {...OUTCOME_WORDS[call.outcome]} />
        </p>
      ) : null}
      <Form frame={frame} action={`${at}/bewaren`} idempotencyKey={props.formKey} autocomplete="off" label="Gesprek">
        <HiddenField name="versie" value={String(values.versie ?? '')} />
        <TextArea
          {...field}
          name="gaatOver"
          label="Waar gaat het over?"
          description="In een paar woorden. Noem geen naam."
          rows={3}
        />
        <Radios
          {...field}
          name="tak"
          label="Waar hoort dit bij?"
          description={CALL_TASK_WORDS[call.task].alsoFor}
          choices={BRANCHES_OF[call.task].map((branch) => ({ value: branch, label: BRANCH_WORDS[branch] }))}
        />
        <SelectField
          {...field}
          name="aanmelder"
          label="Wie belt?"
          choices={choicesOf(REPORTER_WORDS)}
          placeholder="Nog niet gevraagd"
          optional
        />
        <TextField
          {...field}
          name="bellen"
          label="Op welk nummer belt u de beller terug?"
          description="Het nummer van de beller, nooit dat van de persoon."
          width="medium"
          optional
        />
        {call.task === 'registration' ? <RegistrationPart {...field} /> : <PlacementPart {...field} />}
        <Heading level={2}>Nog vragen</Heading>
        <TextArea
          {...field}
          name="nogVragen"
          label="Wat wilt u later nog vragen?"
          description="U krijgt een herinnering op de dag die u kiest."
          rows={2}
          optional
        />
        <SelectField
          {...field}
          name="vraagAan"
          label="Aan wie?"
          choices={choicesOf(STILL_TO_ASK_WORDS)}
          placeholder="Kies"
          optional="alleen als u nog iets vraagt"
        />
        <DateField {...field} name="vraagOp" label="Wanneer?" optional="alleen als u nog iets vraagt" />
        <LookedThrough {...field} />
        <ActionGroup>
          <SubmitButton>Bewaar</SubmitButton>
          {call.task === 'registration' ? (
            <SubmitButton emphasis="secondary" action={`${at}/registreren`}>
              Registreer zonder naam
            </SubmitButton>
          ) : (
            <SubmitButton emphasis="secondary" action={`${at}/hulpvraag`}>
              Noteer als hulpvraag
            </SubmitButton>
          )}
        </ActionGroup>
        <ActionGroup>
          <SubmitButton emphasis="secondary" action={`${at}/doorgeven`}>
            {`Geef ook door aan ${other}`}
          </SubmitButton>
          <SubmitButton emphasis="secondary" action={`${at}/afronden`}>
            Klaar, meer is niet nodig
          </SubmitButton>
          <SubmitButton emphasis="secondary" action={`${at}/weggevallen`}>
            De lijn viel weg
          </SubmitButton>
        </ActionGroup>
      </Form>
      <Paragraph kind="small">
        Elke knop bewaart eerst wat u invulde. Wij vragen geen naam en geen adres van de persoon.
        {call.task === 'registration'
          ? ' Heeft de beller toestemming voor de naam? Dan stuurt hij die zelf, vanuit zijn eigen organisatie.'
          : ' Is er direct gevaar? Laat de beller 112 bellen.'}{' '}
        Bij doorgeven gaan alleen mee: wie belt, het nummer en de code.
      </Paragraph>
    </Page>
  );
}

function RegistrationPart(field: Fields) {
  const typed = String(field.values.aanmelder ?? '') as ReporterType;
  return (
    <Disclosure summary="Voor de registratie" open={field.values.tak !== 'advice' || Boolean(field.errors)}>
      <ContentFields {...field} reporters={[typed]} />
    </Disclosure>
  );
}

function PlacementPart(field: Fields) {
  return (
    <Disclosure summary="Voor opvang of hulp" open={field.values.tak !== 'advice' || Boolean(field.errors)}>
      <Checkboxes {...field} name="nodig" label="Wat is er nodig?" choices={choicesOf(HELP_NEED_WORDS)} optional />
      <SelectField
        {...field}
        name="wanneer"
        label="Hoe snel?"
        choices={choicesOf(HELP_URGENCY_WORDS)}
        placeholder="Nog niet gevraagd"
        optional
      />
      <Radios {...field} name="gevaar" label="Loopt de persoon gevaar?" choices={choicesOf(HELP_DANGER_WORDS)} inline />
      <Radios {...field} name="leeftijd" label="Hoe oud is de persoon?" choices={choicesOf(AGE_GROUP_WORDS)} />
      <Radios {...field} name="geslacht" label="Geslacht" choices={choicesOf(GENDER_WORDS)} inline />
      <SelectField {...field} name="regio" label="In welke politieregio?" choices={choicesOf(REGION_WORDS)} />
      <SelectField
        {...field}
        name="spreekt"
        label="Welke taal spreekt de persoon?"
        choices={choicesOf(LANGUAGE_WORDS)}
      />
      <Checkbox {...field} name="tolkNodig" label="Er is een tolk nodig" />
      <TextField
        {...field}
        name="kinderen"
        label="Hoeveel kinderen heeft de persoon bij zich?"
        width="short"
        optional
      />
      <Radios
        {...field}
        name="toestemming"
        label="Vindt de persoon het goed dat u hulp zoekt?"
        choices={choicesOf(CALL_CONSENT_WORDS)}
      />
    </Disclosure>
  );
}

function Meanwhile(props: { byName: string; answers: CallAnswers; task: CallTask }) {
  return (
    <Alert kind="warning" title="dit gesprek is intussen ook bewaard">
      <p>Dit bewaarde {props.byName}. Wat u zelf invulde, staat hieronder nog. Kijk het na en bewaar opnieuw.</p>
      <DataList facts={callFacts(props.answers)} />
    </Alert>
  );
}

/** A call that is over: what was told, how it ended, and what is still to be asked. */
export function PastCallPage(props: {
  frame: PageFrame;
  call: Call;
  answers: CallAnswers | undefined;
  recordCode: string | undefined;
  formKey: string;
  conflict?: string | undefined;
}) {
  const { frame, call, answers } = props;
  const { path } = CALL_TASK_WORDS[call.task];
  const at = `${path}/${call.code}`;
  return (
    <Page
      frame={frame}
      title={`Gesprek ${call.code}`}
      breadcrumbs={[{ href: path, label: CALLS_TITLE }]}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : undefined
      }
    >
      <p>
        <StatusBadge {...OUTCOME_WORDS[call.outcome ?? 'going-on']} />
      </p>
      <Paragraph>
        Begonnen op <MomentText instant={call.openedAt} /> door {call.openedByName}
        {call.closedAt ? (
          <>
            , afgerond op <MomentText instant={call.closedAt} />
          </>
        ) : null}
        .{' '}
        {props.recordCode ? (
          <Link href={`/registraties/register/${props.recordCode}`}>Bekijk registratie {props.recordCode}</Link>
        ) : null}
      </Paragraph>
      {answers ? (
        <DataList facts={callFacts(answers)} />
      ) : (
        <Paragraph>Wat er werd verteld, is gewist. Niemand kan het nog lezen.</Paragraph>
      )}
      {call.task === 'placement' && call.outcome === 'help-request' ? (
        <Paragraph>
          <Link href={`/plaatsen/aanvragen/gesprek/${call.code}`}>Zoek een plek in de opvang</Link>
        </Paragraph>
      ) : null}
      {call.closedAt ? (
        <Paragraph>
          Dit gesprek verandert niet meer. Belt iemand terug, of is er toch nog iets nodig?{' '}
          <Link href={path}>Begin een nieuw gesprek</Link>
        </Paragraph>
      ) : null}
      {call.askOn ? (
        <Form frame={frame} action={`${at}/gevraagd`} idempotencyKey={props.formKey} label="Is het gevraagd?">
          <Paragraph>
            Vraag het op <DateText date={call.askOn} />. Hebt u het gevraagd? Dan verdwijnt de herinnering.
          </Paragraph>
          <SubmitButton>Het is gevraagd</SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}

/** What was told in a call, as pairs to show. */
function callFacts({ about, reporterType, callBack, question, registration, help }: CallAnswers) {
  return [
    { label: 'Gaat over', value: about },
    { label: 'Wie belt', value: reporterType && REPORTER_WORDS[reporterType] },
    { label: 'Terugbellen op', value: callBack },
    ...(registration
      ? [{ label: 'Regio', value: REGION_WORDS[registration.region] }, ...contentFacts(registration.content)]
      : []),
    ...(help
      ? [
          ...helpFacts(
            { ...help, urgency: help.urgency ?? 'can-wait', callBack, emergency: undefined },
            undefined,
          ).filter(({ label }) => !['Naam', 'Terugbellen op', 'Hoe snel'].includes(label)),
          { label: 'Hoe snel', value: help.urgency && HELP_URGENCY_WORDS[help.urgency] },
          { label: 'Goedgevonden', value: CALL_CONSENT_WORDS[help.consent] },
        ]
      : []),
    ...(question
      ? [
          { label: 'Nog vragen', value: question.what },
          { label: 'Aan', value: STILL_TO_ASK_WORDS[question.of] },
          { label: 'Op', value: <DateText date={question.on} /> },
        ]
      : []),
  ];
}
