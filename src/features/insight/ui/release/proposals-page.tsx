import { MomentText } from '../../../../ui/format/date-text.tsx';
import { NumberText } from '../../../../ui/format/number-text.tsx';
import { Checkbox } from '../../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../../ui/forms/field.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../../ui/page.tsx';
import { Alert } from '../../../../ui/show/alert.tsx';
import { Disclosure } from '../../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../../ui/show/status-badge.tsx';
import { Table } from '../../../../ui/show/table.tsx';
import { Heading } from '../../../../ui/text/heading.tsx';
import { Link } from '../../../../ui/text/link.tsx';
import { Paragraph } from '../../../../ui/text/paragraph.tsx';
import type { LoggedEdition } from '../../domain/release/edition.ts';
import type { Property } from '../../domain/release/property.ts';
import { checkState, type Proposal } from '../../domain/release/proposal.ts';
import { ENDING_TEXTS } from './release-texts.ts';

export const PROPOSALS_PATH = '/analyse/uitgaven';

/** Where an analyst proposes figures, and everybody with the role reads what came out. */
export function ProposalsPage(props: {
  frame: PageFrame;
  /** Only the national register has the counts. */
  mayPropose: boolean;
  proposals: readonly Proposal[];
  editions: readonly LoggedEdition[];
  properties: readonly Property[];
  exampleHref: string | undefined;
  now: Date;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKey: string;
}) {
  const { frame, proposals, editions, now } = props;
  return (
    <Page
      frame={frame}
      title="Cijfers openbaar maken"
      errors={props.errors}
      lead="Van tellingen naar een openbare tabel waarin niemand te herkennen is. Een aanvaller probeert het eerst, en een tweede organisatie stemt in."
    >
      {props.mayPropose ? (
        <>
          <Heading level={2}>Een voorstel maken</Heading>
          <ProposalForm {...props} />
          <Heading level={2}>Voorstellen van uw organisatie</Heading>
          {proposals.length === 0 ? (
            <EmptyState title="Nog geen voorstellen">
              Hier komt elk voorstel te staan, met wat de controle vond.
            </EmptyState>
          ) : (
            <Table
              caption="De laatste voorstellen"
              rows={proposals}
              rowKey={({ id }) => id}
              columns={[
                { header: 'Voorstel', cell: ({ id, title }) => <Link href={`${PROPOSALS_PATH}/${id}`}>{title}</Link> },
                { header: 'Gemaakt', kind: 'date', cell: ({ madeAt }) => <MomentText instant={madeAt} /> },
                { header: 'Door', cell: ({ madeBy }) => madeBy },
                { header: 'Controle', cell: (proposal) => <CheckBadge proposal={proposal} now={now} /> },
              ]}
            />
          )}
        </>
      ) : (
        <Alert kind="info" title="Voorstellen komen van het landelijke register">
          <p>
            Alleen een analist van CoMensha maakt een voorstel. Vraagt CoMensha uw instemming? Dan staat dat bij{' '}
            <Link href="/goedkeuringen">Goedkeuringen</Link>.
          </p>
        </Alert>
      )}
      <Heading level={2}>Wat er is uitgegeven</Heading>
      {editions.length === 0 ? (
        <EmptyState title="Nog geen uitgaven">Het logboek is ook openbaar, bij de cijfers.</EmptyState>
      ) : (
        <Table
          caption="Logboek van uitgaven"
          rows={editions}
          rowKey={({ reference }) => reference}
          columns={[
            {
              header: 'Uitgave',
              cell: ({ reference, title }) => (
                <>
                  <Link href={`/cijfers/geregistreerd?uitgave=${reference}`}>{title}</Link>
                  <div class="ib-soft">
                    <code>{reference}</code>
                  </div>
                </>
              ),
            },
            { header: 'Uitgegeven', kind: 'date', cell: ({ releasedAt }) => <MomentText instant={releasedAt} /> },
            { header: 'Gevraagd door', cell: ({ askedBy }) => askedBy },
            { header: 'Ingestemd door', cell: ({ releasedBy }) => releasedBy },
            {
              header: 'Gevonden door de aanvaller',
              kind: 'number',
              cell: ({ report }) => <NumberText value={report.recoveredAfter} />,
            },
          ]}
        />
      )}
    </Page>
  );
}

export function CheckBadge({ proposal, now }: { proposal: Proposal; now: Date }) {
  const state = checkState(proposal, now);
  const kind = state === 'safe' ? 'ok' : state === 'busy' ? 'info' : 'warning';
  return <StatusBadge kind={kind} label={ENDING_TEXTS[state].label} />;
}

function ProposalForm(props: Parameters<typeof ProposalsPage>[0]) {
  const field = { values: props.values, errors: props.errors };
  return (
    <Form
      frame={props.frame}
      action={PROPOSALS_PATH}
      idempotencyKey={props.formKey}
      multipart
      label="Een voorstel maken"
    >
      <TextField
        {...field}
        name="titel"
        label="Titel van de uitgave"
        description="Zo heet zij straks op de openbare bladzijde, bijvoorbeeld: Registraties 2025 naar vorm en leeftijd."
      />
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
        description="Kolommen: jaar, een tot drie eigenschappen, bijdrager en aantal. Alleen aantallen, geen namen."
        rows={8}
        optional
      />
      <Disclosure summary="Welke kolommen en waarden mogen">
        <Paragraph>
          In de kolom <code>bijdrager</code> staat wie deze mensen telde. Een letter of nummer per organisatie is
          genoeg. Die kolom komt niet naar buiten.
          {props.exampleHref ? (
            <>
              {' '}
              <Link href={props.exampleHref}>Neem een voorbeeld mee (CSV, verzonnen aantallen)</Link>.
            </>
          ) : null}
        </Paragraph>
        <Table
          caption="Eigenschappen die openbaar mogen"
          rows={props.properties}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Kolom', cell: ({ id }) => <code>{id}</code> },
            { header: 'Waarden', cell: ({ values }) => values.map(({ id, name }) => `${id} (${name})`).join(', ') },
          ]}
        />
      </Disclosure>
      <Checkbox
        {...field}
        name="elders"
        label="Ik heb gekeken of anderen over dezelfde mensen al cijfers publiceren"
        description="Bijvoorbeeld een jaarbeeld of een bericht van de politie. Dat kan het systeem niet zien."
      />
      <SubmitButton>Controleer dit voorstel</SubmitButton>
    </Form>
  );
}
