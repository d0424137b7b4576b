import { MomentText } from '../../../ui/format/date-text.tsx';
import { NumberText, writeNumber } from '../../../ui/format/number-text.tsx';
import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { FileField } from '../../../ui/forms/file-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type EstimateRun, type RunEnding, type RunSummary, runState } from '../domain/estimate-run.ts';
import type { Study } from '../domain/study.ts';
import { OWN_COMPUTATION } from '../texts.ts';
import { type OwnLists, OwnListsSection } from './own-lists-section.tsx';
import type { StudyFrame } from './study-frame.tsx';
import { OverlapParts, ResultParts } from './study-parts.tsx';
import { GroupsTable } from './study-tables.tsx';

export const ANALYSIS_PATH = '/analyse/schatten';

const STATES: Readonly<Record<RunEnding | 'busy', { readonly kind: Kind; readonly label: string }>> = {
  busy: { kind: 'info', label: 'Bezig' },
  done: { kind: 'ok', label: 'Klaar' },
  'too-long': { kind: 'warning', label: 'Duurde te lang' },
  died: { kind: 'warning', label: 'Gestopt' },
  lost: { kind: 'warning', label: 'Gestopt' },
  cancelled: { kind: 'neutral', label: 'Stopgezet' },
};

const ENDED: Readonly<Record<Exclude<RunEnding, 'done'>, string>> = {
  'too-long': 'De berekening duurde langer dan een minuut. Gebruik minder herhalingen of minder lijsten.',
  died: 'De berekening is gestopt voordat zij klaar was. Er is geen uitkomst.',
  lost: 'De server is gestopt tijdens deze berekening. Er is geen uitkomst.',
  cancelled: 'Wie deze berekening vroeg, heeft haar stopgezet. Er is geen uitkomst.',
};

const EXAMPLE = 'politie;zorg;gemeente;aantal\n1;0;0;120\n0;1;0;45\n0;0;1;60\n1;1;0;12\n1;0;1;9\n0;1;1;7\n1;1;1;2';

/** Where an analyst asks for a computation, and finds those of the organisation. */
export function AnalysisPage(props: {
  frame: PageFrame;
  runs: readonly RunSummary[];
  /** What the organisation keeps of lists itself. */
  lists: OwnLists;
  now: Date;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKey: string;
}) {
  const { frame, values, errors, runs, now } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Schatten uit overlappende lijsten"
      errors={errors}
      lead="Geef een tabel: wie staat op welke lijsten, en hoeveel mensen zijn dat. U krijgt de methoden naast elkaar, met hun twijfels."
    >
      <Alert kind="warning" title={OWN_COMPUTATION.replace(/\.$/, '')}>
        <p>
          Wat hier uitkomt, blijft binnen uw organisatie. Openbaar maken kan alleen na een besluit van twee mensen,
          buiten deze bladzijde.
        </p>
      </Alert>
      {props.lists.years.length > 0 ? <OwnListsSection lists={props.lists} path={ANALYSIS_PATH} /> : null}
      <Form frame={frame} action={ANALYSIS_PATH} idempotencyKey={props.formKey} multipart>
        <FileField
          {...field}
          name="bestand"
          label="Bestand (CSV)"
          description="Uit Excel opslaan als CSV mag. Puntkomma, komma en tab zijn goed."
          accept=".csv,.txt,text/csv,text/plain"
          optional
        />
        <TextArea
          {...field}
          name="tabel"
          label="Of plak de tabel hier"
          description="Per lijst een kolom met 0 of 1. De laatste kolom heet “aantal” of “count”. Alleen aantallen, geen namen."
          rows={10}
          optional
        />
        <Disclosure summary="Een voorbeeld van een tabel">
          <Paragraph>
            <Link href={`${ANALYSIS_PATH}?tabel=nederland`}>
              Neem de gepubliceerde Nederlandse tabel over 2010 tot en met 2015
            </Link>
            .
            {props.lists.years.length > 0
              ? ''
              : ' De lijsten van het register kan alleen overnemen wie werkt bij de organisatie die het bijhoudt.'}
          </Paragraph>
          <pre>{EXAMPLE}</pre>
        </Disclosure>
        <TextField
          {...field}
          name="herhalingen"
          label="Herhalingen"
          description="Hoe vaak de tabel opnieuw wordt getrokken voor het interval. 0 geeft alleen schattingen."
          inputMode="numeric"
          width="short"
        />
        <TextField
          {...field}
          name="begingetal"
          label="Begingetal"
          description="Begin van het toeval. Hetzelfde getal geeft dezelfde uitkomst."
          inputMode="numeric"
          width="short"
        />
        <TextField
          {...field}
          name="drempel"
          label="Drempel van de stapsgewijze methode"
          description="Hoe klein de kans moet zijn om een paar lijsten toe te voegen."
          inputMode="decimal"
          width="short"
        />
        <SelectField
          {...field}
          name="dekking"
          label="Dekking van het interval"
          choices={['0.9', '0.95', '0.99'].map((value) => ({ value, label: `${writeNumber(Number(value) * 100)}%` }))}
        />
        <TextField
          {...field}
          name="kenmerken"
          label="Kenmerken"
          description="Staan er kolommen met kenmerken in, zoals geslacht of leeftijd? Noem ze, met een komma ertussen. U krijgt dan ook een totaal per groep."
          optional
        />
        <Checkbox
          {...field}
          name="latent"
          label="Reken ook met latente klassen"
          description="Dit duurt tot een minuut. Komt de berekening dan niet tot rust, dan is er geen getal."
        />
        <SubmitButton>Reken</SubmitButton>
      </Form>
      <Heading level={2}>Berekeningen van uw organisatie</Heading>
      {runs.length === 0 ? (
        <EmptyState title="Nog geen berekeningen">
          Hier komt elke berekening te staan, met haar tabel en begingetal. Iedereen met uw rol kan haar herhalen.
        </EmptyState>
      ) : (
        <Table
          caption="De laatste berekeningen"
          rows={runs}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Berekening',
              cell: ({ id, requestedAt }) => (
                <Link href={`${ANALYSIS_PATH}/${id}`}>
                  <MomentText instant={requestedAt} />
                </Link>
              ),
            },
            { header: 'Door', cell: ({ personName }) => personName },
            { header: 'Mensen in de tabel', kind: 'number', cell: ({ observed }) => <NumberText value={observed} /> },
            { header: 'Tabel', cell: ({ tableHash }) => <code>{shortHash(tableHash)}</code> },
            { header: 'Stand', cell: (run) => <StatusBadge {...STATES[runState(run, now)]} /> },
          ]}
        />
      )}
    </Page>
  );
}

