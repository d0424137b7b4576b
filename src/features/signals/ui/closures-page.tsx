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
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { CLOSURE_INSTRUMENTS, type Closure, type ClosureInstrument, type ClosureStatus } from '../domain/closure.ts';
import { ErasedText } from './aftermath-fields.tsx';
import { aftermathFacts, CLOSURE_INSTRUMENT_WORDS, CLOSURE_STATUS_WORDS } from './enforcement-words.ts';
import { MeasurePage, type MeasureProps, NextDeeds, typedIn } from './measure-page.tsx';
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

interface Props extends MeasureProps<ClosureDeed> {
  readonly closure: Closure;
  readonly status: ClosureStatus;
}

/** One closure: first whether somebody is possibly a victim, then ready, then where people went. */
export function ClosurePage(props: Props) {
  const { closure, status, place } = props;
  const { check } = closure;
  return (
    <MeasurePage
      of={props}
      title="Sluiting"
      breadcrumbs={[...CRUMBS, { href: '/meldingen/sluitingen', label: 'Sluitingen' }]}
      lead={CLOSURE_INSTRUMENT_WORDS[closure.instrument]}
      badge={CLOSURE_STATUS_WORDS[status]}
      aboutSignals="Wat erin staat, ziet u als u een signaal opent."
    >
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
    </MeasurePage>
  );
}

function Next(props: Props) {
  const { frame, closure, status } = props;
  const path = `/meldingen/sluitingen/${closure.id}`;
  const check = typedIn(props, 'check');
  return (
    <NextDeeds
      of={props}
      path={path}
      ready={
        status === 'can-be-ready'
          ? { verb: 'gereed', label: 'Zet op gereed', button: 'Deze maatregel is gereed' }
          : undefined
      }
      end={
        status === 'ready'
          ? {
              deed: 'carry-out',
              verb: 'uitgevoerd',
              day: 'uitgevoerdOp',
              summary: 'Leg vast dat de maatregel is uitgevoerd',
              label: 'Leg vast wat er met mensen gebeurde',
              note: 'Alleen aantallen, geen namen.',
              button: 'Leg vast',
            }
          : undefined
      }
      stop={{
        verb: 'gaat-niet-door',
        summary: 'Deze maatregel gaat niet door',
        label: 'Stop',
        button: 'De maatregel gaat niet door',
      }}
    >
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
              {...check}
            />
            <TextField name="wieKeek" label="Wie ging dit na?" description="Een functie, geen naam." {...check} />
            <Checkbox name="hulpGeregeld" label="Hulp en een slaapplek zijn geregeld" {...check} />
            <SubmitButton emphasis={status === 'can-be-ready' ? 'secondary' : 'primary'}>
              Leg het antwoord vast
            </SubmitButton>
          </Form>
        </>
      )}
    </NextDeeds>
  );
}
