import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { Remarks, type ShownRemark } from '../../../ui/show/remarks.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { OwnBrought } from '../domain/brought.ts';
import type { Ground, Law, SaidOfPerson } from '../domain/meeting.ts';
import type { Invitation } from '../domain/meeting-seen.ts';
import { OwnBroughtSection } from './brought-sections.tsx';
import {
  DONE_WORDS,
  groundSentence,
  KIND_WORDS,
  OVERVIEW_PATH,
  OVERVIEW_TITLE,
  RECEIVED_PATH,
  RECEIVED_TITLE,
  remarkHref,
} from './consultation-words.ts';
import { conflictAlert, DeedButton, factsOf } from './meeting-parts.tsx';

const CRUMB = { href: OVERVIEW_PATH, label: OVERVIEW_TITLE };

/** That something waits, and the way to take it in. */
function Waiting(props: { frame: PageFrame; waiting: number; formKey: string }) {
  const { waiting } = props;
  if (waiting === 0) return null;
  return (
    <Alert kind="info" title={waiting === 1 ? 'er is iets voor u' : 'er zijn stukken voor u'}>
      <p>
        Er {waiting === 1 ? 'wacht' : 'wachten'} <NumberText value={waiting} /> {waiting === 1 ? 'stuk' : 'stukken'}.
        Neem ze in ontvangst om ze te lezen.
      </p>
      <Form frame={props.frame} action={RECEIVED_PATH} idempotencyKey={props.formKey} label="In ontvangst nemen">
        <SubmitButton>Neem in ontvangst</SubmitButton>
      </Form>
    </Alert>
  );
}

