import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { CLOSURE_INSTRUMENTS, type Closure, type ClosureInstrument, type ClosureStatus } from '../domain/closure.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import type { SignalStatus } from '../domain/signal-status.ts';
import { AftermathFields, ErasedText } from './aftermath-fields.tsx';
import { DeedStatus } from './deed-status.tsx';
import { aftermathFacts, CLOSURE_INSTRUMENT_WORDS, CLOSURE_STATUS_WORDS } from './enforcement-words.ts';
import { LinkedSignals } from './linked-signals.tsx';
import { choicesOf, MINOR_WORDS } from './signal-words.ts';

const CRUMBS = [
  { href: '/meldingen', label: 'Meldingen' },
  { href: '/meldingen/controles', label: 'Controles' },
] as const;

/** The closures of a municipality, the latest first. Addresses and answers about people stand on the page of each. */
export function ClosuresPage(props: {
  readonly frame: PageFrame;
  readonly closures: readonly {
    readonly id: string;
    readonly instrument: ClosureInstrument;
    readonly intendedOn: PlainDate;
    readonly status: keyof typeof CLOSURE_STATUS_WORDS;
  }[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** A new one is about whoever lives there, so it waits for the start gate. */
  readonly isOpen: boolean;
}) {
  return (
    <Page
      frame={props.frame}
      title="Sluitingen"
      breadcrumbs={CRUMBS}
      wide
      lead="Maatregelen die iemand zijn huis of werk kosten. Eerst de vraag of wie er woont of werkt mogelijk slachtoffer is."
    >
      {props.isOpen ? (
        <p>
          <ButtonLink href="/meldingen/sluitingen/nieuw" emphasis="primary">
            Leg een maatregel vast
          </ButtonLink>
        </p>
      ) : (
        <p>
          Een maatregel vastleggen kan zodra signalen over personen aan staan. Wat daarvoor nog nodig is, weet de
          functionaris gegevensbescherming.
        </p>
      )}
      {props.closures.length === 0 ? (
        <EmptyState title="Er is nog geen maatregel vastgelegd">
          Bereidt uw gemeente een sluiting of ontruiming voor? Leg haar hier vast, dan komt de vraag naar slachtoffers
          op tijd.
        </EmptyState>
      ) : (
        <Table
          caption={props.total === 1 ? '1 maatregel' : `${props.total} maatregelen`}
          rows={props.closures}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Maatregel',
              cell: ({ id, instrument }) => (
                <Link href={`/meldingen/sluitingen/${id}`}>{CLOSURE_INSTRUMENT_WORDS[instrument]}</Link>
              ),
            },
            { header: 'Bedoeld op', kind: 'date', cell: ({ intendedOn }) => <DateText date={intendedOn} /> },
            { header: 'Stand', cell: ({ status }) => <StatusBadge {...CLOSURE_STATUS_WORDS[status]} /> },
          ]}
        />
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={(page) => `/meldingen/sluitingen?pagina=${page}`} />
    </Page>
  );
}

/** A form for a closure that is intended. */
export function IntendClosurePage(props: {
  readonly frame: PageFrame;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly formKey: string;
}) {
  const { frame, values, errors } = props;
  return (
    <Page
      frame={frame}
      title="Leg een maatregel vast"
      errors={errors}
      breadcrumbs={[...CRUMBS, { href: '/meldingen/sluitingen', label: 'Sluitingen' }]}
    >
      <Form
        frame={frame}
        action="/meldingen/sluitingen/nieuw"
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Leg een maatregel vast"
      >
        <Radios
          name="instrument"
          label="Welke maatregel?"
          choices={CLOSURE_INSTRUMENTS.map((value) => ({ value, label: CLOSURE_INSTRUMENT_WORDS[value] }))}
          values={values}
          errors={errors}
        />
        <TextField
          name="adres"
          label="Adres"
          description="Het wordt verzegeld."
          autocomplete="off"
          values={values}
          errors={errors}
        />
        <DateField name="dag" label="Op welke dag is de maatregel bedoeld?" values={values} errors={errors} />
        <SubmitButton>Leg vast</SubmitButton>
      </Form>
    </Page>
  );
}

export type ClosureDeed = 'check' | 'ready' | 'carry-out' | 'cancel';

interface Props {
  readonly frame: PageFrame;
  readonly closure: Closure;
  readonly status: ClosureStatus;
  /** A form that came back opens nothing: then the address stays shut. */
  readonly isOpened: boolean;
  readonly place: string | undefined;
  readonly signals: readonly (SignalReport & { readonly status: SignalStatus })[];
  readonly countdown: Parameters<typeof ErasedText>[0]['countdown'];
  readonly deed: ClosureDeed | undefined;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly conflict?: string | undefined;
  readonly saved: boolean;
  readonly formKey: string;
}

