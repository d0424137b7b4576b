import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Timeline } from '../../../ui/show/timeline.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { NEED_REASONS, SUPPORT_KINDS } from '../domain/need.ts';
import { EFFECTS, OFFERS, type SupportRequest } from '../domain/request.ts';
import type { SessionView } from './session-pages.tsx';
import { DESK_CRUMBS, SUPPORT_CRUMBS } from './support-crumbs.ts';
import { REQUEST_STATES } from './support-pages.tsx';

interface StepView {
  readonly id: string;
  readonly what: string;
  readonly byName: string;
  readonly byOrganisation: string;
  readonly at: Date;
}

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** One request, for the municipality that asked and for the desk: what comes, what was done, and what it changed. */
export function RequestPage(props: {
  frame: PageFrame;
  side: 'municipality' | 'desk';
  request: SupportRequest;
  municipality: string;
  elementTitle: string;
  steps: readonly StepView[];
  mayMove: boolean;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  keys: { readonly first: string; readonly second: string; readonly third: string };
  /** What the own half of the desk gives on a day; for the desk only. */
  sessions?: readonly SessionView[] | undefined;
  conflict: string | undefined;
}) {
  const { request, side } = props;
  return (
    <Page
      frame={props.frame}
      title={`${request.element} ${props.elementTitle}`}
      lead={
        side === 'desk'
          ? `${props.municipality} vraagt: ${SUPPORT_KINDS[request.kind].toLowerCase()}`
          : SUPPORT_KINDS[request.kind]
      }
      errors={props.errors}
      breadcrumbs={side === 'desk' ? DESK_CRUMBS : SUPPORT_CRUMBS}
      status={props.conflict ? <Alert kind="warning" title={props.conflict} /> : undefined}
    >
      <DataList
        facts={[
          { label: 'Stand', value: <StatusBadge {...REQUEST_STATES[request.state]} /> },
          { label: 'Gevraagd door', value: request.askedByName },
          { label: 'Waarom', value: NEED_REASONS[request.reason] },
          {
            label: 'Wie helpt',
            value: request.owner ? (
              `${request.owner.name}, ${request.owner.organisation}`
            ) : (
              <>
                nog niemand; vóór <DateText date={request.answerBy} /> hoort de gemeente wie
              </>
            ),
          },
          {
            label: 'Wat komt er',
            value: request.plan ? (
              <>
                {OFFERS[request.plan.offer]}, <DateText date={request.plan.on} />
              </>
            ) : undefined,
          },
          ...(request.followUpOn
            ? [{ label: 'Wat leverde het op?', value: <DateText date={request.followUpOn} /> }]
            : []),
          {
            label: 'In de scan',
            value:
              request.levelAfter === undefined
                ? `niveau ${request.levelBefore} toen het werd gevraagd`
                : `van niveau ${request.levelBefore} naar niveau ${request.levelAfter}`,
          },
          ...(request.effect ? [{ label: 'Opbrengst', value: EFFECTS[request.effect] }] : []),
        ]}
      />
      <Heading level={2}>De vraag</Heading>
      <p class="ib-kept">{request.wish}</p>
      {props.mayMove ? side === 'desk' ? <DeskForms {...props} /> : <FollowUpForm {...props} /> : null}
      <Heading level={2}>Wat er gebeurde</Heading>
      <Timeline
        label="Stappen van deze vraag"
        items={props.steps.map(({ id, what, byName, byOrganisation, at }) => ({
          id,
          at,
          by: `${byName}, ${byOrganisation}`,
          title: what,
        }))}
      />
    </Page>
  );
}

type FormsProps = Parameters<typeof RequestPage>[0];

function DeskForms({ frame, request, values, errors, keys, sessions = [] }: FormsProps) {
  const path = `/ondersteuning/balie/${request.id}`;
  const version = <HiddenField name="versie" value={String(request.version)} />;
  if (request.state === 'asked')
    return (
      <Form frame={frame} action={`${path}/opnemen`} idempotencyKey={keys.first} label="Opnemen">
        {version}
        <SubmitButton>Ik neem dit op</SubmitButton>
      </Form>
    );
  if (request.state !== 'taken')
    return (
      <>
        <p>De gemeente zegt drie maanden na de hulp wat het opleverde. U krijgt daar bericht van.</p>
        <p>
          Hebben anderen hier ook iets aan?{' '}
          <Link href={`/praktijk/nieuw?verzoek=${request.id}`}>Maak van uw antwoord een voorbeeld in Praktijk</Link>.
          Vraag, antwoord, soort en bron staan al klaar; haal weg wat niet iedereen mag lezen.
        </p>
      </>
    );
  return (
    <>
      <Heading level={2}>Wat komt er?</Heading>
      <Form frame={frame} action={`${path}/plannen`} idempotencyKey={keys.first} label="Plannen">
        {version}
        <Radios name="aanbod" label="Wat geeft u?" choices={choicesOf(OFFERS)} values={values} errors={errors} />
        <DateField name="datum" label="Wanneer?" values={values} errors={errors} />
        <SubmitButton emphasis="secondary">Plan dit</SubmitButton>
      </Form>
      <Heading level={2}>Of een plek in gepland aanbod</Heading>
      {sessions.length === 0 ? (
        <p>
          U plande zelf nog niets voor meer gemeenten. <Link href="/ondersteuning/balie/aanbod">Plan aanbod</Link>
        </p>
      ) : (
        <Form frame={frame} action={`${path}/plek`} idempotencyKey={keys.third} label="Geef een plek">
          {version}
          <SelectField
            name="sessie"
            label="Waarin geeft u een plek?"
            choices={sessions.map((each) => ({
              value: each.id,
              label: `${each.title}, ${writeDutchDate(each.heldOn)}: ${
                each.taken >= each.places ? 'vol' : `${each.places - each.taken} vrij`
              }`,
            }))}
            values={values}
            errors={errors}
          />
          <SubmitButton emphasis="secondary">Geef een plek</SubmitButton>
        </Form>
      )}
      <Heading level={2}>Is het gegeven?</Heading>
      <Form frame={frame} action={`${path}/gegeven`} idempotencyKey={keys.second} label="Gegeven">
        {version}
        <TextField
          name="wat"
          label="Wat gaf u?"
          description="De gemeente leest dit. Over drie maanden vraagt In Beeld wat het opleverde."
          values={values}
          errors={errors}
        />
        <SubmitButton>Leg vast dat het is gegeven</SubmitButton>
      </Form>
    </>
  );
}

function FollowUpForm({ frame, request, values, errors, keys }: FormsProps) {
  if (request.state !== 'helped') return null;
  return (
    <>
      <Heading level={2}>Wat leverde het op?</Heading>
      <p>
        In Beeld zet erbij hoe uw scan er nu voor staat. VNG en CoMensha lezen het niveau van dit thema, en niets meer
        van uw scan.
      </p>
      <Form
        frame={frame}
        action={`/ondersteuning/verzoeken/${request.id}`}
        idempotencyKey={keys.first}
        label="Wat leverde het op?"
      >
        <HiddenField name="versie" value={String(request.version)} />
        <Radios
          name="opbrengst"
          label="Wat past het best?"
          choices={choicesOf(EFFECTS)}
          values={values}
          errors={errors}
        />
        <SubmitButton>Rond de vraag af</SubmitButton>
      </Form>
    </>
  );
}
