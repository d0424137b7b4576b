import { MomentText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { GRANTABLE_KINDS, type GrantableKind } from '../domain/reporter-roles.ts';
import type { ReporterType } from '../domain/reporting-guide.ts';
import {
  KINDS_PATH,
  KINDS_TITLE,
  OWN_PATH,
  OWN_TITLE,
  REGISTER_PATH,
  REGISTER_TITLE,
  REPORTER_WORDS,
} from './registration-words.ts';

/** When something was settled, and until when it held. */
export interface ShownPeriod {
  readonly kind: GrantableKind;
  readonly grantedAt: Date;
  readonly endedAt: Date | undefined;
}

/** A request that waits for a second person. */
export interface ShownWaiting {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: GrantableKind;
  readonly askedBy: string;
  readonly expiresAt: Date;
}

interface ShownReporter {
  readonly code: string;
  readonly name: string;
  readonly kinds: readonly ReporterType[];
  readonly isSettled: boolean;
}

const hrefOf = (code: string) => `${KINDS_PATH}/${code}`;
const wordsOf = (kinds: readonly ReporterType[]) => kinds.map((kind) => REPORTER_WORDS[kind]).join(', ');

function Standing({ isSettled }: Pick<ShownReporter, 'isSettled'>) {
  return isSettled ? (
    <StatusBadge kind="ok" label="vastgelegd" />
  ) : (
    <StatusBadge kind="neutral" label="nog niet vastgelegd" />
  );
}

function Waiting({ waiting }: { waiting: readonly ShownWaiting[] }) {
  return (
    <Table
      caption="Wacht op een tweede persoon"
      rows={waiting}
      rowKey={({ id }) => id}
      columns={[
        { header: 'Organisatie', cell: ({ code, name }) => <Link href={hrefOf(code)}>{name}</Link> },
        { header: 'Als', cell: ({ kind }) => REPORTER_WORDS[kind] },
        { header: 'Gevraagd door', cell: ({ askedBy }) => askedBy },
        { header: 'Vervalt', kind: 'date', cell: ({ expiresAt }) => <MomentText instant={expiresAt} /> },
        { header: 'Besluit', cell: ({ id }) => <Link href={`/goedkeuringen/${id}`}>Lees het verzoek</Link> },
      ]}
    />
  );
}

function Periods({ periods }: { periods: readonly ShownPeriod[] }) {
  return (
    <Table
      caption="Wat is vastgelegd, het nieuwste eerst"
      rows={periods}
      rowKey={({ kind, grantedAt }) => `${kind} ${grantedAt.toISOString()}`}
      columns={[
        { header: 'Soort', cell: ({ kind }) => REPORTER_WORDS[kind] },
        { header: 'Vanaf', kind: 'date', cell: ({ grantedAt }) => <MomentText instant={grantedAt} /> },
        {
          header: 'Tot',
          kind: 'date',
          cell: ({ endedAt }) => (endedAt ? <MomentText instant={endedAt} /> : 'geldt nu'),
        },
      ]}
    />
  );
}

/** For the register: as what every organisation that only reports may report, and what waits for a second person. */
export function ReporterKindsPage(props: {
  frame: PageFrame;
  rows: readonly ShownReporter[];
  waiting: readonly ShownWaiting[];
  total: number;
  page: number;
  pages: number;
}) {
  return (
    <Page
      frame={props.frame}
      title={KINDS_TITLE}
      wide
      breadcrumbs={[{ href: REGISTER_PATH, label: REGISTER_TITLE }]}
      lead="U legt met twee personen vast als wat een organisatie aanmeldt. Wie als politie aanmeldt, doet dat met naam en zonder toestemming."
    >
      {props.waiting.length > 0 ? <Waiting waiting={props.waiting} /> : null}
      {props.rows.length === 0 ? (
        <EmptyState title="Er is nog geen organisatie die alleen aanmeldt">
          Gemeenten, zorgcoördinatoren en opvang staan hier niet: van hen volgt de soort uit hun rol.
        </EmptyState>
      ) : (
        <Table
          caption={props.total === 1 ? '1 organisatie die aanmeldt' : `${props.total} organisaties die aanmelden`}
          rows={props.rows}
          rowKey={({ code }) => code}
          columns={[
            { header: 'Organisatie', cell: ({ code, name }) => <Link href={hrefOf(code)}>{name}</Link> },
            {
              header: 'Meldt aan als',
              cell: ({ kinds }) => (kinds.length === 0 ? 'kan niet aanmelden' : wordsOf(kinds)),
            },
            { header: 'Stand', cell: (row) => <Standing {...row} /> },
          ]}
        />
      )}
      <Pagination
        page={props.page}
        pages={props.pages}
        hrefOf={(page) => `${KINDS_PATH}?${new URLSearchParams({ pagina: String(page) }).toString()}`}
      />
      <Paragraph kind="small">
        Gemeenten, zorgcoördinatoren en opvang staan hier niet: van hen volgt de soort uit hun rol. Is er nog niets
        vastgelegd? Dan meldt een organisatie aan als de gewone soort die bij haar past, nooit als politie, Marechaussee
        of Arbeidsinspectie.
      </Paragraph>
    </Page>
  );
}

/** For the register: one organisation, with what it may be, what it was, and forms to add and take away. */
export function ReporterKindPage(props: {
  frame: PageFrame;
  reporter: ShownReporter & { readonly periods: readonly ShownPeriod[]; readonly waiting: readonly ShownWaiting[] };
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { frame, reporter, errors } = props;
  const field = { values: props.values ?? {}, errors };
  const action = hrefOf(reporter.code);
  const held = reporter.periods.flatMap(({ kind, endedAt }) => (endedAt ? [] : [kind]));
  const asked = reporter.waiting.map(({ kind }) => kind);
  const open = GRANTABLE_KINDS.filter((kind) => !held.includes(kind) && !asked.includes(kind));
  return (
    <Page
      frame={frame}
      title={reporter.name}
      wide
      breadcrumbs={[
        { href: REGISTER_PATH, label: REGISTER_TITLE },
        { href: KINDS_PATH, label: KINDS_TITLE },
      ]}
      lead={
        reporter.kinds.length === 0
          ? 'Deze organisatie kan nu niet aanmelden.'
          : `Deze organisatie meldt nu aan als: ${wordsOf(reporter.kinds)}.`
      }
      errors={errors}
    >
      <p>
        <Standing {...reporter} />
      </p>
      {reporter.waiting.length > 0 ? <Waiting waiting={reporter.waiting} /> : null}
      {reporter.periods.length === 0 ? (
        <EmptyState title="Er is nog niets vastgelegd">
          Tot dan meldt zij aan als de gewone soort die bij haar past, met toestemming of zonder naam.
        </EmptyState>
      ) : (
        <Periods periods={reporter.periods} />
      )}
      {open.length > 0 ? (
        <section class="ib-flow" aria-labelledby="vastleggen">
          <Heading level={2} id="vastleggen">
            Leg een soort vast
          </Heading>
          <Form frame={frame} action={action} idempotencyKey={props.formKey} label="Leg een soort vast">
            <SelectField
              {...field}
              name="soort"
              label="Als wat meldt zij aan?"
              choices={open.map((kind) => ({ value: kind, label: REPORTER_WORDS[kind] }))}
            />
            <TextArea
              {...field}
              name="reden"
              label="Waaruit blijkt dat?"
              description="Bijvoorbeeld de akte van aansluiting. Een collega leest dit na. Noem geen mensen."
              rows={3}
            />
            <SubmitButton>Vraag een collega om akkoord</SubmitButton>
          </Form>
        </section>
      ) : null}
      {held.length > 0 ? (
        <section class="ib-flow" aria-labelledby="intrekken">
          <Heading level={2} id="intrekken">
            Trek een soort in
          </Heading>
          <Paragraph>
            Dit geldt meteen, ook voor concepten en bestanden die nog niet weg zijn. Wat al is aangemeld, blijft staan.
          </Paragraph>
          {held.map((kind) => (
            <Form
              key={kind}
              frame={frame}
              action={`${action}/intrekken`}
              idempotencyKey={`${props.formKey}${kind}`}
              label={`Trek in: ${REPORTER_WORDS[kind]}`}
            >
              <HiddenField name="soort" value={kind} />
              <SubmitButton>Trek in: {REPORTER_WORDS[kind]}</SubmitButton>
            </Form>
          ))}
        </section>
      ) : null}
    </Page>
  );
}

/** For whoever reports: as what her organisation does so, and who settled that. */
export function OwnKindsPage(props: {
  frame: PageFrame;
  kinds: readonly ReporterType[];
  isByRole: boolean;
  periods: readonly ShownPeriod[];
  isDemo: boolean;
}) {
  const { kinds, periods } = props;
  const isSettled = periods.some(({ endedAt }) => !endedAt);
  return (
    <Page
      frame={props.frame}
      title="Als wat u aanmeldt"
      breadcrumbs={[{ href: OWN_PATH, label: OWN_TITLE }]}
      lead="Van de soort organisatie hangt af of u toestemming nodig hebt. Daarom kiest u die niet zelf."
    >
      {kinds.length === 0 ? (
        <Alert kind="warning" title="u kunt nu niet aanmelden">
          <p>CoMensha trok in als wat uw organisatie aanmeldt. Bel CoMensha; zij kan de aanmelding zelf opnemen.</p>
        </Alert>
      ) : (
        <BulletList items={kinds.map((kind) => REPORTER_WORDS[kind])} />
      )}
      {props.isDemo && kinds.length === GRANTABLE_KINDS.length ? (
        <Alert kind="info" title="voorbeeld">
          <p>
            Deze voorbeeldaanmelder heeft elke soort, zodat u alles kunt proberen. In het echt heeft een organisatie
            meestal één soort.
          </p>
        </Alert>
      ) : null}
      <Paragraph>
        {props.isByRole
          ? 'Dit volgt uit uw rol en uw organisatie.'
          : isSettled
            ? 'Twee mensen van CoMensha legden dit vast.'
            : `CoMensha legde nog niets vast. Tot dan telt u mee als «${kinds.map((kind) => REPORTER_WORDS[kind]).join(', ')}», en meldt u aan met toestemming of zonder naam.`}
      </Paragraph>
      {periods.length > 0 ? <Periods periods={periods} /> : null}
      <Paragraph>
        Klopt het niet? <Link href={addressOf('whoToCall', 'nl')}>Bel CoMensha</Link>. Zij past het aan.
      </Paragraph>
    </Page>
  );
}
