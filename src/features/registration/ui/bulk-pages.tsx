import type { ComponentChildren } from 'preact';
import { MomentText } from '../../../ui/format/date-text.tsx';
import { writeNumber } from '../../../ui/format/number-text.tsx';
import type { FieldErrors } from '../../../ui/forms/field.tsx';
import { FileField } from '../../../ui/forms/file-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { ColumnHelp, rowsInWords, WrongRows } from '../../../ui/forms/table-form.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type BulkProblem, type BulkProgress, bulkStanding, MOST_BULK_ROWS } from '../domain/bulk-table.ts';
import {
  BULK_TITLE,
  COLUMN_HELP,
  COLUMN_NAMES,
  LETTERS_WORDS,
  PROBLEM_TEXTS,
  STANDING_WORDS,
  stoppedText,
  TEMPLATE_NAME,
} from './bulk-words.ts';
import { OWN_PATH, OWN_TITLE } from './registration-words.ts';

export const BULK_PATH = `${OWN_PATH}/inlezen`;
const CRUMBS = [{ href: OWN_PATH, label: OWN_TITLE }];

/** A file as its pages show it. */
export interface ShownBulk extends BulkProgress {
  readonly id: string;
  readonly receivedAt: Date;
  readonly letters: string | undefined;
  readonly rowCount: number;
  readonly goodCount: number;
  readonly knownCount: number;
  readonly sentCount: number;
  readonly mode: 'all' | 'good' | undefined;
}

/** Bringing a file with registrations: the templates, the file, and what became of earlier ones. */
export function BulkStartPage(props: {
  frame: PageFrame;
  bulks: readonly ShownBulk[];
  total: number;
  page: number;
  pages: number;
  formKey: string;
  errors?: FieldErrors | undefined;
}) {
  const { frame, errors } = props;
  return (
    <Page
      frame={frame}
      title={BULK_TITLE}
      errors={errors}
      breadcrumbs={CRUMBS}
      lead={`Lees een bestand in met hoogstens ${writeNumber(MOST_BULK_ROWS)} aanmeldingen. U ziet eerst wat wij lezen; daarna pas verstuurt u.`}
    >
      <Heading level={2}>1. Vul het sjabloon in</Heading>
      <ActionGroup>
        <ButtonLink href={`${BULK_PATH}/${TEMPLATE_NAME}.xlsx`}>Sjabloon voor Excel</ButtonLink>
        <ButtonLink href={`${BULK_PATH}/${TEMPLATE_NAME}.csv`}>Sjabloon als CSV</ButtonLink>
      </ActionGroup>
      <Paragraph>
        «Onbekend» mag altijd. Verblijfspositie, BSN, adres en vrije tekst horen nooit in dit bestand.
      </Paragraph>
      <Heading level={2}>2. Lees het bestand in</Heading>
      <Form
        frame={frame}
        action={BULK_PATH}
        idempotencyKey={props.formKey}
        multipart
        autocomplete="off"
        label="Bestand inlezen"
      >
        <FileField
          name="bestand"
          label="Bestand met aanmeldingen"
          description="Excel (.xlsx) of CSV, zonder formules, macro’s en samengevoegde cellen."
          accept=".xlsx,.csv,.tsv,.txt"
          errors={errors}
        />
        <SubmitButton>Lees het bestand</SubmitButton>
      </Form>
      <Heading level={2}>Eerder ingelezen</Heading>
      {props.bulks.length === 0 ? (
        <EmptyState title="U las nog geen bestand in">Begin met het sjabloon.</EmptyState>
      ) : (
        <Table
          caption={props.total === 1 ? '1 bestand van u' : `${writeNumber(props.total)} bestanden van u`}
          rows={props.bulks}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Ingelezen',
              cell: ({ id, receivedAt }) => (
                <Link href={`${BULK_PATH}/${id}`}>
                  <MomentText instant={receivedAt} />
                </Link>
              ),
            },
            { header: 'Rijen', kind: 'number', cell: ({ rowCount }) => <data value={rowCount}>{rowCount}</data> },
            {
              header: 'Verstuurd',
              kind: 'number',
              cell: ({ sentCount }) => <data value={sentCount}>{sentCount}</data>,
            },
            { header: 'Stand', cell: (bulk) => <StatusBadge {...STANDING_WORDS[bulkStanding(bulk)]} /> },
          ]}
        />
      )}
      <Pagination
        page={props.page}
        pages={props.pages}
        hrefOf={(page) => `${BULK_PATH}?${new URLSearchParams({ pagina: String(page) }).toString()}`}
      />
      <ColumnHelp names={COLUMN_NAMES} help={COLUMN_HELP} />
    </Page>
  );
}

