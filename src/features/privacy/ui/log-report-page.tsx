import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { MomentText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { activityOf, type LoggedDeed } from '../domain/logged-deed.ts';
import { PRIVACY_CRUMB } from './log-insight-page.tsx';
import { INSIGHT_PATH, type LogContext } from './log-table.tsx';

/**
 * What the person it is about may be given: when her data was opened, by whom in which function, why and on which ground. Without names
 * of employees, and without what is confidential; the sentence about that stands on every overview, so that it tells nothing.
 */
export function LogReportPage(props: {
  frame: PageFrame;
  context: LogContext;
  organisation: string;
  deeds: readonly LoggedDeed[];
  /** There are more than fit in one overview. */
  isCut: boolean;
}) {
  const { context, organisation } = props;
  const activity = (deed: LoggedDeed) => activityOf(context.register, deed, dutchDay(deed.at));
  return (
    <Page
      frame={props.frame}
      title="Overzicht voor de betrokkene"
      wide
      breadcrumbs={[PRIVACY_CRUMB, { href: INSIGHT_PATH, label: 'Wie zag deze gegevens?' }]}
      lead={`Wanneer ${organisation} uw gegevens gebruikte, en waarvoor.`}
    >
      <Paragraph>
        Dit overzicht kan onvolledig zijn. Van sommige verwerkingen mogen wij volgens de wet niet vertellen of ze er
        zijn.
      </Paragraph>
      {props.isCut ? <Paragraph>Dit zijn de laatste 500 keer. Kies een kortere periode voor de rest.</Paragraph> : null}
      {props.deeds.length === 0 ? (
        <EmptyState title="Geen verwerkingen om te noemen">
          In deze periode staat er niets dat wij kunnen noemen.
        </EmptyState>
      ) : (
        <Table
          caption={`Uw gegevens zijn ${props.deeds.length} keer gebruikt`}
          rows={props.deeds}
          rowKey={({ key }) => key}
          columns={[
            { header: 'Wanneer', kind: 'date', cell: ({ at }) => <MomentText instant={at} /> },
            { header: 'Door', cell: ({ role }) => (role ? context.roleLabel(role) : 'een andere organisatie') },
            {
              header: 'Welke gegevens',
              cell: ({ opened }) =>
                [
                  ...new Set(opened.flatMap(({ columns }) => columns.map((column) => context.columnWords(column)))),
                ].join('; '),
            },
            { header: 'Waarvoor', cell: (deed) => activity(deed)?.plain.nl ?? deed.activity },
            { header: 'Op welke grond', cell: (deed) => activity(deed)?.basis.join('; ') || 'niet vastgelegd' },
          ]}
        />
      )}
    </Page>
  );
}