/** One computation: busy, ended without a result, or with everything it found. */
export function RunPage(props: {
  frame: PageFrame;
  run: EstimateRun;
  now: Date;
  /** From 0 to 1, when this process computes it. */
  share: number | undefined;
  shown: StudyFrame;
  /** The study of the run this one repeats, when there is one. */
  before: Study | null | undefined;
  /** This person asked for it, and may stop it. */
  mayCancel: boolean;
  formKey: string;
  error?: string | undefined;
}) {
  const { frame, run, now, share, before } = props;
  const state = runState(run, now);
  const path = `${ANALYSIS_PATH}/${run.id}`;
  return (
    <Page
      frame={frame}
      title={state === 'busy' ? 'Wij rekenen nog' : 'Uitkomst van de berekening'}
      breadcrumbs={[{ href: ANALYSIS_PATH, label: 'Schatten' }]}
      errors={props.error ? { _herhalen: props.error } : undefined}
      wide
    >
      {state === 'busy' ? (
        <>
          <Paragraph>
            Dit duurt meestal een paar tellen. Deze bladzijde ververst zichzelf. U mag haar ook sluiten.
          </Paragraph>
          <p>
            <label>
              Voortgang <progress max={1} value={share} />
            </label>
          </p>
          {props.mayCancel ? (
            <Form frame={frame} action={`${path}/stoppen`} idempotencyKey={`${props.formKey}-stop`} label="Stopzetten">
              <SubmitButton emphasis="secondary">Zet deze berekening stop</SubmitButton>
            </Form>
          ) : null}
        </>
      ) : state !== 'done' ? (
        <Alert kind="warning" title={STATES[state].label}>
          <p>{ENDED[state]}</p>
        </Alert>
      ) : null}
      {state === 'done' && before && run.study ? <Repeated run={run} before={before} /> : null}
      {state === 'done' && run.study ? (
        <>
          <Heading level={2}>Wie staat waar</Heading>
          <OverlapParts study={run.study} frame={props.shown} />
          <ResultParts study={run.study} frame={props.shown} />
          {run.study.groups ? (
            <>
              <Heading level={2}>Per groep</Heading>
              <GroupsTable study={{ ...run.study, groups: run.study.groups }} />
            </>
          ) : null}
        </>
      ) : null}
      <Heading level={2}>Waarmee is gerekend</Heading>
      <DataList
        facts={[
          { label: 'Gevraagd door', value: run.personName },
          { label: 'Gevraagd op', value: <MomentText instant={run.requestedAt} /> },
          { label: 'Mensen in de tabel', value: <NumberText value={run.observed} /> },
          { label: 'Tabel', value: <code>{shortHash(run.tableHash)}</code> },
          { label: 'Herhalingen', value: <NumberText value={run.options.bootstrap} /> },
          { label: 'Begingetal', value: <NumberText value={run.options.seed} /> },
          { label: 'Drempel', value: <NumberText value={run.options.threshold} decimals={3} /> },
          { label: 'Versie van de rekenkern', value: <code>{run.version}</code> },
          { label: 'Alles in één bestand', value: <Link href={`${path}.json`}>JSON, met tabel en uitkomst</Link> },
        ]}
      />
      {state === 'busy' ? null : (
        <Form frame={frame} action={`${path}/herhalen`} idempotencyKey={props.formKey}>
          <SubmitButton emphasis="secondary">Herhaal deze berekening</SubmitButton>
        </Form>
      )}
    </Page>
  );
}

function Repeated({ run, before }: { run: EstimateRun; before: Study }) {
  const isEqual = JSON.stringify(run.study) === JSON.stringify(before);
  const link = <Link href={`${ANALYSIS_PATH}/${run.repeatsId}`}>een eerdere berekening</Link>;
  return isEqual ? (
    <Alert kind="ok" title="zelfde uitkomst">
      <p>Dit herhaalt {link}. Alle getallen zijn gelijk.</p>
    </Alert>
  ) : (
    <Alert kind="warning" title="andere uitkomst">
      <p>Dit herhaalt {link}. Niet alle getallen zijn gelijk. Vergelijk de versies van de rekenkern.</p>
    </Alert>
  );
}

const shortHash = (hash: string) => hash.slice(0, 15);
