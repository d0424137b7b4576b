import { DateText } from '../../../ui/format/date-text.tsx';
import { Table } from '../../../ui/show/table.tsx';
import type { Onboarding } from '../domain/onboarding.ts';
import { STEP_WORDS } from './onboarding-words.ts';

/** A municipality that begins, by its name. */
export type Beginner = Onboarding & { readonly municipality: string };

/** Who got stuck at which step, since when: the lines that the desk calls first. */
export function StuckTable({ stuck }: { stuck: readonly Beginner[] }) {
  return (
    <Table
      caption="Loopt vast bij het beginnen"
      columns={[
        { header: 'Gemeente', cell: ({ municipality }) => municipality },
        { header: 'Stap', cell: ({ step }) => (step ? STEP_WORDS[step].title : '') },
        { header: 'Bij deze stap sinds', kind: 'date', cell: ({ stepSince }) => <DateText date={stepSince} /> },
        {
          header: 'Loopt vast sinds',
          kind: 'date',
          cell: ({ stuckSince, dueOn }) => <DateText date={stuckSince ?? dueOn} />,
        },
        { header: 'Wat helpt', cell: ({ step }) => (step ? STEP_WORDS[step].next : '') },
      ]}
      rows={stuck}
      rowKey={({ tenantId }) => tenantId}
    />
  );
}
