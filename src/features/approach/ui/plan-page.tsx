import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Money } from '../../../ui/format/money.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { KeyFigures } from '../../../ui/show/key-figures.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { TRACKS } from '../domain/framework.ts';
import {
  ACTION_STATUSES,
  type Action,
  actionOn,
  isAssigned,
  isOngoing,
  type Leaving,
  leftOn,
  type Member,
  type Plan,
  type PlanTotals,
} from '../domain/plan.ts';
import { ACTION_STATES, TRACK_NAMES } from './plan-words.ts';

export interface PolicyChoice {
  readonly regionId: string;
  readonly regionName: string;
  readonly title: string;
}

interface FormProps {
  readonly frame: PageFrame;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly formKey: string;
  readonly policies: readonly PolicyChoice[];
  readonly isNew: boolean;
}

const CRUMBS = [{ href: '/aanpak', label: 'Aanpak' }] as const;
export const PLAN_CRUMBS = [...CRUMBS, { href: '/aanpak/plan', label: 'Plan' }] as const;

/** What the plan is called, whose policy it is under, and from when until when it runs. */
function PlanForm(props: FormProps) {
  const { errors } = props;
  // where one region makes the policy, a new plan most likely falls under that
  const [only, ...others] = props.isNew ? props.policies : [];
  const values = only && others.length === 0 ? { regioId: only.regionId, ...props.values } : props.values;
  return (
    <Form
      frame={props.frame}
      action="/aanpak/plan"
      idempotencyKey={props.formKey}
      autocomplete="off"
      label="Plan vastleggen"
    >
      <HiddenField name="versie" value={String(values.versie ?? '0')} />
      <TextField
        name="titel"
        label="Titel van het plan"
        description="Bijvoorbeeld: Uitvoeringsplan aanpak mensenhandel 2027–2028."
        values={values}
        errors={errors}
      />
      <SelectField
        name="regioId"
        label="Onder welk beleid valt dit plan?"
        description="Vaak maakt de regio het beleid en maakt elke gemeente een eigen uitvoeringsplan."
        placeholder="Eigen beleid van onze gemeente"
        optional
        choices={[
          ...props.policies.map(({ regionId, regionName, title }) => ({
            value: regionId,
            label: `${regionName}: ${title}`,
          })),
          { value: 'elders', label: 'Regionaal beleid dat niet in In Beeld staat' },
        ]}
        values={values}
        errors={errors}
      />
      <TextField
        name="beleid"
        label="Naam van het regionale beleid"
        description="Alleen als dat beleid niet in In Beeld staat."
        optional
        values={values}
        errors={errors}
      />
      <TextField name="beleidsadres" label="Waar dat beleid staat" optional values={values} errors={errors} />
      <DateField name="begint" label="Het plan begint op" values={values} errors={errors} />
      <DateField
        name="eindigt"
        label="Dan moet er een nieuw plan zijn"
        description="Hoogstens vier jaar na het begin."
        values={values}
        errors={errors}
      />
      <SubmitButton>{props.isNew ? 'Maak het plan' : 'Leg vast'}</SubmitButton>
    </Form>
  );
}

/** Making a plan, or changing its title and days. */
export function PlanFormPage(props: FormProps & { readonly conflict?: Plan | undefined; readonly mayWrite: boolean }) {
  return (
    <Page
      frame={props.frame}
      title={props.isNew ? 'Plan' : 'Titel en looptijd van het plan'}
      errors={props.errors}
      breadcrumbs={props.isNew ? CRUMBS : PLAN_CRUMBS}
      status={props.conflict ? <ConflictAlert change={props.conflict} frame={props.frame} /> : undefined}
      lead="Een plan zegt wie wat doet, en wanneer. Maak er een voor uw gemeente, ook als het beleid van de regio is."
    >
      {props.conflict ? (
        <DataList
          facts={[
            { label: 'Titel nu', value: props.conflict.title },
            { label: 'Begint nu op', value: <DateText date={props.conflict.startsOn} /> },
            { label: 'Eindigt nu op', value: <DateText date={props.conflict.endsOn} /> },
          ]}
        />
      ) : null}
      {props.mayWrite ? (
        <PlanForm {...props} />
      ) : (
        <EmptyState title="Nog geen plan">
          De aandachtsfunctionaris of de beleidsmedewerker van uw gemeente kan een plan maken.
        </EmptyState>
      )}
    </Page>
  );
}

