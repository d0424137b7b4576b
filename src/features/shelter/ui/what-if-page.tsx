import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { EXTRA, type WhatIf } from '../domain/what-if.ts';
import { TYPE_WORDS } from './shelter-words.ts';

/** What more places would do, over everything that is sought now: sums only, for who plans. Nobody is placed by this. */
export function WhatIfPage(props: {
  frame: PageFrame;
  /** Undefined when counting took too long. */
  answer: (WhatIf & { readonly families: number }) | undefined;
}) {
  const { answer } = props;
  return (
    <Page
      frame={props.frame}
      title="Wat als er meer plekken waren?"
      wide
      breadcrumbs={[{ href: '/plaatsen', label: 'Vrije plekken' }]}
      lead="Hoeveel mensen die nu wachten een plek konden krijgen, en hoeveel meer met extra plekken. Alleen aantallen."
    >
      {answer === undefined ? (
        <Alert kind="warning" title="het rekenen duurde te lang">
          <p>Probeer het straks opnieuw.</p>
        </Alert>
      ) : answer.open === 0 ? (
        <EmptyState title="Er is nu geen open aanvraag">Zodra er aanvragen zijn, kan hier worden gerekend.</EmptyState>
      ) : (
        <>
          <DataList
            facts={[
              { label: 'Open aanvragen', value: <data value={answer.open}>{answer.open}</data> },
              {
                label: 'Hoogstens tegelijk te plaatsen vannacht',
                value: <data value={answer.placeable}>{answer.placeable}</data>,
              },
              ...(answer.families > 0
                ? [
                    {
                      label: 'Aanvragen met meer volwassenen, niet meegerekend',
                      value: <data value={answer.families}>{answer.families}</data>,
                    },
                  ]
                : []),
            ]}
          />
          <Table
            caption="Hoeveel mensen er meer een plek konden krijgen"
            rows={answer.gains}
            rowKey={({ type }) => type}
            columns={[
              { header: 'Extra plekken van de soort', cell: ({ type }) => TYPE_WORDS[type].label },
              ...EXTRA.map((extra, index) => ({
                header: extra === 1 ? '1 plek erbij' : `${extra} plekken erbij`,
                kind: 'number' as const,
                cell: ({ gains }: WhatIf['gains'][number]) => (
                  <data value={gains[index]!.more}>{gains[index]!.more}</data>
                ),
              })),
            ]}
          />
        </>
      )}
      <Paragraph kind="small">
        Dit is een rekensom, geen voorspelling en geen plaatsing: zij wijst niemand een plek toe en zet niemand op
        volgorde. Een extra plek past hier bij iedereen die in die soort opvang mag. Zij rekent met wat vannacht vrij
        is.
      </Paragraph>
    </Page>
  );
}
