import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { NEED_REASONS, type Need, SUPPORT_KINDS, type SupportKind } from '../domain/need.ts';
import { type ProgrammeEntry, ROUTE_ELEMENT } from '../domain/programme.ts';
import type { RequestState, SupportRequest } from '../domain/request.ts';
import { ResultsTables } from './results-tables.tsx';
import { SessionTable, type SessionView } from './session-pages.tsx';
import { StuckTable } from './stuck-table.tsx';
import { DESK_CRUMBS, SUPPORT_CRUMBS } from './support-crumbs.ts';

export const REQUEST_STATES: Readonly<Record<RequestState, { readonly kind: Kind; readonly label: string }>> = {
  asked: { kind: 'info', label: 'Gevraagd' },
  taken: { kind: 'info', label: 'Opgenomen' },
  helped: { kind: 'ok', label: 'Gegeven' },
  closed: { kind: 'neutral', label: 'Afgerond' },
};

/** Who counted the inhabitants, and of which day. */
const CountedBy = ({ entry }: { entry: ProgrammeEntry | undefined }) =>
  entry ? (
    <>
      Inwoners: CBS, stand van <DateText date={entry.inhabitantsOn} />.
    </>
  ) : null;

/** Why a municipality stands on the list of the programme. */
export function sayWhy({ lapsed, isWithoutRoute, inhabitants }: ProgrammeEntry) {
  return (
    <>
      {lapsed.length > 0 ? `Verlopen: ${lapsed.join(', ')}. ` : ''}
      {isWithoutRoute ? (
        <>
          Geen interne meldroute gepubliceerd ({ROUTE_ELEMENT}), voor <NumberText value={inhabitants} /> inwoners.
        </>
      ) : null}
    </>
  );
}

/** What a municipality needs and asked, and how it stands on the list of the programme. */
export function SupportPage(props: {
  frame: PageFrame;
  needs: readonly (Need & { readonly title: string })[];
  requests: readonly (SupportRequest & { readonly title: string })[];
  entry: { readonly entry: ProgrammeEntry; readonly place: number; readonly of: number } | undefined;
  sessions: readonly SessionView[];
  mayAsk: boolean;
  isAsked: boolean;
}) {
  const kinds = Object.keys(SUPPORT_KINDS) as SupportKind[];
  return (
    <Page
      frame={props.frame}
      title="Ondersteuning"
      lead="Wat u nog mist, blijkt uit uw eigen aanpak. U zegt waar u hulp bij wilt; VNG en CoMensha helpen samen."
      status={
        props.isAsked ? (
          <Alert kind="ok" title="gevraagd">
            <p>VNG en CoMensha kregen bericht. Binnen vijf werkdagen hoort u wie u helpt.</p>
          </Alert>
        ) : undefined
      }
      wide
    >
      {props.requests.length > 0 ? (
        <Table
          caption="Wat u vroeg, het nieuwste eerst"
          columns={[
            {
              header: 'Onderdeel',
              cell: (each) => (
                <Link href={`/ondersteuning/verzoeken/${each.id}`}>
                  {each.element} {each.title}
                </Link>
              ),
            },
            { header: 'Soort hulp', cell: (each) => SUPPORT_KINDS[each.kind] },
            { header: 'Gevraagd', kind: 'date', cell: (each) => <MomentText instant={each.askedAt} /> },
            { header: 'Wie helpt', cell: (each) => each.owner?.organisation ?? 'nog niemand' },
            { header: 'Stand', cell: (each) => <StatusBadge {...REQUEST_STATES[each.state]} /> },
          ]}
          rows={props.requests}
          rowKey={({ id }) => id}
        />
      ) : null}
      <Heading level={2}>Wat u nog mist</Heading>
      {props.needs.length === 0 ? (
        <EmptyState title="Elk basisonderdeel is geregeld of al gevraagd">
          Verloopt er iets, dan staat het hier vanzelf.
        </EmptyState>
      ) : (
        kinds
          .map((kind) => ({ kind, needs: props.needs.filter((need) => need.kind === kind) }))
          .filter(({ needs }) => needs.length > 0)
          .map(({ kind, needs }) => (
            <Table
              key={kind}
              caption={SUPPORT_KINDS[kind]}
              columns={[
                { header: 'Onderdeel', cell: (need) => `${need.element} ${need.title}` },
                { header: 'Waarom', cell: (need) => NEED_REASONS[need.reason] },
                {
                  header: 'Wat u kunt doen',
                  cell: (need) => (
                    <>
                      {props.mayAsk ? (
                        <>
                          <Link href={`/ondersteuning/nieuw?onderdeel=${need.element}`}>
                            Vraag hulp bij {need.element}
                          </Link>
                          {' · '}
                        </>
                      ) : null}
                      <Link href={`/praktijk?onderdeel=${need.element}`}>Wat anderen deden voor {need.element}</Link>
                    </>
                  ),
                },
              ]}
              rows={needs}
              rowKey={({ element }) => element}
            />
          ))
      )}
      {props.sessions.length > 0 ? <SessionTable sessions={props.sessions} /> : null}
      <Heading level={2}>Hoe VNG en CoMensha u zien</Heading>
      {props.entry ? (
        <p>
          U staat op plek <NumberText value={props.entry.place} /> van <NumberText value={props.entry.of} />.{' '}
          {sayWhy(props.entry.entry)} Bellen zij u, dan is dat een aanbod.
        </p>
      ) : (
        <p>U staat niet op de lijst van gemeenten die eerst gebeld worden.</p>
      )}
      <p class="ib-soft">
        De lijst gaat op verlopen basisonderdelen, en dan op inwoners zonder meldroute. Alleen wat gemeenten zelf
        publiceerden telt mee; VNG en CoMensha zien uw scan niet; vraagt u hulp, dan gaat alleen het niveau van dat
        thema mee. <CountedBy entry={props.entry?.entry} />
      </p>
    </Page>
  );
}

