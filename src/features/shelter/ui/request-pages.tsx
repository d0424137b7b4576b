import type { VNode } from 'preact';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { type Choice, SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { PlaceRequest } from '../domain/request.ts';
import { NeedsFields } from './needs-fields.tsx';
import { Conflict } from './own-placement-pages.tsx';
import { requestState, typesWord, URGENCY_WORDS } from './request-words.ts';
import { regionWord } from './shelter-words.ts';

const PATH = '/plaatsen/aanvragen';
const FREE = { href: '/plaatsen', label: 'Vrije plekken' };
const LIST = { href: PATH, label: 'Aanvragen' };

/** For whom a place is sought: nobody is opened here, and the order is that of coming in. */
export function RequestsPage(props: {
  frame: PageFrame;
  rows: readonly PlaceRequest[];
  placedIds: ReadonlySet<string>;
  total: number;
  page: number;
  pages: number;
}) {
  return (
    <Page
      frame={props.frame}
      title="Aanvragen voor een plek"
      wide
      breadcrumbs={[FREE]}
      lead="Voor wie wij een plek zoeken. Namen staan hier niet. De lijst staat op volgorde van binnenkomst; dat zegt niets over wie eerst komt."
    >
      <ActionGroup>
        <ButtonLink href={`${PATH}/nieuw`}>Nieuwe aanvraag aan de telefoon</ButtonLink>
        <ButtonLink href="/hulpvragen">Vanuit een hulpvraag of gesprek</ButtonLink>
      </ActionGroup>
      {props.total === 0 ? (
        <EmptyState title="Er is nu geen open aanvraag">
          Begin met een hulpvraag die binnenkwam, met een gesprek, of aan de telefoon.
        </EmptyState>
      ) : (
        <Table
          caption={props.total === 1 ? '1 aanvraag' : `${props.total} aanvragen`}
          rows={props.rows}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Kenmerk', cell: ({ code }) => <Link href={`${PATH}/${code}`}>{code}</Link> },
            { header: 'Gevraagd', kind: 'date', cell: ({ openedAt }) => <MomentText instant={openedAt} /> },
            { header: 'Hoe snel', cell: ({ urgency }) => URGENCY_WORDS[urgency].label },
            { header: 'Eerste nacht', kind: 'date', cell: ({ from }) => <DateText date={from} /> },
            { header: 'Soort', cell: ({ types }) => typesWord(types) },
            { header: 'Regio', cell: ({ region }) => (region === 'unknown' ? 'maakt niet uit' : regionWord(region)) },
            {
              header: 'Stand',
              cell: (request) => (
                <>
                  <StatusBadge {...requestState(request, props.placedIds.has(request.id))} />{' '}
                  {request.nothingAt && !request.closedAt && !props.placedIds.has(request.id) ? (
                    <StatusBadge kind="error" label="niets dat past" />
                  ) : null}
                </>
              ),
            },
          ]}
        />
      )}
      <Filters action={PATH} label="Zoek een aanvraag, ook een gesloten">
        <TextField name="kenmerk" label="Kenmerk" description="Bijvoorbeeld AB23-CD45." values={{}} width="medium" />
      </Filters>
      <Pagination
        page={props.page}
        pages={props.pages}
        hrefOf={(page) => `${PATH}?${new URLSearchParams({ pagina: String(page) }).toString()}`}
      />
    </Page>
  );
}

const NUMBER = {
  name: 'bellen',
  label: 'Op welk nummer belt u wie het vroeg?',
  description: 'Het nummer van een professional, nooit dat van de persoon.',
} as const;

