import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { type ElementState, type Fact, givenDay, givenEnd, NO_DATE } from '../domain/fact.ts';
import type { FocalPoint } from '../domain/focal-point.ts';
import type { Action, Plan } from '../domain/plan.ts';
import { ACTION_STATES } from './plan-words.ts';

export const TAKEN_OVER_HREF = '/aanpak/overgenomen';

/** A municipality that went up in another, and since when. */
export interface PredecessorView {
  readonly code: string;
  readonly name: string;
  readonly onDate: PlainDate;
}

interface Shown extends PredecessorView {
  readonly record: FocalPoint | undefined;
  readonly plan: { readonly plan: Plan; readonly actions: readonly Action[] } | undefined;
  readonly facts: readonly Fact[];
}

/** What the municipality of the reader decided itself. */
interface Own {
  readonly name: string;
  /** The day of its own decision on K2.1. */
  readonly decidedOn: PlainDate | undefined;
  readonly hasPlan: boolean;
}

/** On pages of the approach: something was taken over, and nothing was decided about it yet. */
export function UndecidedNotice({ code, name, onDate }: PredecessorView) {
  return (
    <Alert kind="warning" title={`overgenomen van ${name}, nog te besluiten`}>
      <p>
        {name} hoort sinds <DateText date={onDate} /> bij uw gemeente. Wat {name} had geregeld, geldt niet vanzelf. Neem
        een nieuw besluit en leg dat vast; tot die tijd staat dit voor uw gemeente open.
      </p>
      <p>
        <Link href={`${TAKEN_OVER_HREF}?van=${code}`}>{`Wat ${name} had vastgelegd`}</Link>
      </p>
    </Alert>
  );
}

const STATE_WORDS: Readonly<Record<ElementState, string>> = {
  absent: 'was er niet',
  started: 'was begonnen',
  present: 'was er',
  working: 'werd gebruikt',
  regional: 'regelde de regio',
  unknown: 'niet bekend',
  'not-applicable': 'niet van toepassing',
};

/** Everything of the approach that a municipality had recorded before it went up in this one. Nothing here can be changed. */
export function TakenOverPage(props: {
  frame: PageFrame;
  own: Own;
  predecessors: readonly PredecessorView[];
  shown: Shown | undefined;
  elements: readonly { readonly id: string; readonly title: string }[];
}) {
  const { own, shown, predecessors } = props;
  const others = predecessors.filter(({ code }) => code !== shown?.code);
  return (
    <Page
      frame={props.frame}
      title={shown ? `Overgenomen van ${shown.name}` : 'Overgenomen van een andere gemeente'}
      breadcrumbs={[{ href: '/aanpak', label: 'Aanpak' }]}
      wide
      lead={
        shown
          ? 'Om te lezen. Niemand kan hier nog iets wijzigen. Wat hier staat, geldt niet vanzelf voor uw gemeente: dat besluit u zelf.'
          : undefined
      }
    >
      {shown ? (
        <>
          <p>
            {shown.name} hoort sinds <DateText date={shown.onDate} /> bij {own.name}.
          </p>
          {others.length > 0 ? (
            <>
              <p>Ook overgenomen:</p>
              <BulletList
                items={others.map(({ code, name }) => (
                  <Link href={`${TAKEN_OVER_HREF}?van=${code}`} key={code}>
                    {name}
                  </Link>
                ))}
              />
            </>
          ) : null}
          <FocalPointPart shown={shown} own={own} />
          <PlanPart shown={shown} own={own} />
          <FactsPart shown={shown} elements={props.elements} />
        </>
      ) : (
        <EmptyState title="Uw gemeente nam niets over" next={<Link href="/aanpak">Naar de aanpak</Link>}>
          Gaat een andere gemeente op in de uwe? Dan leest u hier wat zij had vastgelegd.
        </EmptyState>
      )}
    </Page>
  );
}

function Decision(props: { isDecided: boolean; name: string }) {
  return (
    <p>
      {props.isDecided ? (
        <StatusBadge kind="ok" label={`${props.name} besloot zelf`} />
      ) : (
        <StatusBadge kind="warning" label="Overgenomen, nog te besluiten" />
      )}
    </p>
  );
}

