import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Timeline } from '../../../ui/show/timeline.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import {
  INSTRUMENT_KINDS,
  INSTRUMENTS,
  type Instrument,
  type InstrumentKind,
  type InstrumentUse,
} from '../domain/instrument.ts';
import { ConflictAlert } from './plan-page.tsx';

const CRUMBS = [{ href: '/aanpak', label: 'Aanpak' }] as const;
const YES_NO = [
  { value: 'ja', label: 'Ja' },
  { value: 'nee', label: 'Nee' },
] as const;

/** Every instrument a municipality can have, with whether it is there and when it was last used. */
export function InstrumentsPage(props: {
  readonly frame: PageFrame;
  readonly instruments: readonly Instrument[];
  readonly uses: readonly InstrumentUse[];
}) {
  const rows = INSTRUMENT_KINDS.map((kind) => ({
    kind,
    instrument: props.instruments.find((each) => each.kind === kind),
    lastUse: props.uses.find((use) => use.kind === kind)?.usedOn,
  }));
  return (
    <Page
      frame={props.frame}
      title="Bestuurlijke instrumenten"
      breadcrumbs={CRUMBS}
      wide
      lead="Wat uw gemeente zelf kan doen tegen uitbuiting, op welke regel dat steunt, en wanneer het is gebruikt. Dit is onderdeel K6.1."
    >
      <Table
        caption="Instrumenten van uw gemeente"
        rows={rows}
        rowKey={({ kind }) => kind}
        columns={[
          {
            header: 'Instrument',
            cell: ({ kind }) => <Link href={`/aanpak/instrumenten/${kind}`}>{INSTRUMENTS[kind].title}</Link>,
          },
          { header: 'Bij ons', cell: ({ instrument }) => <Availability instrument={instrument} /> },
          {
            header: 'Steunt op',
            cell: ({ instrument }) => instrument?.basis ?? <span class="ib-soft">niet ingevuld</span>,
          },
          {
            header: 'Wie beslist',
            cell: ({ instrument }) => instrument?.decidedBy ?? <span class="ib-soft">niet ingevuld</span>,
          },
          {
            header: 'Laatst gebruikt',
            kind: 'date',
            cell: ({ lastUse }) =>
              lastUse ? <DateText date={lastUse} /> : <span class="ib-soft">niet vastgelegd</span>,
          },
        ]}
      />
      <p class="ib-soft">
        Wat deze wetten precies toestaan, is nog te verifiëren: vraag het uw jurist. De Wet toelating
        terbeschikkingstelling van arbeidskrachten (Wtta) staat hier niet bij: die handhaaft de Arbeidsinspectie.
      </p>
    </Page>
  );
}

function Availability({ instrument }: { instrument: Instrument | undefined }) {
  if (!instrument) return <StatusBadge kind="neutral" label="niet bekend" />;
  return instrument.isAvailable ? (
    <StatusBadge kind="ok" label="is er" />
  ) : (
    <StatusBadge kind="warning" label="is er niet" />
  );
}