/** Asking for help with one need. */
export function AskSupportPage(props: {
  frame: PageFrame;
  need: Need & { readonly title: string };
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKey: string;
  conflict: string | undefined;
}) {
  const { need } = props;
  return (
    <Page
      frame={props.frame}
      title={`Hulp bij ${need.element} ${need.title}`}
      lead={`${SUPPORT_KINDS[need.kind]}. Dit onderdeel is bij u ${NEED_REASONS[need.reason]}.`}
      errors={props.errors}
      breadcrumbs={SUPPORT_CRUMBS}
      status={props.conflict ? <Alert kind="warning" title={props.conflict} /> : undefined}
    >
      <Form frame={props.frame} action="/ondersteuning" idempotencyKey={props.formKey} label="Ondersteuning vragen">
        <HiddenField name="onderdeel" value={need.element} />
        <TextArea
          name="wens"
          label="Waar wilt u hulp bij?"
          description="VNG en CoMensha lezen dit, met uw naam en het niveau van dit thema in uw scan. Schrijf niets over een zaak of een persoon."
          rows={4}
          values={props.values}
          errors={props.errors}
        />
        <SubmitButton>Vraag ondersteuning</SubmitButton>
      </Form>
    </Page>
  );
}

/** What runs at the shared desk of VNG and CoMensha. */
export function DeskPage(props: {
  frame: PageFrame;
  requests: readonly (SupportRequest & { readonly title: string; readonly municipality: string })[];
  page: number;
  hasMore: boolean;
  today: PlainDate;
}) {
  return (
    <Page
      frame={props.frame}
      title="Balie"
      lead="Wat gemeenten vragen aan VNG en CoMensha samen: eerst wat nog niemand opnam."
      wide
    >
      <p>
        <Link href="/ondersteuning/programma">Landelijk beeld: wie wordt eerst gebeld?</Link>
        {' · '}
        <Link href="/ondersteuning/beginnen">Gemeenten die beginnen</Link>
        {' · '}
        <Link href="/ondersteuning/balie/aanbod">Gepland aanbod</Link>
      </p>
      {props.requests.length === 0 ? (
        <EmptyState title="Er loopt niets">Vraagt een gemeente ondersteuning, dan krijgt u bericht.</EmptyState>
      ) : (
        <Table
          caption="Wat loopt"
          columns={[
            {
              header: 'Gemeente',
              cell: (each) => <Link href={`/ondersteuning/balie/${each.id}`}>{each.municipality}</Link>,
            },
            { header: 'Onderdeel', cell: (each) => `${each.element} ${each.title}` },
            { header: 'Soort hulp', cell: (each) => SUPPORT_KINDS[each.kind] },
            {
              header: 'Wie',
              cell: (each) => (each.owner ? `${each.owner.name}, ${each.owner.organisation}` : 'niemand'),
            },
            {
              header: 'Stand',
              cell: (each) =>
                each.state === 'asked' && each.answerBy < props.today ? (
                  <StatusBadge kind="error" label="Norm voorbij" />
                ) : (
                  <StatusBadge {...REQUEST_STATES[each.state]} />
                ),
            },
            {
              header: 'Vóór',
              kind: 'date',
              cell: (each) => <DateText date={each.followUpOn ?? each.plan?.on ?? each.answerBy} />,
            },
          ]}
          rows={props.requests}
          rowKey={({ id }) => id}
        />
      )}
      <Pagination
        page={props.page}
        pages={props.page + (props.hasMore ? 1 : 0)}
        hrefOf={(page) => `/ondersteuning/balie?pagina=${page}`}
      />
    </Page>
  );
}

/** Who is called first, and why: the same that each municipality sees of itself. */
export function ProgrammePage(props: {
  frame: PageFrame;
  entries: readonly (ProgrammeEntry & { readonly place: number })[];
  stuck: Parameters<typeof StuckTable>[0]['stuck'];
  done: Parameters<typeof ResultsTables>[0];
  total: number;
  page: number;
  pages: number;
}) {
  return (
    <Page
      frame={props.frame}
      title="Landelijk beeld"
      lead="Wie wordt eerst gebeld: de meeste verlopen basisonderdelen, dan de meeste inwoners zonder meldroute."
      breadcrumbs={DESK_CRUMBS}
      wide
    >
      {props.stuck.length > 0 ? <StuckTable stuck={props.stuck} /> : null}
      {props.total === 0 ? (
        <EmptyState title="Geen gemeente staat op de lijst">
          Er is niets verlopen, en overal is een meldroute.
        </EmptyState>
      ) : (
        <Table
          caption={`${props.total} gemeenten, in volgorde`}
          columns={[
            { header: 'Gemeente', cell: (each) => <Link href={`/gemeenten/${each.code}`}>{each.name}</Link> },
            { header: 'Plek', kind: 'number', cell: (each) => <NumberText value={each.place} /> },
            { header: 'Waarom', cell: (each) => sayWhy(each) },
          ]}
          rows={props.entries}
          rowKey={({ code }) => code}
        />
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={(page) => `/ondersteuning/programma?pagina=${page}`} />
      <ResultsTables {...props.done} />
      <p class="ib-soft">
        Bron: wat gemeenten zelf publiceerden. <CountedBy entry={props.entries[0]} /> Een gemeente ziet haar eigen regel
        en waarom. Bellen is een aanbod.
      </p>
    </Page>
  );
}