function FocalPointPart({ shown, own }: { shown: Shown; own: Own }) {
  const { record } = shown;
  const isDecided = own.decidedOn !== undefined && own.decidedOn >= shown.onDate;
  return (
    <section class="ib-flow" aria-labelledby="aandachtsfunctionaris">
      <Heading level={2} id="aandachtsfunctionaris">
        Aandachtsfunctionaris en vervanger
      </Heading>
      {record ? (
        <>
          <Decision isDecided={isDecided} name={own.name} />
          <DataList
            facts={[
              { label: 'Aandachtsfunctionaris', value: record.focalPoint },
              { label: 'Vervanger', value: record.substitute },
              { label: 'Uren per week', value: String(record.hoursPerWeek).replace('.', ',') },
              { label: 'Besluit', value: record.evidenceTitle },
              { label: 'Datum besluit', value: <DateText date={record.decidedOn} /> },
              { label: 'Gold tot', value: <DateText date={record.validUntil} /> },
            ]}
          />
        </>
      ) : (
        <p>{shown.name} had hierover niets vastgelegd.</p>
      )}
      {isDecided ? null : <ButtonLink href="/aanpak/K2.1">Leg vast wie het in uw gemeente is</ButtonLink>}
    </section>
  );
}

function PlanPart({ shown, own }: { shown: Shown; own: Own }) {
  const { plan } = shown;
  return (
    <section class="ib-flow" aria-labelledby="plan">
      <Heading level={2} id="plan">
        Plan
      </Heading>
      {plan ? (
        <>
          <Decision isDecided={own.hasPlan} name={own.name} />
          <p>
            {plan.plan.title}, van <DateText date={plan.plan.startsOn} /> tot <DateText date={plan.plan.endsOn} />.
          </p>
          {plan.actions.length > 0 ? (
            <Table
              caption={`Acties in het plan van ${shown.name}: ${plan.actions.length}`}
              rows={plan.actions}
              rowKey={({ id }) => id}
              columns={[
                { header: 'Actie', cell: ({ title }) => title },
                { header: 'Onderdeel', cell: ({ closesElement }) => closesElement ?? '–' },
                { header: 'Eigenaar', cell: ({ owner }) => owner?.name ?? 'niemand' },
                { header: 'Klaar op', kind: 'date', cell: ({ dueOn }) => (dueOn ? <DateText date={dueOn} /> : '–') },
                { header: 'Stand', cell: ({ status }) => ACTION_STATES[status].label },
              ]}
            />
          ) : (
            <p>In dit plan stonden geen acties.</p>
          )}
        </>
      ) : (
        <p>{shown.name} had geen plan vastgelegd.</p>
      )}
      {own.hasPlan ? null : <ButtonLink href="/aanpak/plan">Maak het plan van uw gemeente</ButtonLink>}
    </section>
  );
}

function FactsPart(props: { shown: Shown; elements: readonly { readonly id: string; readonly title: string }[] }) {
  const { shown } = props;
  const title = (id: string) => props.elements.find((element) => element.id === id)?.title;
  return (
    <section class="ib-flow" aria-labelledby="onderdelen">
      <Heading level={2} id="onderdelen">
        Wat bekend was, onderdeel voor onderdeel
      </Heading>
      {shown.facts.length > 0 ? (
        <Table
          caption={`Opgegeven door ${shown.name}`}
          rows={shown.facts}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Onderdeel', cell: ({ element }) => [element, title(element)].filter(Boolean).join(' ') },
            { header: 'Stand', cell: ({ state }) => STATE_WORDS[state] },
            { header: 'Wat er stond', cell: ({ statement }) => statement },
            { header: 'Bewijs', cell: ({ evidenceTitle }) => evidenceTitle ?? '–' },
            { header: 'Van', kind: 'date', cell: (fact) => <GivenDate date={givenDay(fact)} /> },
            {
              header: 'Gold tot',
              kind: 'date',
              cell: (fact) => (fact.lapsesOn ? <GivenDate date={givenEnd(fact)} /> : '–'),
            },
          ]}
        />
      ) : (
        <p>{shown.name} had verder niets vastgelegd.</p>
      )}
    </section>
  );
}

function GivenDate({ date }: { date: PlainDate | undefined }) {
  return date ? <DateText date={date} /> : <span>{NO_DATE}</span>;
}
