import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Source } from '../../../ui/figures/source.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { writeNumber } from '../../../ui/format/number-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { KeyFigures } from '../../../ui/show/key-figures.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { ReporterType, Route } from '../domain/reporting-guide.ts';
import {
  HTCDS_PATH,
  KINDS_PATH,
  PART_WORDS,
  REGISTER_PATH,
  REGISTER_TITLE,
  REPORTER_WORDS,
  ROUTE_WORDS,
  SERIES_PATH,
  YEARLY_PATH,
} from './registration-words.ts';

/** A delivery as the list shows it. */
export interface ShownDelivery {
  readonly id: string;
  readonly code: string;
  readonly reporterName: string;
  readonly reporterType: ReporterType;
  readonly route: Route;
  readonly receivedOn: PlainDate;
  readonly unknownParts: readonly string[];
  readonly isWithdrawn: boolean;
  readonly isMerged: boolean;
  readonly mayBeSame: boolean;
}

const SHOW = [
  { value: 'incomplete', label: 'Waar iets onbekend is' },
  { value: 'maybe-same', label: 'Misschien dezelfde persoon' },
];

/** What reporters sent to the register. Nothing in it is opened here. */
export function WorklistPage(props: {
  frame: PageFrame;
  rows: readonly ShownDelivery[];
  total: number;
  /** There are more than `total`. */
  isMore: boolean;
  page: number;
  pages: number;
  waiting: number;
  atATime: number;
  isOpen: boolean;
  hrefOf: (page: number) => string;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  isFiltered: boolean;
  done?: string | undefined;
}) {
  const { frame, waiting, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title={REGISTER_TITLE}
      wide
      errors={errors}
      lead="Wat aanmelders stuurden, het nieuwste eerst. Wie iemand is, ziet u hier niet."
      status={
        props.done ? (
          <Alert kind="ok">
            <p>{props.done}</p>
          </Alert>
        ) : undefined
      }
    >
      {waiting > 0 && props.isOpen ? (
        <Form
          frame={frame}
          action={`${REGISTER_PATH}/ontvangen`}
          idempotencyKey={props.formKey}
          label="Neem in ontvangst"
        >
          <Paragraph>
            {waiting > props.atATime
              ? `Er wachten meer dan ${props.atATime} berichten.`
              : waiting === 1
                ? 'Er wacht 1 bericht.'
                : `Er wachten ${waiting} berichten.`}{' '}
            Na ontvangst weet de aanmelder dat de persoon meetelt.
          </Paragraph>
          <SubmitButton>Neem in ontvangst</SubmitButton>
        </Form>
      ) : null}
      {props.isOpen ? null : (
        <Alert kind="info" title="aanmelden staat nog uit">
          <p>Uw FG zet dit onderdeel aan met de startpoort. Tot dan wordt niets in ontvangst genomen.</p>
        </Alert>
      )}
      <ActionGroup>
        <ButtonLink href={`${REGISTER_PATH}/lijsten`}>Bekijk de lijsten</ButtonLink>
        <ButtonLink href={SERIES_PATH}>Bekijk de reeksen</ButtonLink>
        <ButtonLink href={HTCDS_PATH}>Wat past in HTCDS</ButtonLink>
        <ButtonLink href={YEARLY_PATH}>Lever aan de Rapporteur</ButtonLink>
        <ButtonLink href={KINDS_PATH}>Als wat organisaties aanmelden</ButtonLink>
      </ActionGroup>
      <Disclosure summary="Filter de lijst" open={props.isFiltered}>
        <Filters action={REGISTER_PATH} clearHref={REGISTER_PATH}>
          <TextField {...field} name="kenmerk" label="Code" width="medium" optional />
          <SelectField {...field} name="toon" label="Toon" choices={SHOW} placeholder="Alles" optional />
        </Filters>
      </Disclosure>
      {props.rows.length === 0 ? (
        <EmptyState title={props.isFiltered ? 'Geen aanmelding past bij dit filter' : 'Er zijn nog geen aanmeldingen'}>
          {props.isFiltered
            ? 'Kies een ander filter, of wis het.'
            : 'Zodra een aanmelder iets stuurt, staat hier een knop om het in ontvangst te nemen.'}
        </EmptyState>
      ) : (
        <Table
          caption={
            props.isMore
              ? `Meer dan ${writeNumber(props.total)} aanmeldingen`
              : props.total === 1
                ? '1 aanmelding'
                : `${writeNumber(props.total)} aanmeldingen`
          }
          rows={props.rows}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Code', cell: ({ code }) => <Link href={`/registraties/register/${code}`}>{code}</Link> },
            { header: 'Van', cell: (row) => `${row.reporterName} (${REPORTER_WORDS[row.reporterType]})` },
            { header: 'Hoe', cell: ({ route }) => ROUTE_WORDS[route].label },
            { header: 'Ontvangen', kind: 'date', cell: ({ receivedOn }) => <DateText date={receivedOn} /> },
            {
              header: 'Nog onbekend',
              cell: ({ unknownParts }) =>
                unknownParts.length === 0 ? 'niets' : unknownParts.map((part) => PART_WORDS[part] ?? part).join(', '),
            },
            {
              header: 'Stand',
              cell: (row) => (
                <>
                  {row.mayBeSame ? <StatusBadge kind="warning" label="misschien dezelfde" /> : null}{' '}
                  {row.isMerged ? <StatusBadge kind="info" label="samengevoegd" /> : null}{' '}
                  {row.isWithdrawn ? <StatusBadge kind="neutral" label="ingetrokken" /> : null}
                </>
              ),
            },
          ]}
        />
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={props.hrefOf} />
    </Page>
  );
}

