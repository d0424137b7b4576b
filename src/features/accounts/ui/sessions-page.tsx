import { MomentText } from '../../../ui/format/date-text.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';

interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly role: string;
  readonly organisationName: string;
  readonly isCurrent: boolean;
}

/** Where the person is signed in, each to be ended in one action. */
export function SessionsPage(props: {
  frame: PageFrame;
  sessions: readonly SessionRow[];
  formKey: string;
  othersEnded: boolean;
}) {
  const others = props.sessions.filter(({ isCurrent }) => !isCurrent).length;
  return (
    <Page
      frame={props.frame}
      title="Waar u bent ingelogd"
      wide
      status={
        props.othersEnded && others === 0 ? (
          <Alert kind="ok" title="uw andere sessies zijn beëindigd">
            <p>U bent alleen nog hier ingelogd.</p>
          </Alert>
        ) : undefined
      }
      lead="Kent u een apparaat niet? Beëindig die sessie en vertel het de beheerder van uw organisatie."
    >
      <Table
        caption="Uw open sessies"
        rows={props.sessions}
        rowKey={(row) => row.id}
        columns={[
          { header: 'Apparaat', cell: (row) => deviceName(row.device) },
          { header: 'Rol', cell: (row) => `${row.role}, ${row.organisationName}` },
          { header: 'Ingelogd', cell: (row) => <MomentText instant={row.createdAt} /> },
          { header: 'Laatst gebruikt', cell: (row) => <MomentText instant={row.lastSeenAt} /> },
          {
            header: 'Actie',
            sortable: false,
            cell: (row) =>
              row.isCurrent ? (
                'Deze sessie'
              ) : (
                <Form
                  frame={props.frame}
                  action="/sessies/beeindigen"
                  idempotencyKey={`${props.formKey}${row.id.slice(-8)}`}
                  label={`Beëindig sessie ${props.sessions.indexOf(row) + 1}, op ${deviceName(row.device)}`}
                >
                  <HiddenField name="sessie" value={row.id} />
                  <SubmitButton emphasis="secondary">Beëindig</SubmitButton>
                </Form>
              ),
          },
        ]}
      />
      <p>
        <Link href="/sessies/sleutels">Uw toegangssleutels</Link>
      </p>
      {others > 1 ? (
        <Form
          frame={props.frame}
          action="/sessies/andere-beeindigen"
          idempotencyKey={props.formKey}
          label="Beëindig alle andere sessies"
        >
          <SubmitButton emphasis="secondary">{`Beëindig alle ${others} andere sessies`}</SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}

/** 'Firefox op Windows' from what the browser says of itself; the whole text when it is no browser we know. */
function deviceName(userAgent: string): string {
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => userAgent.includes(`${name}/`));
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'Linux'].find((name) => userAgent.includes(name));
  if (!browser) return userAgent.slice(0, 40);
  return `${browser === 'Edg' ? 'Edge' : browser}${system ? ` op ${system}` : ''}`;
}