/** What came in about consultations of others: what waits, and what was taken in. */
export function ReceivedListPage(props: {
  frame: PageFrame;
  waiting: number;
  invited: readonly {
    readonly meetingId: string;
    readonly organiserName: string;
    readonly invitation: Invitation | undefined;
  }[];
  page: number;
  pages: number;
  formKey: string;
  conflict?: string | undefined;
}) {
  const { frame, invited } = props;
  return (
    <Page
      frame={frame}
      title={RECEIVED_TITLE}
      wide
      breadcrumbs={[CRUMB]}
      status={conflictAlert(props.conflict)}
      lead="Uitnodigingen, punten en acties die een andere organisatie met de uwe deelde. U ziet alleen uw eigen deel."
    >
      <Waiting frame={frame} waiting={props.waiting} formKey={props.formKey} />
      {invited.length === 0 ? (
        <EmptyState title="Er is nog geen uitnodiging">
          Nodigt iemand uw organisatie uit voor een zorgtafel, dan staat dat hier.
        </EmptyState>
      ) : (
        <Table
          caption="Overleg waarvoor u bent gevraagd"
          rows={invited}
          rowKey={({ meetingId }) => meetingId}
          columns={[
            {
              header: 'Overleg',
              cell: ({ meetingId, organiserName, invitation }) => (
                <Link href={`${RECEIVED_PATH}/${meetingId}`}>
                  {invitation?.title ?? `Overleg van ${organiserName}: u doet niet meer mee`}
                </Link>
              ),
            },
            { header: 'Van', cell: ({ organiserName }) => organiserName },
            {
              header: 'Wanneer',
              kind: 'date',
              cell: ({ invitation }) => (invitation ? <DateText date={invitation.onDay} /> : '–'),
            },
          ]}
        />
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={(each) => `${RECEIVED_PATH}?pagina=${each}`} />
    </Page>
  );
}

/** An item as it was shared. */
export interface SharedItem {
  readonly id: string;
  readonly number: number;
  readonly purpose: string;
  readonly topic: string | undefined;
  readonly person: SaidOfPerson | undefined;
  readonly ground: Ground | undefined;
  readonly law: Law | undefined;
}
export interface SharedOutcome {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly by: string | undefined;
  readonly dueOn: PlainDate | undefined;
}
export interface SharedAction {
  readonly id: string;
  /** How the table knows it. */
  readonly aboutId: string;
  readonly number: number;
  readonly text: string;
  readonly dueOn: PlainDate;
  readonly doneHow: 'done' | 'stuck' | undefined;
  readonly isAboutPerson: boolean;
}

/** The own part of a consultation of another organisation. */
export function ReceivedMeetingPage(props: {
  frame: PageFrame;
  meetingId: string;
  organiserName: string;
  invitation: Invitation | undefined;
  items: readonly SharedItem[];
  outcomes: readonly SharedOutcome[];
  actions: readonly SharedAction[];
  remarks: ReadonlyMap<string, readonly ShownRemark[]>;
  gone: number;
  waiting: number;
  /** What was brought in from here. */
  brought: readonly OwnBrought[];
  isClosed: boolean;
  /** An action that is about nobody may go into the plan of the municipality. */
  mayPlan: boolean;
  isCancelled: boolean;
  formKey: string;
  conflict?: string | undefined;
}) {
  const { frame, invitation, items, outcomes, actions, organiserName } = props;
  return (
    <Page
      frame={frame}
      title={invitation?.title ?? `Overleg van ${organiserName}`}
      wide
      breadcrumbs={[CRUMB, { href: RECEIVED_PATH, label: RECEIVED_TITLE }]}
      status={conflictAlert(props.conflict)}
    >
      <Waiting frame={frame} waiting={props.waiting} formKey={`${props.formKey}w`} />
      {invitation ? (
        <DataList
          facts={[
            { label: 'Soort', value: KIND_WORDS[invitation.kind].label },
            { label: 'Van', value: organiserName },
            ...factsOf(invitation),
          ]}
        />
      ) : (
        <Alert kind="info" title="u doet niet meer mee aan dit overleg">
          <p>Wat u kreeg, is niet meer te lezen. Vragen? Bel {organiserName}.</p>
        </Alert>
      )}
      {invitation && props.gone > 0 ? (
        <p class="utrecht-paragraph">
          <NumberText value={props.gone} /> {props.gone === 1 ? 'stuk is' : 'stukken zijn'} ingetrokken en niet meer te
          lezen.
        </p>
      ) : null}
      {props.isCancelled ? (
        <Alert kind="info" title="dit overleg gaat niet door">
          <p>Wat over een persoon op de agenda stond, is niet meer te lezen. Vragen? Bel {organiserName}.</p>
        </Alert>
      ) : null}
      {props.isClosed ? <p class="utrecht-paragraph">Dit overleg is gesloten.</p> : null}
      {invitation ? (
        <section class="ib-flow" aria-labelledby="agenda">
          <Heading level={2} id="agenda">
            Voor u op de agenda
          </Heading>
          {items.length === 0 ? (
            <EmptyState title="Er staat nog niets voor u op de agenda">
              {organiserName} laat het weten als dat verandert.
            </EmptyState>
          ) : (
            items.map((item) => (
              <div class="ib-flow" key={item.id}>
                <Heading level={3}>
                  {item.number}. {item.topic ?? `Over een persoon: ${item.person?.called ?? 'onbekend'}`}
                </Heading>
                <p class="utrecht-paragraph">Doel: {item.purpose}</p>
                {item.person ? <p class="utrecht-paragraph">Vraag: {item.person.question}</p> : null}
                {item.person?.background ? (
                  <p class="utrecht-paragraph">Achtergrond: {item.person.background}</p>
                ) : null}
                <p class="utrecht-paragraph">{groundSentence(item)}</p>
              </div>
            ))
          )}
        </section>
      ) : null}
      {invitation ? (
        <OwnBroughtSection
          frame={frame}
          meetingId={props.meetingId}
          brought={props.brought}
          isOver={props.isClosed || props.isCancelled}
          formKey={props.formKey}
        />
      ) : null}
      {outcomes.length > 0 ? (
        <section class="ib-flow" aria-labelledby="besluiten">
          <Heading level={2} id="besluiten">
            Besloten en afgesproken
          </Heading>
          <ul>
            {outcomes.map(({ id, number, text, by, dueOn }) => (
              <li key={id}>
                Punt {number}: {text}
                {by ? ` (${by})` : ''}
                {dueOn ? (
                  <>
                    , klaar op <DateText date={dueOn} />
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Actions
        frame={frame}
        actions={actions}
        remarks={props.remarks}
        mayPlan={props.mayPlan}
        meetingId={props.meetingId}
        formKey={props.formKey}
      />
    </Page>
  );
}

function Actions(props: {
  frame: PageFrame;
  actions: readonly SharedAction[];
  remarks: ReadonlyMap<string, readonly ShownRemark[]>;
  mayPlan: boolean;
  meetingId: string;
  formKey: string;
}) {
  if (props.actions.length === 0) return null;
  return (
    <section class="ib-flow" aria-labelledby="acties">
      <Heading level={2} id="acties">
        Uw acties
      </Heading>
      <Table
        caption="Acties van uw organisatie"
        rows={props.actions}
        rowKey={({ id }) => id}
        columns={[
          { header: 'Wat', cell: ({ text }) => text },
          { header: 'Punt', kind: 'number', cell: ({ number }) => <data value={number}>{number}</data> },
          { header: 'Klaar op', kind: 'date', cell: ({ dueOn }) => <DateText date={dueOn} /> },
          {
            header: 'Hoe het staat',
            sortable: false,
            cell: ({ id, text, doneHow }) =>
              doneHow ? (
                DONE_WORDS[doneHow]
              ) : (
                <div class="utrecht-action-group">
                  {(['gedaan', 'niet-gelukt'] as const).map((hoeGing) => (
                    <DeedButton
                      key={hoeGing}
                      frame={props.frame}
                      action={`${RECEIVED_PATH}/${props.meetingId}/gedaan`}
                      formKey={`${props.formKey}${hoeGing[0]}${id.slice(-8)}`}
                      label={`Meld ${hoeGing === 'gedaan' ? 'gedaan' : 'niet gelukt'}: ${text}`}
                      says={{ ontvangenActie: id, hoeGing }}
                      emphasis={hoeGing === 'gedaan' ? 'secondary' : 'subtle'}
                    >
                      {hoeGing === 'gedaan' ? 'Meld: gedaan' : 'Meld: niet gelukt'}
                    </DeedButton>
                  ))}
                </div>
              ),
          },
          ...(props.mayPlan
            ? [
                {
                  header: 'In uw plan',
                  sortable: false,
                  cell: ({ id, text, isAboutPerson }: SharedAction) =>
                    isAboutPerson ? (
                      'Over een persoon: niet'
                    ) : (
                      <DeedButton
                        frame={props.frame}
                        action={`${RECEIVED_PATH}/${props.meetingId}/plan`}
                        formKey={`${props.formKey}p${id.slice(-8)}`}
                        label={`Zet in uw plan: ${text}`}
                        says={{ actieVoorPlan: id }}
                        emphasis="secondary"
                      >
                        Zet in uw plan
                      </DeedButton>
                    ),
                },
              ]
            : []),
          {
            header: 'Opmerkingen',
            sortable: false,
            cell: ({ aboutId, text }) => (
              <Remarks about={text} href={remarkHref(aboutId)} remarks={props.remarks.get(aboutId) ?? []} />
            ),
          },
        ]}
      />
    </section>
  );
}
