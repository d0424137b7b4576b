import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { writeNumber } from '../../../ui/format/number-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { Gone } from '../domain/cases/case-event.ts';
import type { CaseFile, CaseStatus, Depth } from '../domain/cases/case-file.ts';
import { CASES_PATH, CASES_TITLE, DEPTH_WORDS, GONE_WORDS, OUTCOME_WORDS, STATUS_WORDS } from './case-words.ts';
import { CASELOAD_PATH, CASELOAD_TITLE } from './caseload-page.tsx';
import { REFERRALS_PATH } from './referral-words.ts';
import { YEARLY_PATH, YEARLY_TITLE } from './yearly-page.tsx';

export interface ShownCase {
  readonly file: CaseFile;
  readonly status: CaseStatus;
  readonly isOwn: boolean;
  readonly coordinatorName: string;
  readonly reference: string | undefined;
  readonly gone: Gone | undefined;
}

/** What was sought by a reference of the own system. */
export interface SoughtCases {
  readonly values: FieldValues;
  readonly errors?: FieldErrors;
  /** More than one, or none: of one the case itself opens. */
  readonly codes: readonly string[];
}

const captionOf = (total: number, isMore: boolean) =>
  isMore
    ? `De eerste ${writeNumber(total)} dossiers; er zijn er meer`
    : total === 1
      ? '1 dossier'
      : `${writeNumber(total)} dossiers`;

/** The cases of one coordinator, the nearest day first. Who they are about is not said here. */
export function CaseListPage(props: {
  frame: PageFrame;
  rows: readonly ShownCase[];
  total: number;
  isMore: boolean;
  page: number;
  pages: number;
  isClosed: boolean;
  isOpen: boolean;
  depth: Depth;
  waiting: number;
  formKey: string;
  sought: SoughtCases | undefined;
  today: PlainDate;
}) {
  const { isClosed, isOpen, depth, rows, total, today } = props;
  const hasReferences = rows.some(({ reference }) => reference !== undefined);
  const mayBegin = isOpen && depth !== 'signpost';
  const query = (page: number) =>
    new URLSearchParams({ ...(isClosed && { toon: 'afgesloten' }), pagina: String(page) }).toString();
  return (
    <Page
      frame={props.frame}
      title={isClosed ? 'Afgesloten dossiers' : CASES_TITLE}
      wide
      errors={props.sought?.errors}
      breadcrumbs={isClosed ? [{ href: CASES_PATH, label: CASES_TITLE }] : undefined}
      lead="De dossiers waaraan u werkt, de dichtstbijzijnde dag eerst. Wie het zijn, ziet u pas in het dossier."
    >
      <ActionGroup>
        {mayBegin ? (
          <ButtonLink href={`${CASES_PATH}/nieuw`} emphasis="primary">
            Begin een dossier
          </ButtonLink>
        ) : null}
        {isClosed ? (
          <ButtonLink href={CASES_PATH}>Lopende dossiers</ButtonLink>
        ) : (
          <ButtonLink href={`${CASES_PATH}?toon=afgesloten`}>Afgesloten dossiers</ButtonLink>
        )}
        <ButtonLink href={CASELOAD_PATH}>{CASELOAD_TITLE}</ButtonLink>
        <ButtonLink href={YEARLY_PATH}>{YEARLY_TITLE}</ButtonLink>
        <ButtonLink href={REFERRALS_PATH}>
          {props.waiting > 0 ? `Verwijzingen aan ons (${writeNumber(props.waiting)})` : 'Verwijzingen aan ons'}
        </ButtonLink>
        <ButtonLink href={`${CASES_PATH}/instelling`}>Hoe wij dossiers bijhouden</ButtonLink>
      </ActionGroup>
      {isOpen ? null : (
        <Alert kind="info" title="zorgcoördinatie staat nog uit">
          <p>Uw FG zet dit onderdeel aan met de startpoort. Wat al loopt, gaat gewoon door.</p>
        </Alert>
      )}
      {isOpen && depth === 'signpost' ? (
        <Alert kind="info" title="uw organisatie koos voor de wegwijzer">
          <p>{DEPTH_WORDS.signpost.about}</p>
        </Alert>
      ) : null}
      {depth === 'signpost' ? null : <Find frame={props.frame} formKey={props.formKey} sought={props.sought} />}
      {rows.length === 0 ? (
        <EmptyState title={isClosed ? 'Er is nog niets afgesloten' : 'U werkt nog aan geen dossier'}>
          {mayBegin
            ? 'Begin een dossier na een telefoontje, een overgedragen signaal of een eigen aanmelding.'
            : 'Zodra u een dossier hebt, staat het hier.'}
        </EmptyState>
      ) : (
        <Table
          caption={captionOf(total, props.isMore)}
          rows={rows}
          rowKey={({ file }) => file.code}
          columns={[
            { header: 'Code', cell: ({ file: { code } }) => <Link href={`${CASES_PATH}/${code}`}>{code}</Link> },
            ...(hasReferences
              ? [
                  {
                    header: 'Nummer in eigen systeem',
                    cell: ({ reference }: ShownCase) => reference ?? 'niet ingevuld',
                  },
                ]
              : []),
            {
              header: 'Stand',
              cell: ({ status, gone }) => (
                <>
                  <StatusBadge {...STATUS_WORDS[status]} />{' '}
                  {gone ? <StatusBadge kind="error" label={GONE_WORDS[gone.kind]} /> : null}
                </>
              ),
            },
            isClosed
              ? { header: 'Uitkomst', cell: ({ file }) => (file.outcome ? OUTCOME_WORDS[file.outcome] : '') }
              : {
                  header: 'Eerste termijn of taak',
                  kind: 'date',
                  cell: ({ file: { nextOn } }) =>
                    nextOn === undefined ? (
                      'geen'
                    ) : (
                      <>
                        <DateText date={nextOn} />
                        {nextOn <= today ? ' ' : ''}
                        {nextOn <= today ? <StatusBadge kind="error" label="voorbij" /> : null}
                      </>
                    ),
                },
            { header: 'Begonnen', kind: 'date', cell: ({ file }) => <DateText date={file.begunOn} /> },
            {
              header: 'Coördinator',
              cell: ({ isOwn, coordinatorName }) => (isOwn ? 'u' : `${coordinatorName}; u vervangt`),
            },
          ]}
        />
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={(page) => `${CASES_PATH}?${query(page)}`} />
    </Page>
  );
}

/** Finding a case by exactly the number it has in the own system. */
function Find(props: { frame: PageFrame; formKey: string; sought: SoughtCases | undefined }) {
  const { sought } = props;
  return (
    <Disclosure summary="Zoek op uw eigen nummer" open={sought !== undefined}>
      {sought && sought.codes.length > 0 ? (
        <Alert kind="info" title="meer dan één dossier">
          <p>
            {sought.codes.map((code) => (
              <>
                <Link href={`${CASES_PATH}/${code}`} key={code}>
                  {code}
                </Link>{' '}
              </>
            ))}
          </p>
        </Alert>
      ) : null}
      <Form
        frame={props.frame}
        action={`${CASES_PATH}/zoeken`}
        idempotencyKey={props.formKey}
        label="Zoek op uw eigen nummer"
      >
        <TextField
          values={sought?.values ?? {}}
          errors={sought?.errors}
          name="eigenKenmerk"
          label="Nummer in uw eigen systeem"
          description="Precies zoals het in het dossier staat. Alleen dossiers waaraan u werkt."
          width="medium"
        />
        <SubmitButton emphasis="secondary">Zoek</SubmitButton>
      </Form>
    </Disclosure>
  );
}
