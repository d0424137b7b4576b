import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Remarks, type ShownRemark } from '../../../ui/show/remarks.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Gap, JointAction } from '../domain/joint-action.ts';

type Choice = { readonly value: string; readonly label: string };
interface Point {
  readonly day: JointAction['dueOn'];
  readonly held: number;
}

const names = (all: readonly string[]) => (all.length === 0 ? 'geen' : all.join(', '));

/** The table of a region: where the gaps are, how it goes, and what is done together. */
export function RegionTablePage(props: {
  frame: PageFrame;
  region: string;
  members: number;
  gaps: readonly Gap[];
  trends: readonly { readonly element: string; readonly title: string; readonly points: readonly Point[] }[];
  actions: readonly (JointAction & { readonly takenBy: number; readonly notYet: readonly string[] })[];
  elements: readonly Choice[];
  tracks: readonly Choice[];
  said: 'afgesproken' | 'ingetrokken' | undefined;
  conflict: string | undefined;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKey: () => string;
}) {
  const { frame, members, values, errors } = props;
  return (
    <Page
      frame={frame}
      title="Regionale tafel"
      lead={`Wat in ${props.region} ontbreekt, hoe het verloopt en wat u samen doet. Over gemeenten, nooit over een persoon.`}
      breadcrumbs={[{ href: '/regio', label: 'Regio' }]}
      errors={errors}
      status={
        props.conflict ? (
          <Alert kind="warning" title={props.conflict} />
        ) : props.said === 'afgesproken' ? (
          <Alert kind="ok" title="afgesproken">
            <p>De gemeenten in uw regio kregen bericht en nemen de actie over in hun plan.</p>
          </Alert>
        ) : props.said === 'ingetrokken' ? (
          <Alert kind="ok" title="ingetrokken">
            <p>Wie de actie al overnam, houdt haar in het plan.</p>
          </Alert>
        ) : undefined
      }
      wide
    >
      <div class="utrecht-action-group">
        <ButtonLink href="/regio/tafel/jaarplan" emphasis="secondary">
          Download het jaarplan (Word)
        </ButtonLink>
      </div>
      <Heading level={2}>Wat ontbreekt</Heading>
      {members === 0 ? (
        <EmptyState title="Wij kennen geen gemeenten in uw regio">
          Vraag de beheerder of uw organisatie als regio is ingericht.
        </EmptyState>
      ) : props.gaps.length === 0 ? (
        <EmptyState title="Overal is alles geregeld">Verloopt er iets, dan staat het hier vanzelf.</EmptyState>
      ) : (
        <Table
          caption="Onderdelen die niet overal zijn geregeld"
          columns={[
            { header: 'Onderdeel', cell: ({ element, title }) => `${element} ${title}` },
            { header: 'Geregeld', kind: 'number', cell: ({ holds }) => <NumberText value={holds} /> },
            { header: 'Verlopen bij', cell: ({ lapsed }) => names(lapsed) },
            { header: 'Niet bekend bij', cell: ({ unknown }) => names(unknown) },
          ]}
          rows={props.gaps}
          rowKey={({ element }) => element}
        />
      )}
      <Heading level={2}>Hoe het verloopt</Heading>
      {props.trends.some(({ points }) => points.length > 0) ? (
        <Table
          caption={`Aantal van de ${members} gemeenten waar het was geregeld`}
          columns={[
            { header: 'Onderdeel', cell: ({ element, title }) => `${element} ${title}` },
            {
              header: 'Een jaar terug',
              kind: 'number',
              cell: ({ points }) => <NumberText value={(points.at(-5) ?? points[0])!.held} />,
            },
            { header: 'Nu', kind: 'number', cell: ({ points }) => <NumberText value={points.at(-1)!.held} /> },
          ]}
          rows={props.trends.filter(({ points }) => points.length > 0)}
          rowKey={({ element }) => element}
        />
      ) : (
        <Paragraph>Er is nog geen verloop: niemand gaf hierover eerder iets op.</Paragraph>
      )}
      <Heading level={2}>Wat wij samen doen</Heading>
      {props.actions.length === 0 ? (
        <EmptyState title="De tafel sprak nog geen acties af">Spreek hieronder de eerste af.</EmptyState>
      ) : (
        <Table
          caption="Acties van de regio, wat het eerst klaar moet staat bovenaan"
          columns={[
            { header: 'Actie', cell: ({ title, element }) => (element ? `${title} (${element})` : title) },
            { header: 'Klaar op', kind: 'date', cell: ({ dueOn }) => <DateText date={dueOn} /> },
            { header: 'In het plan bij', kind: 'number', cell: ({ takenBy }) => <NumberText value={takenBy} /> },
            { header: 'Nog niet bij', cell: ({ notYet }) => names(notYet) },
            {
              header: 'Opmerkingen',
              sortable: false,
              cell: ({ id, title }) => (
                <Link href={`/regio/tafel/${id}/opmerking`}>
                  Lees of schrijf<span class="ib-hidden">: {title}</span>
                </Link>
              ),
            },
            {
              header: 'Intrekken',
              sortable: false,
              cell: ({ id, version, title }) => (
                <Form
                  frame={frame}
                  action={`/regio/tafel/${id}/intrekken`}
                  idempotencyKey={props.formKey()}
                  label={`Trek in: ${title}`}
                >
                  <HiddenField name="versie" value={String(version)} />
                  <SubmitButton emphasis="secondary">Trek in</SubmitButton>
                </Form>
              ),
            },
          ]}
          rows={props.actions}
          rowKey={({ id }) => id}
        />
      )}
      <Heading level={2}>Spreek een actie af</Heading>
      <Form frame={frame} action="/regio/tafel" idempotencyKey={props.formKey()} label="Spreek een actie af">
        <TextField
          name="titel"
          label="Wat gaan de gemeenten doen?"
          description="Iedereen in uw regio leest dit. Noem geen persoon."
          values={values}
          errors={errors}
        />
        <SelectField
          name="onderdeel"
          label="Welk onderdeel sluit dit?"
          optional
          placeholder="Geen"
          choices={props.elements}
          values={values}
          errors={errors}
        />
        <SelectField
          name="spoor"
          label="Bij welk spoor hoort dit?"
          choices={props.tracks}
          values={values}
          errors={errors}
        />
        <DateField name="klaarOp" label="Wanneer is het klaar?" values={values} errors={errors} />
        <SubmitButton>Spreek af</SubmitButton>
      </Form>
      <p class="ib-soft">
        Bron: wat gemeenten zelf publiceerden. Wat zij niet delen, staat hier niet.{' '}
        <Link href="/regio">Naar de gemeenten in uw regio</Link>
      </p>
    </Page>
  );
}

