import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { type Action, actionOn, type Leaving, type Plan } from '../domain/plan.ts';
import type { CycleDay } from '../domain/plan-cycle.ts';
import { Carriers, PLAN_CRUMBS } from './plan-page.tsx';
import { ACTION_STATES, TRACK_NAMES } from './plan-words.ts';

interface Row {
  readonly id: string;
  readonly on: PlainDate | undefined;
  readonly title: string;
  readonly action: Action | undefined;
}

/** Everything in order of its day, year by year: made to be printed and laid on a table. */
export function PlanTimelinePage(props: {
  readonly frame: PageFrame;
  readonly plan: Plan;
  readonly actions: readonly Action[];
  readonly leaving: Leaving;
  readonly cycle: readonly CycleDay[];
  readonly today: PlainDate;
}) {
  const rows: Row[] = [
    ...props.actions
      .filter(({ status }) => status !== 'dropped')
      .map((action) => ({ id: action.id, on: action.dueOn, title: action.title, action })),
    ...props.cycle.map(({ id, on, title }) => ({ id, on, title, action: undefined })),
  ];
  const dated = rows.filter(({ on }) => on).sort((a, b) => a.on!.localeCompare(b.on!) || a.id.localeCompare(b.id));
  const years = [...Map.groupBy(dated, ({ on }) => on!.slice(0, 4))];
  const undated = rows.filter(({ on }) => !on);
  return (
    <Page
      frame={props.frame}
      title={`Tijdlijn: ${props.plan.title}`}
      breadcrumbs={PLAN_CRUMBS}
      wide
      lead="Alle acties en vaste momenten op volgorde van datum. Print deze pagina voor een overleg."
    >
      {rows.length === 0 ? <EmptyState title="Nog niets op de tijdlijn">Voeg eerst acties toe.</EmptyState> : null}
      {years.map(([year, each]) => (
        <Days key={year} caption={year} rows={each} leaving={props.leaving} today={props.today} />
      ))}
      {undated.length > 0 ? (
        <Days caption="Nog geen termijn" rows={undated} leaving={props.leaving} today={props.today} />
      ) : null}
    </Page>
  );
}

function Days(props: { caption: string; rows: readonly Row[]; leaving: Leaving; today: PlainDate }) {
  return (
    <Table
      caption={props.caption}
      rows={props.rows}
      rowKey={({ id }) => id}
      columns={[
        { header: 'Datum', kind: 'date', cell: ({ on }) => (on ? <DateText date={on} /> : 'nog geen') },
        { header: 'Wat', namesRow: true, cell: ({ title }) => title },
        { header: 'Spoor', cell: ({ action }) => (action ? TRACK_NAMES[action.track] : 'vast moment') },
        {
          header: 'Eigenaar',
          cell: ({ action }) =>
            action ? <Carriers action={action} leaving={props.leaving} today={props.today} /> : '',
        },
        {
          header: 'Stand',
          cell: ({ action }) => (action ? <StatusBadge {...ACTION_STATES[actionOn(action, props.today)]} /> : ''),
        },
      ]}
    />
  );
}