/** One closure: first whether somebody is possibly a victim, then ready, then where people went. */
export function ClosurePage(props: Props) {
  const { closure, status, place } = props;
  const { check } = closure;
  return (
    <Page
      frame={props.frame}
      title="Sluiting"
      errors={props.errors}
      breadcrumbs={[...CRUMBS, { href: '/meldingen/sluitingen', label: 'Sluitingen' }]}
      status={<DeedStatus conflict={props.conflict} saved={props.saved} />}
      lead={CLOSURE_INSTRUMENT_WORDS[closure.instrument]}
    >
      <p>
        <StatusBadge {...CLOSURE_STATUS_WORDS[status]} />
      </p>
      <DataList
        facts={[
          { label: 'Adres', value: props.isOpened ? place : 'verzegeld; open de sluiting opnieuw' },
          { label: 'Bedoeld op', value: <DateText date={closure.intendedOn} /> },
          { label: 'Vastgelegd door', value: closure.recordedByName },
          ...(check
            ? [
                { label: 'Mogelijk slachtoffer', value: MINOR_WORDS[check.answer] },
                { label: 'Nagegaan door', value: check.checkedBy },
                { label: 'Nagegaan op', value: <DateText date={check.checkedOn} /> },
                { label: 'Hulp geregeld', value: check.isHelpArranged ? 'ja' : 'nee' },
              ]
            : []),
          ...(closure.aftermath && closure.carriedOutOn
            ? [
                { label: 'Uitgevoerd op', value: <DateText date={closure.carriedOutOn} /> },
                ...aftermathFacts(closure.aftermath),
              ]
            : []),
          { label: 'Wordt gewist', value: <ErasedText countdown={props.countdown} /> },
        ]}
      />
      {status === 'carried-out' || status === 'cancelled' ? null : <Next {...props} />}
      <LinkedSignals
        id="signalen"
        title="Signalen over dit adres"
        intro="Wat erin staat, ziet u als u een signaal opent."
        signals={props.signals}
      />
    </Page>
  );
}

function Next(props: Props) {
  const { frame, closure, status } = props;
  const path = `/meldingen/sluitingen/${closure.id}`;
  const typed = (own: ClosureDeed) =>
    props.deed === own ? { values: props.values, errors: props.errors } : { values: {} };
  return (
    <section class="ib-flow" aria-labelledby="nu-doen">
      <Heading level={2} id="nu-doen">
        Wat u nu kunt doen
      </Heading>
      {status === 'ready' ? null : (
        <>
          {status === 'asks-help' ? (
            <Alert kind="warning" title="iemand is mogelijk slachtoffer">
              <p>Regel eerst hulp en een slaapplek, en leg het hieronder vast. Geef ook een signaal door.</p>
            </Alert>
          ) : null}
          <Form
            frame={frame}
            action={`${path}/slachtoffer`}
            idempotencyKey={`${props.formKey}slachtoffer`}
            autocomplete="off"
            label="Is iemand daar mogelijk slachtoffer?"
          >
            <Radios
              name="slachtoffer"
              label="Is wie daar woont of werkt mogelijk slachtoffer?"
              description="Weet u het niet? Overleg eerst zonder persoonsgegevens. Tot het bekend is, kan de maatregel niet gereed."
              choices={choicesOf(MINOR_WORDS)}
              {...typed('check')}
            />
            <TextField
              name="wieKeek"
              label="Wie ging dit na?"
              description="Een functie, geen naam."
              {...typed('check')}
            />
            <Checkbox name="hulpGeregeld" label="Hulp en een slaapplek zijn geregeld" {...typed('check')} />
            <SubmitButton emphasis={status === 'can-be-ready' ? 'secondary' : 'primary'}>
              Leg het antwoord vast
            </SubmitButton>
          </Form>
        </>
      )}
      {status === 'can-be-ready' ? (
        <Form frame={frame} action={`${path}/gereed`} idempotencyKey={`${props.formKey}gereed`} label="Zet op gereed">
          <SubmitButton>Deze maatregel is gereed</SubmitButton>
        </Form>
      ) : null}
      {status === 'ready' ? (
        <Disclosure summary="Leg vast dat de maatregel is uitgevoerd" open={props.deed === 'carry-out'}>
          <Form
            frame={frame}
            action={`${path}/uitgevoerd`}
            idempotencyKey={`${props.formKey}uitgevoerd`}
            autocomplete="off"
            label="Leg vast wat er met mensen gebeurde"
          >
            <Paragraph>Alleen aantallen, geen namen.</Paragraph>
            <DateField name="uitgevoerdOp" label="Op welke dag?" {...typed('carry-out')} />
            <AftermathFields {...typed('carry-out')} />
            <SubmitButton>Leg vast</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
      <Disclosure summary="Deze maatregel gaat niet door">
        <Form frame={frame} action={`${path}/gaat-niet-door`} idempotencyKey={`${props.formKey}stop`} label="Stop">
          <SubmitButton emphasis="secondary">De maatregel gaat niet door</SubmitButton>
        </Form>
      </Disclosure>
    </section>
  );
}
