import { NumberText } from '../../../../ui/format/number-text.tsx';
import { DataList } from '../../../../ui/show/data-list.tsx';
import { Table } from '../../../../ui/show/table.tsx';
import { Heading } from '../../../../ui/text/heading.tsx';
import { Paragraph } from '../../../../ui/text/paragraph.tsx';
import type { CheckReport, ReportedReason } from '../../domain/release/proposal.ts';
import { REASON_TEXTS } from './release-texts.ts';

/** What the protection did, and what the attacker found: for who asks and for who decides. */
export function ReportParts({ report }: { report: CheckReport }) {
  const reasons = (Object.keys(REASON_TEXTS) as ReportedReason[]).map((reason) => ({
    reason,
    cells: report.hidden[reason],
  }));
  return (
    <>
      <Heading level={2}>Wat de bescherming deed</Heading>
      <Paragraph>
        Van de <NumberText value={report.cells} /> getallen zijn er <NumberText value={report.shown} /> te zien, naar
        beneden afgerond op vijf. De andere zijn verborgen. In de uitgave zien alle verborgen getallen er gelijk uit.
      </Paragraph>
      <Table
        caption="Waarom getallen verborgen zijn"
        rows={reasons}
        rowKey={({ reason }) => reason}
        columns={[
          { header: 'Reden', cell: ({ reason }) => REASON_TEXTS[reason] },
          { header: 'Getallen', kind: 'number', cell: ({ cells }) => <NumberText value={cells} /> },
        ]}
      />
      <Heading level={2}>Wat de aanvaller vond</Heading>
      <DataList
        facts={[
          {
            label: 'Gevonden',
            value: (
              <>
                <NumberText value={report.recoveredAfter} /> van de <NumberText value={report.attacked} /> getallen die
                verborgen moeten blijven
              </>
            ),
          },
          {
            label: 'Zonder de extra verborgen getallen',
            value: (
              <>
                <NumberText value={report.recoveredBefore} /> gevonden
                {report.recoveredBefore > 0 ? ': de aanval is echt' : ', er hoefde niets extra verborgen te worden'}
              </>
            ),
          },
          {
            label: 'Krapste ruimte',
            value:
              report.narrowest === null ? (
                'er is niets verborgen'
              ) : (
                <>
                  bij elk verborgen getal zijn ten minste <NumberText value={report.narrowest + 1} /> aantallen mogelijk
                </>
              ),
          },
          {
            label: 'Samen bekeken met',
            value: (
              <>
                <NumberText value={report.editions} /> eerdere uitgaven over dezelfde jaren
              </>
            ),
          },
          {
            label: 'Gerekend met',
            value: (
              <>
                {report.solver}, <NumberText value={report.solves} /> keer
              </>
            ),
          },
        ]}
      />
    </>
  );
}