/** What the regions of a municipality agreed, to take over in its own plan. */
export function TogetherPage(props: {
  frame: PageFrame;
  actions: readonly (JointAction & { readonly region: string; readonly isTaken: boolean })[];
  remarks: ReadonlyMap<string, readonly ShownRemark[]>;
  mayTake: boolean;
  isTakenNow: boolean;
  conflict: string | undefined;
  formKey: () => string;
}) {
  return (
    <Page
      frame={props.frame}
      title="Samen in de regio"
      lead="Wat uw regio afsprak. Neem een actie over, dan staat zij met haar bron in uw plan."
      breadcrumbs={[
        { href: '/aanpak', label: 'Aanpak' },
        { href: '/aanpak/plan', label: 'Plan' },
      ]}
      status={
        props.conflict ? (
          <Alert kind="warning" title={props.conflict} />
        ) : props.isTakenNow ? (
          <Alert kind="ok" title="overgenomen">
            <p>
              De actie staat in <Link href="/aanpak/plan">uw plan</Link>. Uw regio ziet dat.
            </p>
          </Alert>
        ) : undefined
      }
      wide
    >
      {props.actions.length === 0 ? (
        <EmptyState title="Uw regio sprak nog niets af">
          Spreekt de regionale tafel een actie af, dan krijgt u bericht. <Link href="/aanpak/plan">Naar uw plan</Link>
        </EmptyState>
      ) : (
        <Table
          caption="Acties van uw regio"
          columns={[
            { header: 'Actie', cell: ({ title, element }) => (element ? `${title} (${element})` : title) },
            { header: 'Regio', cell: ({ region }) => region },
            { header: 'Klaar op', kind: 'date', cell: ({ dueOn }) => <DateText date={dueOn} /> },
            ...(props.mayTake
              ? [
                  {
                    header: 'Opmerkingen',
                    sortable: false,
                    cell: ({ id, title }: JointAction) => (
                      <Remarks
                        about={title}
                        href={`/aanpak/samen-in-de-regio/${id}/opmerking`}
                        remarks={props.remarks.get(id) ?? []}
                      />
                    ),
                  },
                ]
              : []),
            {
              header: 'In uw plan',
              sortable: false,
              cell: ({ id, title, isTaken }) =>
                isTaken ? (
                  'ja'
                ) : props.mayTake ? (
                  <Form
                    frame={props.frame}
                    action={`/aanpak/samen-in-de-regio/${id}`}
                    idempotencyKey={props.formKey()}
                    label={`Neem over: ${title}`}
                  >
                    <SubmitButton emphasis="secondary">Neem over</SubmitButton>
                  </Form>
                ) : (
                  'nee'
                ),
            },
          ]}
          rows={props.actions}
          rowKey={({ id }) => id}
        />
      )}
    </Page>
  );
}
