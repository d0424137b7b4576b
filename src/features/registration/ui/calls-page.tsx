import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { Call, CallTask } from '../domain/call.ts';
import { BRANCH_WORDS, CALL_TASK_WORDS, CALLS_TITLE, OUTCOME_WORDS } from './call-words.ts';
import { StartCallForm } from './start-call-form.tsx';

/** The telephone rings: one field to begin with, and the calls there are. Nothing of them is opened here. */
export function CallsPage(props: {
  frame: PageFrame;
  task: CallTask;
  isOpen: boolean;
  rows: readonly Call[];
  total: number;
  page: number;
  pages: number;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, task, values, errors } = props;
  const { path, lead } = CALL_TASK_WORDS[task];
  return (
    <Page frame={frame} title={CALLS_TITLE} lead={lead} errors={errors}>
      {props.isOpen ? (
        <StartCallForm frame={frame} task={task} formKey={props.formKey} values={values} errors={errors} />
      ) : (
        <Alert kind="info" title="aanmelden staat nog uit">
          <p>Uw FG zet dit onderdeel aan met de startpoort. Tot dan legt u hier geen nieuw gesprek vast.</p>
        </Alert>
      )}
      {props.rows.length === 0 ? (
        <EmptyState title="Er zijn nog geen gesprekken">
          Begin hierboven als de telefoon gaat. Een gesprek dat nog loopt, staat dan bovenaan.
        </EmptyState>
      ) : (
        <Table
          caption={props.total === 1 ? '1 gesprek' : `${props.total} gesprekken`}
          rows={props.rows}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Code', cell: ({ code }) => <Link href={`${path}/${code}`}>{code}</Link> },
            { header: 'Begonnen', kind: 'date', cell: ({ openedAt }) => <MomentText instant={openedAt} /> },
            { header: 'Door', cell: ({ openedByName }) => openedByName },
            { header: 'Gaat over', cell: ({ branch }) => BRANCH_WORDS[branch] },
            {
              header: 'Nog vragen',
              kind: 'date',
              cell: ({ askOn }) => (askOn ? <DateText date={askOn} /> : 'niets'),
            },
            { header: 'Stand', cell: ({ outcome }) => <StatusBadge {...OUTCOME_WORDS[outcome ?? 'going-on']} /> },
          ]}
        />
      )}
      <Pagination
        page={props.page}
        pages={props.pages}
        hrefOf={(page) => `${path}?${new URLSearchParams({ pagina: String(page) }).toString()}`}
      />
    </Page>
  );
}
