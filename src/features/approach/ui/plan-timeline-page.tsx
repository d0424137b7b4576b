import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { type Action, actionOn, type Plan } from '../domain/plan.ts';
import type { CycleDay } from '../domain/plan-cycle.ts';
import { PLAN_CRUMBS } from './plan-page.tsx';
import { ACTION_STATES, TRACK_NAMES } from './plan-words.ts';

interface Row {
  readonly id: string;
  readonly on: PlainDate | undefined;
  readonly title: string;
  readonly action: Action | undefined;
}

/** Everything in order of its day, month by month: made to be printed and laid on a table. */
export function PlanTimelinePage(props: {
  readonly frame: PageFrame;
  readonly plan: Plan;
  readonly actions: readonly Action[];
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
  const months = [...Map.groupBy(dated, ({ on }) => on!.slice(0, 7))];
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
      {months.map(([month, each]) => (
        <Month key={month} caption={monthName(month)} rows={each} today={props.today} />
      ))}
      {undated.length > 0 ? <Month caption="Nog geen termijn" rows={undated} today={props.today} /> : null}
    </Page>
  );
}

const monthName = (month: string) => {
  const words = writeDutchDate(`${month}-01` as PlainDate).split(' ');
  return `${words[1]} ${words[2]}`;
};

function Month(props: { caption: string; rows: readonly Row[]; today: PlainDate }) {
  return (
    <Table
      caption={props.caption}
      rows={props.rows}
      rowKey={({ id }) => id}
      columns={[
        { header: 'Datum', kind: 'date', cell: ({ on }) => (on ? <DateText date={on} /> : 'nog geen') },
        { header: 'Wat', namesRow: true, cell: ({ title }) => title },
        { header: 'Spoor', cell: ({ action }) => (action ? TRACK_NAMES[action.track] : 'vast moment') },
        { header: 'Eigenaar', cell: ({ action }) => (action ? (action.owner?.name ?? 'nog niemand') : '') },
        {
          header: 'Stand',
          cell: ({ action }) => (action ? <StatusBadge {...ACTION_STATES[actionOn(action, props.today)]} /> : ''),
        },
      ]}
    />
  );
}