/** Somebody changed it meanwhile; that may be herself, in another window. */
export function ConflictAlert({
  change,
  frame,
}: {
  change: Pick<Plan, 'changedBy' | 'changedByPersonId'> | undefined;
  frame: PageFrame;
}) {
  const by = change?.changedBy ?? 'Iemand';
  const isOwn = change?.changedByPersonId !== undefined && change.changedByPersonId === frame.person?.id;
  return (
    <Alert
      kind="warning"
      title={isOwn ? 'u hebt dit in een ander venster gewijzigd' : `${by} heeft dit intussen gewijzigd`}
    >
      <p>
        Uw wijziging is nog niet opgeslagen. Vergelijk wat er nu staat met wat u invulde, pas het aan en leg het opnieuw
        vast.
      </p>
    </Alert>
  );
}

export interface PlanFilter {
  readonly track: string;
  readonly status: string;
  /** Only what still has to be done and lacks an owner or substitute who is there, or a day. */
  readonly isUnmanned: boolean;
  readonly page: number;
}

/** How many actions stand on one page. */
export const ACTIONS_PER_PAGE = 100;

/** The plan as it runs: what it comes to, and its actions by their day. */
export function PlanPage(props: {
  readonly frame: PageFrame;
  readonly plan: Plan;
  readonly actions: readonly Action[];
  readonly leaving: Leaving;
  readonly totals: PlanTotals;
  readonly filter: PlanFilter;
  readonly today: PlainDate;
  readonly message: string | undefined;
  readonly mayWrite: boolean;
}) {
  const { plan, totals, filter, leaving, today } = props;
  const isUnmanned = (action: Action) =>
    isOngoing(action) && (!isAssigned(action, leaving, today) || leftOn(action.substitute, leaving, today));
  const shown = props.actions.filter(
    (action) =>
      (!filter.track || action.track === filter.track) &&
      (!filter.status || actionOn(action, today) === filter.status) &&
      (!filter.isUnmanned || isUnmanned(action)),
  );
  const pages = Math.max(1, Math.ceil(shown.length / ACTIONS_PER_PAGE));
  const page = Math.min(filter.page, pages);
  const rows = shown.slice((page - 1) * ACTIONS_PER_PAGE, page * ACTIONS_PER_PAGE);
  return (
    <Page
      frame={props.frame}
      title={plan.title}
      breadcrumbs={CRUMBS}
      wide
      status={props.message ? <Alert kind="ok" title={props.message} /> : statusOf(plan, today)}
      lead={
        <>
          Van <DateText date={plan.startsOn} /> tot <DateText date={plan.endsOn} />.{' '}
          {plan.regional ? (
            <>
              Dit plan valt onder regionaal beleid:{' '}
              {plan.regional.link ? <Link href={plan.regional.link}>{plan.regional.title}</Link> : plan.regional.title}.
            </>
          ) : (
            'Dit plan valt onder het eigen beleid van uw gemeente.'
          )}
        </>
      }
    >
      <KeyFigures
        figures={[
          { label: 'acties', value: <NumberText value={totals.count} />, note: `${totals.done} klaar` },
          { label: 'te laat', value: <NumberText value={totals.late} /> },
          { label: 'zonder eigenaar of termijn', value: <NumberText value={totals.unassigned} /> },
          { label: 'begroot', value: <Money euros={totals.budgetEuro} /> },
          { label: 'uren', value: <NumberText value={totals.hours} decimals={totals.hours % 1 === 0 ? 0 : 2} /> },
        ]}
      />
      {props.mayWrite ? (
        <ActionGroup>
          <ButtonLink href="/aanpak/plan/voorstellen" emphasis="primary">
            Bekijk de voorstellen
          </ButtonLink>
          <ButtonLink href="/aanpak/plan/acties/nieuw">Voeg een eigen actie toe</ButtonLink>
        </ActionGroup>
      ) : null}
      {props.actions.length === 0 ? (
        <EmptyState title="Nog geen acties">
          Begin bij de voorstellen: In Beeld weet wat uw gemeente nog mist, en stelt per onderdeel acties voor. Mist er
          niets? Dan zet u zelf een actie in het plan.
        </EmptyState>
      ) : (
        <>
          <Filters action="/aanpak/plan" label="Filter de acties" clearHref="/aanpak/plan">
            <SelectField
              name="spoor"
              label="Spoor"
              placeholder="Alle sporen"
              choices={TRACKS.map((track) => ({ value: track, label: TRACK_NAMES[track] }))}
              values={{ spoor: filter.track }}
            />
            <SelectField
              name="stand"
              label="Stand"
              placeholder="Alle standen"
              choices={[...ACTION_STATUSES, 'late' as const].map((status) => ({
                value: status,
                label: ACTION_STATES[status].label,
              }))}
              values={{ stand: filter.status }}
            />
            <SelectField
              name="bezetting"
              label="Eigenaar en termijn"
              placeholder="Alle acties"
              choices={[{ value: UNMANNED, label: 'zonder eigenaar of termijn, of iemand is weg' }]}
              values={{ bezetting: filter.isUnmanned ? UNMANNED : '' }}
            />
          </Filters>
          {rows.length > 0 ? (
            <ActionTable
              rows={rows}
              leaving={leaving}
              today={today}
              caption={`Acties${pages > 1 ? `, pagina ${page} van ${pages}` : ''} (${shown.length})`}
            />
          ) : (
            <EmptyState title="Geen acties met dit filter">Kies een ander filter.</EmptyState>
          )}
          <Pagination page={page} pages={pages} hrefOf={(number) => addressOf({ ...filter, page: number })} />
        </>
      )}
      <Heading level={2}>Verder met het plan</Heading>
      <BulletList
        items={[
          <Link key="vaststelling" href="/aanpak/vaststelling">
            Laat het plan vaststellen
          </Link>,
          <Link key="documenten" href="/aanpak/documenten">
            Maak er documenten van
          </Link>,
          <Link key="regio" href="/aanpak/samen-in-de-regio">
            Wat uw regio afsprak, om over te nemen
          </Link>,
          <Link key="tijdlijn" href="/aanpak/plan/tijdlijn">
            Tijdlijn, om te printen
          </Link>,
          <Link key="agenda" href="/aanpak/plan/agenda.ics">
            Termijnen voor uw agenda (ics)
          </Link>,
          ...(props.mayWrite
            ? [
                <Link key="gegevens" href="/aanpak/plan/gegevens">
                  Wijzig titel, beleid en looptijd
                </Link>,
              ]
            : []),
        ]}
      />
    </Page>
  );
}

