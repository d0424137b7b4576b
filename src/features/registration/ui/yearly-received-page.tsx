import { MomentText } from '../../../ui/format/date-text.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { RECEIVED_YEARLY_PATH } from './registration-words.ts';

/** What the office of the Rapporteur received of registers, with the file; and a button for what waits. */
export function YearlyReceivedPage(props: {
  frame: PageFrame;
  waiting: number;
  received: readonly {
    readonly id: string;
    readonly year: number;
    readonly nth: number;
    readonly k: number;
    readonly sha256: string;
    readonly senderName: string;
    readonly sentAt: Date;
    readonly receivedAt: Date;
  }[];
  formKey: string;
}) {
  const { received, waiting } = props;
  return (
    <Page
      frame={props.frame}
      title="Jaarleveringen van het register"
      wide
      lead="Wat het register één keer per jaar levert, zonder dat iemand te herkennen is."
    >
      {waiting > 0 ? (
        <Form
          frame={props.frame}
          action={`${RECEIVED_YEARLY_PATH}/ontvangen`}
          idempotencyKey={props.formKey}
          label="Neem in ontvangst"
        >
          <Paragraph>
            {waiting === 1 ? 'Er wacht één levering.' : `Er wachten ${waiting} leveringen.`} Na ontvangst kunt u de
            tabel lezen, en weet het register dat zij aankwam.
          </Paragraph>
          <SubmitButton>Neem in ontvangst</SubmitButton>
        </Form>
      ) : null}
      {received.length === 0 ? (
        <EmptyState title="Er is nog niets ontvangen">
          Het register kan sturen zodra beide organisaties de afspraak hierover hebben vastgelegd. Dat doet uw beheerder
          bij Samenwerken.
        </EmptyState>
      ) : (
        <Table
          caption="Ontvangen leveringen"
          rows={received}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Levering',
              cell: ({ id, year, nth }) => (
                <Link href={`${RECEIVED_YEARLY_PATH}.csv?levering=${id}`}>
                  {year}, {nth === 1 ? 'eerste levering' : `correctie (levering ${nth})`} (CSV)
                </Link>
              ),
            },
            { header: 'Van', cell: ({ senderName }) => senderName },
            { header: 'Verstuurd op', kind: 'date', cell: ({ sentAt }) => <MomentText instant={sentAt} /> },
            { header: 'Ontvangen op', kind: 'date', cell: ({ receivedAt }) => <MomentText instant={receivedAt} /> },
            { header: 'Kleinste groep', cell: ({ k }) => `${k} mensen` },
            { header: 'Controlegetal', cell: ({ sha256 }) => <code>{sha256.slice(0, 12)}</code> },
          ]}
        />
      )}
      <Paragraph kind="small">
        Wilt u hieruit iets openbaar maken? Laat het eerst door de onthullingscontrole gaan, bij Uitgaven. De regels
        daarvoor zijn strenger dan die voor deze levering.
      </Paragraph>
    </Page>
  );
}