/** One instrument: whether it is there, and the log of its use. */
export function InstrumentPage(props: {
  readonly frame: PageFrame;
  readonly kind: InstrumentKind;
  readonly instrument: Instrument | undefined;
  readonly uses: readonly InstrumentUse[];
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly useValues?: FieldValues | undefined;
  readonly useErrors?: FieldErrors | undefined;
  readonly formKey: string;
  readonly useKey: string;
  readonly today: PlainDate;
  readonly saved: boolean;
  readonly conflict: boolean;
  readonly mayWrite: boolean;
}) {
  const { kind, instrument, values, errors, useValues, useErrors } = props;
  const text = INSTRUMENTS[kind];
  const path = `/aanpak/instrumenten/${kind}`;
  return (
    <Page
      frame={props.frame}
      title={text.title}
      errors={{ ...errors, ...useErrors }}
      breadcrumbs={[...CRUMBS, { href: '/aanpak/instrumenten', label: 'Instrumenten' }]}
      status={
        props.conflict && instrument ? (
          <ConflictAlert change={instrument} frame={props.frame} />
        ) : props.saved ? (
          <Alert kind="ok" title="vastgelegd" />
        ) : undefined
      }
      lead={text.purpose}
    >
      {text.asksVictimCheck ? (
        <Alert kind="warning" title="kijk eerst of iemand slachtoffer kan zijn">
          <p>
            Dit instrument kan iemand zijn huis of werk kosten. Ga eerst na of een bewoner of werker slachtoffer kan
            zijn, en regel dan eerst hulp en een slaapplek.
          </p>
        </Alert>
      ) : null}
      {props.conflict || !props.mayWrite ? (
        <DataList
          facts={[
            { label: 'Bij ons', value: <Availability instrument={instrument} /> },
            { label: 'Steunt op', value: instrument?.basis },
            {
              label: 'Vindplaats',
              value: instrument?.link ? <Link href={instrument.link}>{instrument.link}</Link> : '',
            },
            { label: 'Wie beslist', value: instrument?.decidedBy },
          ]}
        />
      ) : null}
      {props.mayWrite ? (
        <>
          <Form
            frame={props.frame}
            action={path}
            idempotencyKey={props.formKey}
            autocomplete="off"
            label="Instrument vastleggen"
          >
            <HiddenField name="versie" value={String(values.versie ?? '0')} />
            <Radios
              name="beschikbaar"
              label="Heeft uw gemeente dit instrument?"
              choices={YES_NO}
              inline
              values={values}
              errors={errors}
            />
            <TextField
              name="grondslag"
              label="Op welke regel steunt het?"
              description="Bijvoorbeeld: APV 2026, artikel 3.4. Nodig als u ja kiest."
              optional
              values={values}
              errors={errors}
            />
            <TextField name="vindplaats" label="Waar die regel staat" optional values={values} errors={errors} />
            <TextField
              name="beslisser"
              label="Wie beslist erover?"
              description="Een functie, geen naam. Bijvoorbeeld: de burgemeester."
              optional
              values={values}
              errors={errors}
            />
            <SubmitButton>Leg vast</SubmitButton>
          </Form>
          <Heading level={2}>Leg gebruik vast</Heading>
          <Form
            frame={props.frame}
            action={`${path}/gebruik`}
            idempotencyKey={props.useKey}
            autocomplete="off"
            label="Gebruik vastleggen"
          >
            <DateField name="datum" label="Wanneer is het gebruikt?" values={useValues} errors={useErrors} />
            <TextArea
              name="waarvoor"
              label="Waarvoor?"
              description="In één zin, zonder namen en adressen. Bijvoorbeeld: controle van huisvesting in de tuinbouw."
              rows={2}
              values={useValues}
              errors={useErrors}
            />
            <TextArea name="uitkomst" label="Wat kwam eruit?" rows={2} optional values={useValues} errors={useErrors} />
            {text.asksVictimCheck ? (
              <Radios
                name="slachtoffercheck"
                label="Is eerst nagegaan of iemand daar slachtoffer kan zijn?"
                choices={YES_NO}
                inline
                values={useValues}
                errors={useErrors}
              />
            ) : null}
            <SubmitButton emphasis="secondary">Leg gebruik vast</SubmitButton>
          </Form>
        </>
      ) : null}
      <Heading level={2}>Wanneer is het gebruikt?</Heading>
      {props.uses.length === 0 ? (
        <EmptyState title="Nog geen gebruik vastgelegd">
          Niet gebruiken mag ook: leg alleen vast wat echt is gebeurd.
        </EmptyState>
      ) : (
        <Timeline
          label="Logboek van het gebruik"
          items={props.uses.map((use) => ({
            id: use.id,
            at: use.usedOn,
            by: use.by,
            title: use.purpose,
            children: (
              <>
                {use.outcome ? <p>{use.outcome}</p> : null}
                {use.isVictimChecked === undefined ? null : (
                  <p>
                    {use.isVictimChecked
                      ? 'Eerst is nagegaan of iemand slachtoffer kon zijn.'
                      : 'Niet is nagegaan of iemand slachtoffer kon zijn. Doe dat de volgende keer eerst.'}
                  </p>
                )}
              </>
            ),
          }))}
        />
      )}
    </Page>
  );
}