function statusOf(plan: Plan, today: PlainDate) {
  if (plan.endsOn > today) return undefined;
  return (
    <Alert kind="warning" title="dit plan is afgelopen">
      <p>
        Het liep tot <DateText date={plan.endsOn} />. Geef het een nieuwe looptijd en kijk de acties na.
      </p>
    </Alert>
  );
}

function addressOf({ track, status, isUnmanned, page }: PlanFilter): string {
  const query = new URLSearchParams({
    ...(track && { spoor: track }),
    ...(status && { stand: status }),
    ...(isUnmanned && { bezetting: UNMANNED }),
    ...(page > 1 && { pagina: String(page) }),
  }).toString();
  return `/aanpak/plan${query ? `?${query}` : ''}`;
}

/** The value of the filter that shows what nobody can be held to. */
export const UNMANNED = 'onbezet';

/** Who owns an action, marked when she has that role no more; and so her substitute, only then. */
export function Carriers({ action, leaving, today }: { action: Action; leaving: Leaving; today: PlainDate }) {
  const { owner, substitute } = action;
  const isGone = (member: Member | undefined) => isOngoing(action) && leftOn(member, leaving, today) !== undefined;
  const gone = <StatusBadge kind="warning" label="niet meer in deze rol" />;
  if (!owner) return <span class="ib-soft">nog niemand</span>;
  return (
    <>
      {owner.name} {isGone(owner) ? gone : null}
      {isGone(substitute) ? (
        <>
          {' '}
          Vervanger {substitute?.name} {gone}
        </>
      ) : null}
    </>
  );
}

/** Actions in a table, in the order they come. */
export function ActionTable(props: {
  rows: readonly Action[];
  leaving: Leaving;
  today: PlainDate;
  caption: string;
  narrow?: 'scroll';
}) {
  const { leaving, today } = props;
  return (
    <Table
      caption={props.caption}
      rows={props.rows}
      rowKey={({ id }) => id}
      narrow={props.narrow}
      columns={[
        { header: 'Actie', cell: ({ id, title }) => <Link href={`/aanpak/plan/acties/${id}`}>{title}</Link> },
        { header: 'Onderdeel', cell: ({ closesElement }) => closesElement ?? 'geen' },
        { header: 'Spoor', cell: ({ track }) => TRACK_NAMES[track] },
        { header: 'Eigenaar', cell: (action) => <Carriers action={action} leaving={leaving} today={today} /> },
        {
          header: 'Termijn',
          kind: 'date',
          cell: ({ dueOn }) => (dueOn ? <DateText date={dueOn} /> : <span class="ib-soft">nog geen</span>),
        },
        { header: 'Stand', cell: (action) => <StatusBadge {...ACTION_STATES[actionOn(action, props.today)]} /> },
      ]}
    />
  );
}
