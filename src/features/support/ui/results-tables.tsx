import { NumberText } from '../../../ui/format/number-text.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { EFFECTS, OFFERS } from '../domain/request.ts';
import type { OfferResult, UnsupportedRegion } from '../domain/results.ts';

/** What the help of the desk did, and where nobody is helped. */
export function ResultsTables(props: { results: readonly OfferResult[]; regions: readonly UnsupportedRegion[] }) {
  return (
    <>
      <Heading level={2}>Wat de hulp deed</Heading>
      {props.results.length === 0 ? (
        <EmptyState title="Er is nog niets gegeven">Plan hulp bij een vraag aan de balie.</EmptyState>
      ) : (
        <Table
          caption="Aanbod en opbrengst, over drie jaar"
          columns={[
            { header: 'Aanbod', cell: ({ offer }) => OFFERS[offer] },
            { header: 'Gepland', kind: 'number', cell: ({ planned }) => <NumberText value={planned} /> },
            { header: 'Gegeven', kind: 'number', cell: ({ given }) => <NumberText value={given} /> },
            {
              header: EFFECTS.arranged,
              kind: 'number',
              cell: ({ effects }) => <NumberText value={effects.arranged} />,
            },
            { header: EFFECTS.busy, kind: 'number', cell: ({ effects }) => <NumberText value={effects.busy} /> },
            { header: EFFECTS.nothing, kind: 'number', cell: ({ effects }) => <NumberText value={effects.nothing} /> },
            { header: 'Niveaus erbij', kind: 'number', cell: ({ levels }) => <NumberText value={levels} /> },
          ]}
          rows={props.results}
          rowKey={({ offer }) => offer}
        />
      )}
      <Heading level={2}>Regio’s zonder ondersteuning</Heading>
      {props.regions.length === 0 ? (
        <EmptyState title="In elke regio waar iets ontbreekt, wordt geholpen">
          Regio’s waarvan niets bekend is, staan hier niet.
        </EmptyState>
      ) : (
        <Table
          caption="Politie-eenheden waar dit jaar niemand is geholpen, in volgorde"
          columns={[
            { header: 'Regio', cell: ({ name }) => name },
            { header: 'Verlopen basisonderdelen', kind: 'number', cell: ({ lapsed }) => <NumberText value={lapsed} /> },
            {
              header: 'Inwoners zonder meldroute',
              kind: 'number',
              cell: (region) => <NumberText value={region.inhabitantsWithoutRoute} />,
            },
            {
              header: 'Gemeenten op de lijst',
              kind: 'number',
              cell: ({ municipalities }) => <NumberText value={municipalities} />,
            },
          ]}
          rows={props.regions}
          rowKey={({ name }) => name}
        />
      )}
    </>
  );
}