/** One file: what was read, what is wrong with it, and what to do; then how far it is. */
export function BulkPage(props: {
  frame: PageFrame;
  bulk: ShownBulk;
  problems: readonly BulkProblem[];
  problemCount: number;
  page: number;
  pages: number;
  formKey: string;
  errors?: FieldErrors | undefined;
}) {
  const { frame, bulk, errors } = props;
  const standing = bulkStanding(bulk);
  const fresh = bulk.goodCount - bulk.knownCount;
  const toSend = Math.max(0, fresh - bulk.sentCount);
  const mayStart = (standing === 'read' || standing === 'stopped') && toSend > 0;
  const letters = LETTERS_WORDS[bulk.letters ?? ''];
  return (
    <Page
      frame={frame}
      title="Wat wij lazen"
      wide
      errors={errors}
      breadcrumbs={[...CRUMBS, { href: BULK_PATH, label: BULK_TITLE }]}
      status={<Standing bulk={bulk} toSend={toSend} wrong={bulk.rowCount - bulk.goodCount} />}
    >
      <DataList
        facts={[
          { label: 'Ingelezen', value: <MomentText instant={bulk.receivedAt} /> },
          { label: 'Rijen', value: writeNumber(bulk.rowCount) },
          { label: 'Goed', value: writeNumber(bulk.goodCount) },
          { label: 'Met een fout', value: writeNumber(bulk.rowCount - bulk.goodCount) },
          { label: 'Al eerder aangemeld', value: writeNumber(bulk.knownCount) },
          { label: 'Verstuurd', value: writeNumber(bulk.sentCount) },
        ]}
      />
      {letters ? (
        <Alert kind="info" title={`Wij lazen dit bestand als ${letters}`}>
          <p>Staan er namen in met bijzondere letters? Bewaar het bestand dan als CSV UTF-8 en lees het opnieuw in.</p>
        </Alert>
      ) : null}
      {standing === 'running' ? (
        <ActionGroup>
          <ButtonLink href={`${BULK_PATH}/${bulk.id}`} emphasis="primary">
            Kijk hoe ver het is
          </ButtonLink>
        </ActionGroup>
      ) : null}
      {mayStart ? <StartForm {...props} toSend={toSend} /> : null}
      {standing === 'read' || standing === 'stopped' ? (
        <Form
          frame={frame}
          action={`${BULK_PATH}/${bulk.id}/wegdoen`}
          idempotencyKey={`${props.formKey}w`}
          label="Bestand wegdoen"
        >
          <SubmitButton emphasis="secondary">Doe wat wij lazen weg</SubmitButton>
        </Form>
      ) : null}
      {props.problemCount > 0 ? (
        <>
          <WrongRows rows={byLine(props.problems)} columns={[]} names={COLUMN_NAMES} texts={PROBLEM_TEXTS} />
          <Pagination
            page={props.page}
            pages={props.pages}
            hrefOf={(page) => `${BULK_PATH}/${bulk.id}?${new URLSearchParams({ pagina: String(page) }).toString()}`}
          />
        </>
      ) : null}
      <Paragraph>
        <Link href={BULK_PATH}>Lees een ander bestand in</Link>
      </Paragraph>
    </Page>
  );
}