/** How many persons stand on which lists, and the lines that are counted apart. */
export function ListsPage(props: {
  frame: PageFrame;
  today: PlainDate;
  overlap: readonly { readonly lists: readonly ReporterType[]; readonly persons: number }[];
  lines: {
    readonly persons: number;
    readonly deliveries: number;
    readonly abroad: number;
    readonly kmarSub3: number;
    readonly nameless: number;
  };
}) {
  const { lines } = props;
  return (
    <Page
      frame={props.frame}
      title="Wie staat op welke lijst"
      breadcrumbs={[{ href: REGISTER_PATH, label: REGISTER_TITLE }]}
      lead="Wie door meer aanmelders is aangemeld, telt één keer en staat op al hun lijsten. Die overlap is de basis van de schattingen."
    >
      <KeyFigures
        figures={[
          { label: 'Mensen', value: lines.persons },
          { label: 'Aanmeldingen', value: lines.deliveries },
          { label: 'Alleen in het buitenland uitgebuit', value: lines.abroad },
          { label: 'Marechaussee, artikel 273f onder 3', value: lines.kmarSub3 },
          { label: 'Met een aanmelding zonder naam', value: lines.nameless },
        ]}
      />
      {props.overlap.length === 0 ? (
        <EmptyState title="Er zijn nog geen aanmeldingen">
          Zodra er iets is ontvangen, staat hier de overlap.
        </EmptyState>
      ) : (
        <Table
          caption="Mensen naar de lijsten waarop zij staan"
          rows={props.overlap}
          rowKey={({ lists }) => lists.join(' ')}
          columns={[
            { header: 'Lijsten', cell: ({ lists }) => lists.map((type) => REPORTER_WORDS[type]).join(' en ') },
            { header: 'Mensen', kind: 'number', cell: ({ persons }) => <data value={persons}>{persons}</data> },
          ]}
        />
      )}
      <Source
        source="Het register in In Beeld"
        series="Alle jaren samen"
        date={props.today}
        uncertainty="Wie zonder naam is aangemeld, is niet te herkennen als iemand die er al stond. Daardoor lijkt de overlap kleiner dan zij is"
      />
      <Paragraph kind="small">Deze aantallen zijn voor intern gebruik.</Paragraph>
    </Page>
  );
}
