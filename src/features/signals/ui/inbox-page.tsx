import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { SignalClock } from '../domain/inbox.ts';
import type { ReportKind, Sector, Source } from '../domain/signal-report.ts';
import type { SignalStatus } from '../domain/signal-status.ts';
import { choicesOf, KIND_WORDS, orUnknown, SECTOR_WORDS, SOURCE_WORDS, STATUS_WORDS } from './signal-words.ts';

/** A signal as the list shows it. */
export interface InboxRow {
  readonly code: string;
  readonly kind: ReportKind;
  readonly source: Source;
  readonly sector: Sector;
  readonly receivedOn: PlainDate;
  readonly actBy: PlainDate | undefined;
  readonly isDangerNow: boolean;
  readonly status: SignalStatus;
  readonly clock: SignalClock;
  readonly takenUpByName: string | undefined;
}

/** How the clock of a signal reads. */
export function ClockText({ clock, actBy }: { clock: SignalClock; actBy: PlainDate | undefined }) {
  if (!actBy) return <span class="ib-soft">geen</span>;
  const days = (count: number) => (count === 1 ? '1 werkdag' : `${count} werkdagen`);
  const said = {
    over: { kind: 'error', label: clock.days === 0 ? 'voorbij' : `${days(clock.days)} te laat` },
    today: { kind: 'warning', label: 'vandaag' },
    running: { kind: 'info', label: `nog ${days(clock.days)}` },
    'stands-still': { kind: 'neutral', label: 'geen' },
  } as const;
  return (
    <span>
      <StatusBadge {...said[clock.state]} />{' '}
      <span class="ib-soft">
        uiterlijk <DateText date={actBy} />
      </span>
    </span>
  );
}

const STATUS_CHOICES = choicesOf(
  Object.fromEntries(Object.entries(STATUS_WORDS).map(([status, { label }]) => [status, label])),
);

/** The work list of the focal point: what waits, for how long, and never what it says. */
export function InboxPage(props: {
  frame: PageFrame;
  rows: readonly InboxRow[];
  total: number;
  overdue: number;
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  isFiltered: boolean;
  status?: Parameters<typeof Page>[0]['status'];
}) {
  const { rows, total, overdue, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={props.frame}
      title="Meldingen"
      wide
      errors={errors}
      status={props.status}
      lead="De signalen die op u wachten, het dringendste eerst. Wat erin staat, ziet u pas als u een signaal opent."
    >
      {overdue > 0 ? (
        <Alert kind="warning" title={overdue === 1 ? '1 signaal wacht te lang' : `${overdue} signalen wachten te lang`}>
          <p>Begin daarmee. Lukt het u niet? Vraag uw vervanger om het over te nemen.</p>
        </Alert>
      ) : null}
      <ActionGroup>
        <ButtonLink href="/meldingen/namens" emphasis="primary">
          Leg een signaal vast voor iemand anders
        </ButtonLink>
        <ButtonLink href="/meldingen/zoeken">Zoek op plek of persoon</ButtonLink>
        <ButtonLink href="/meldingen/controles">Controles en sluitingen</ButtonLink>
        <ButtonLink href="/meldingen/cijfers">Bekijk de cijfers</ButtonLink>
      </ActionGroup>
      <Disclosure summary="Filter de lijst" open={props.isFiltered}>
        <Filters action="/meldingen" clearHref="/meldingen">
          <TextField {...field} name="kenmerk" label="Code" width="medium" optional />
          <SelectField
            {...field}
            name="stand"
            label="Stand"
            choices={STATUS_CHOICES}
            placeholder="Alles wat open is"
            optional
          />
          <SelectField
            {...field}
            name="soort"
            label="Soort"
            choices={choicesOf(KIND_WORDS)}
            placeholder="Allebei"
            optional
          />
          <SelectField
            {...field}
            name="sector"
            label="Plek"
            choices={choicesOf(SECTOR_WORDS)}
            placeholder="Alle"
            optional
          />
          <DateField {...field} name="vanaf" label="Ontvangen vanaf" optional />
          <DateField {...field} name="tot" label="Ontvangen tot en met" optional />
          <Checkbox {...field} name="vanMij" label="Alleen wat ik oppakte" />
        </Filters>
      </Disclosure>
      {rows.length === 0 ? (
        <EmptyState title={props.isFiltered ? 'Geen signaal past bij dit filter' : 'Er wacht geen signaal op u'}>
          {props.isFiltered
            ? 'Kies een ander filter, of wis het.'
            : 'Een collega geeft een signaal door onder «Signaal doorgeven». Wat per telefoon of e-mail komt, legt u zelf vast.'}
        </EmptyState>
      ) : (
        <Table
          caption={total === 1 ? '1 signaal' : `${total} signalen`}
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            {
              header: 'Code',
              cell: (row) => (
                <>
                  <Link href={`/meldingen/${row.code}`}>{row.code}</Link>
                  {row.isDangerNow ? (
                    <>
                      {' '}
                      <StatusBadge kind="error" label="gevaar gemeld" />
                    </>
                  ) : null}
                </>
              ),
            },
            { header: 'Soort', cell: ({ kind }) => KIND_WORDS[kind] },
            { header: 'Van', cell: ({ source }) => SOURCE_WORDS[source] },
            { header: 'Plek', cell: ({ sector }) => orUnknown(SECTOR_WORDS, sector) },
            { header: 'Ontvangen', kind: 'date', cell: ({ receivedOn }) => <DateText date={receivedOn} /> },
            { header: 'Stand', cell: ({ status }) => <StatusBadge {...STATUS_WORDS[status]} /> },
            { header: 'Volgende stap', cell: (row) => <ClockText clock={row.clock} actBy={row.actBy} /> },
            { header: 'Opgepakt door', cell: ({ takenUpByName }) => takenUpByName ?? 'niemand' },
          ]}
        />
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={props.hrefOf} />
      <Paragraph kind="small">
        De inhoud van signalen is verzegeld. U kunt er niet in zoeken, en niemand anders ook. Zoeken kan op code, stand,
        soort, plek en datum, en op een adres of persoon die u precies zo opgeeft.
      </Paragraph>
    </Page>
  );
}