/** Asks for a place: with what is known filled in, and a consent or an emergency. */
export function AskPlacePage(props: {
  frame: PageFrame;
  action: string;
  /** What it begins from, when that is not the telephone. */
  origin: 'phone' | 'call' | 'help' | 'request';
  /** A request that was made of the same before. */
  before: string | undefined;
  isEmergency: boolean;
  positions: readonly Choice[];
  /** It came along with what this begins from. */
  isPositionKnown: boolean;
  vital: readonly Choice[];
  consentFields: VNode | undefined;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, values, errors, action } = props;
  const field = { values, errors };
  if (props.before !== undefined)
    return (
      <Page frame={frame} title="Zoek een plek" breadcrumbs={[FREE, LIST]} status={<Conflict text={errors?._form} />}>
        <Paragraph>
          Hiervan is al een aanvraag gemaakt: <Link href={`${PATH}/${props.before}`}>{props.before}</Link>.
        </Paragraph>
      </Page>
    );
  return (
    <Page
      frame={frame}
      title={props.isEmergency ? 'Zoek een plek als noodgeval' : 'Zoek een plek'}
      breadcrumbs={[FREE, LIST]}
      errors={errors}
      lead={
        props.origin === 'phone'
          ? 'Vul in wat nodig is. Vraag geen naam en geen adres: die horen hier niet.'
          : 'Wat al bekend is, staat er al in. Kijk het na. Een naam hoort hier niet.'
      }
    >
      <Form frame={frame} action={action} idempotencyKey={props.formKey} autocomplete="off" label="Zoek een plek">
        <NeedsFields {...field} positions={props.positions} isPositionKnown={props.isPositionKnown} />
        <TextField {...field} {...NUMBER} width="medium" />
        {props.isEmergency ? (
          <>
            <Heading level={2}>Waarom zonder toestemming?</Heading>
            <Radios {...field} name="vitaal" label="Wat staat er op het spel?" choices={props.vital} />
            <TextArea
              {...field}
              name="reden"
              label="Waarom kan toestemming nu niet worden gevraagd?"
              description="Een collega leest dit binnen 24 uur. Noem geen naam en geen plek."
            />
          </>
        ) : props.consentFields ? (
          <>
            <Heading level={2}>Toestemming om een plek te zoeken</Heading>
            {props.consentFields}
          </>
        ) : (
          <Paragraph>De toestemming zit bij de hulpvraag. Wordt zij ingetrokken, dan stopt deze aanvraag.</Paragraph>
        )}
        <SubmitButton>Zoek plekken</SubmitButton>
      </Form>
      {props.consentFields && !props.isEmergency ? (
        <Paragraph>
          Is er gevaar en kan toestemming nu echt niet?{' '}
          <Link href={`${action}/noodgeval`}>Ga verder als noodgeval</Link>
        </Paragraph>
      ) : null}
    </Page>
  );
}

/** Changes what is asked. What was chosen before keeps what was known then. */
export function ChangeRequestPage(props: {
  frame: PageFrame;
  code: string;
  version: number;
  positions: readonly Choice[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const field = { values: props.values, errors: props.errors };
  return (
    <Page
      frame={props.frame}
      title={`Wijzig aanvraag ${props.code}`}
      breadcrumbs={[FREE, LIST, { href: `${PATH}/${props.code}`, label: `Aanvraag ${props.code}` }]}
      errors={props.errors}
    >
      <Form
        frame={props.frame}
        action={`${PATH}/${props.code}/wijzigen`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Wijzig de aanvraag"
      >
        <HiddenField name="versie" value={String(props.version)} />
        <NeedsFields {...field} positions={props.positions} />
        <TextField {...field} {...NUMBER} width="medium" />
        <SubmitButton>Bewaar en zoek opnieuw</SubmitButton>
      </Form>
    </Page>
  );
}

/** Ends a request. */
export function CloseRequestForm(props: {
  frame: PageFrame;
  code: string;
  version: number;
  choices: readonly Choice[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  return (
    <Form
      frame={props.frame}
      action={`${PATH}/${props.code}/sluiten`}
      idempotencyKey={`${props.formKey}s`}
      label="Sluit de aanvraag"
    >
      <HiddenField name="versie" value={String(props.version)} />
      <SelectField
        values={props.values}
        errors={props.errors}
        name="afloop"
        label="Hoe eindigt de aanvraag?"
        choices={props.choices}
      />
      <SubmitButton emphasis="secondary">Sluit de aanvraag</SubmitButton>
    </Form>
  );
}