function StartForm(props: {
  frame: PageFrame;
  bulk: ShownBulk;
  formKey: string;
  errors?: FieldErrors | undefined;
  toSend: number;
}) {
  const { bulk, toSend } = props;
  const isWhole = bulk.goodCount === bulk.rowCount && bulk.sentCount === 0;
  return (
    <Form
      frame={props.frame}
      action={`${BULK_PATH}/${bulk.id}/versturen`}
      idempotencyKey={props.formKey}
      label="Aanmeldingen versturen"
    >
      <Radios
        name="hoe"
        label="Hoe wilt u versturen?"
        values={{ hoe: isWhole ? 'all' : '' }}
        errors={props.errors}
        choices={[
          {
            value: 'all',
            label: 'Alles of niets',
            description: isWhole
              ? 'Lukt er één niet, dan gaat er geen enkele weg.'
              : 'Kan nu niet: er is een rij met een fout, of een deel ging al weg.',
          },
          {
            value: 'good',
            label: 'Alleen de goede rijen',
            description: 'De rijen met een fout verbetert u later, met hetzelfde eigen nummer.',
          },
        ]}
      />
      <SubmitButton>{`Verstuur ${writeNumber(toSend)} ${toSend === 1 ? 'aanmelding' : 'aanmeldingen'}`}</SubmitButton>
    </Form>
  );
}

function Standing({ bulk, toSend, wrong }: { bulk: ShownBulk; toSend: number; wrong: number }) {
  const say = (kind: 'info' | 'ok' | 'warning', title: string, children: ComponentChildren) => (
    <Alert kind={kind} title={title}>
      <p>{children}</p>
    </Alert>
  );
  switch (bulkStanding(bulk)) {
    case 'running':
      return say(
        'info',
        `${writeNumber(bulk.sentCount)} van ${rowsInWords(bulk.goodCount - bulk.knownCount)} verstuurd`,
        bulk.mode === 'all'
          ? 'Alles gaat in één keer. U mag deze pagina sluiten; het gaat vanzelf verder.'
          : 'U mag deze pagina sluiten; het gaat vanzelf verder.',
      );
    case 'stopped':
      return say('warning', `Gestopt na ${rowsInWords(bulk.sentCount)}`, stoppedText(bulk.stoppedBy));
    case 'discarded':
      return say(
        'info',
        'Wat wij lazen is weg',
        'Wat al verstuurd was, blijft verstuurd. Lees het bestand opnieuw in als u dat wilt.',
      );
    case 'done':
      return say(
        'ok',
        `${rowsInWords(bulk.sentCount)} verstuurd`,
        wrong > 0 || bulk.sentCount + bulk.knownCount < bulk.goodCount
          ? 'Verbeter de andere rijen in uw bestand en lees het opnieuw in. Wat al verstuurd is, slaan wij dan over.'
          : 'Uw aanmeldingen staan op uw lijst. Leest u dit bestand nog eens in, dan melden wij niemand twee keer aan.',
      );
    default:
      if (toSend === 0)
        return wrong > 0
          ? say('warning', 'Er is niets te versturen', 'Verbeter de rijen met een fout en lees het bestand opnieuw in.')
          : say('info', 'Alle rijen zijn al aangemeld', 'Er is niets veranderd.');
      return wrong > 0
        ? say(
            'warning',
            `${rowsInWords(wrong)} met een fout, nog niets verstuurd`,
            'Verbeter ze en lees het bestand opnieuw in, of verstuur alleen de goede rijen.',
          )
        : say('info', `${rowsInWords(toSend)} goed, nog niets verstuurd`, 'Kies hoe u verstuurt.');
  }
}

/** The problems of a page, row by row. */
function byLine(problems: readonly BulkProblem[]) {
  const lines = new Map<number, BulkProblem[]>();
  for (const problem of problems) lines.set(problem.line, [...(lines.get(problem.line) ?? []), problem]);
  return [...lines].map(([line, each]) => ({ line, problems: each }));
}
