import { MomentText } from '../../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../../ui/forms/field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { SelectField } from '../../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../../ui/page.tsx';
import { Alert } from '../../../../ui/show/alert.tsx';
import { DataList } from '../../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../../ui/show/disclosure.tsx';
import { Heading } from '../../../../ui/text/heading.tsx';
import { Link } from '../../../../ui/text/link.tsx';
import { Paragraph } from '../../../../ui/text/paragraph.tsx';
import { type CheckResult, checkState, type Proposal } from '../../domain/release/proposal.ts';
import { CheckBadge, PROPOSALS_PATH } from './proposals-page.tsx';
import { ENDING_TEXTS } from './release-texts.ts';
import { ReleasedTables } from './released-tables.tsx';
import { ReportParts } from './report-parts.tsx';

const CRUMBS = [{ href: PROPOSALS_PATH, label: 'Cijfers openbaar maken' }];

/** One proposal, for the organisation that made it: how the check went, what would come out, and the request to release it. */
export function ProposalPage(props: {
  frame: PageFrame;
  proposal: Proposal;
  now: Date;
  /** How far the check is, from 0 to 1; undefined when another process has it, or nobody. */
  share: number | undefined;
  /** Another edition came out since the check. */
  isStale: boolean;
  /** The edition it became. */
  reference: string | undefined;
  askedAt: Date | undefined;
  offices: readonly { readonly id: string; readonly name: string }[];
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { frame, proposal, now, reference, askedAt, isStale } = props;
  const state = checkState(proposal, now);
  const path = `${PROPOSALS_PATH}/${proposal.id}`;
  const result = proposal.check?.result;
  const mayAsk = state === 'safe' && !isStale && reference === undefined;
  return (
    <Page frame={frame} title={proposal.title} breadcrumbs={CRUMBS} errors={props.errors} wide>
      <p>
        <CheckBadge proposal={proposal} now={now} />
      </p>
      {reference ? (
        <Alert kind="ok" title="Uitgegeven">
          <p>
            Dit voorstel is openbaar als <Link href={`/cijfers/geregistreerd?uitgave=${reference}`}>{reference}</Link>.
          </p>
        </Alert>
      ) : isStale ? (
        <Alert kind="warning" title="Laat opnieuw controleren">
          <p>Na deze controle kwam een andere uitgave uit. Samen kunnen twee uitgaven meer verraden dan elk apart.</p>
        </Alert>
      ) : askedAt ? (
        <Alert kind="info" title="Gevraagd">
          <p>
            Op <MomentText instant={askedAt} /> is om uitgave gevraagd. Hoe het daarmee staat, ziet wie het vroeg bij{' '}
            <Link href="/goedkeuringen">Goedkeuringen</Link>.
          </p>
        </Alert>
      ) : (
        <Paragraph>{ENDING_TEXTS[state].text}</Paragraph>
      )}
      {state === 'busy' ? (
        <p>
          <label>
            Voortgang <progress max={1} value={props.share} />
          </label>
        </p>
      ) : null}
      {result ? (
        <>
          <ReportParts report={result.report} />
          {mayAsk ? <AskForm {...props} path={path} /> : null}
          <Preview result={result} />
        </>
      ) : null}
      {state !== 'busy' && reference === undefined ? (
        <Form
          frame={frame}
          action={`${path}/controleren`}
          idempotencyKey={`${props.formKey}-weer`}
          label="Opnieuw controleren"
        >
          <SubmitButton emphasis="secondary">Controleer opnieuw</SubmitButton>
        </Form>
      ) : null}
      <Heading level={2}>Over dit voorstel</Heading>
      <DataList
        facts={[
          { label: 'Gemaakt door', value: proposal.madeBy },
          { label: 'Gemaakt op', value: <MomentText instant={proposal.madeAt} /> },
          { label: 'Jaren', value: proposal.years.join(', ') },
          { label: 'Naar', value: proposal.properties.map(({ name }) => name).join(', ') },
          ...(proposal.check ? [{ label: 'Gecontroleerd op', value: <MomentText instant={proposal.check.at} /> }] : []),
          ...(proposal.check?.sha256 ? [{ label: 'Controlegetal', value: <code>{proposal.check.sha256}</code> }] : []),
          { label: 'Als bestand', value: <Link href={`${path}.json`}>JSON, zoals het naar buiten zou gaan</Link> },
        ]}
      />
    </Page>
  );
}

function AskForm(props: Parameters<typeof ProposalPage>[0] & { path: string }) {
  // as a rule there is one office; then it is chosen already
  const only = props.offices.length === 1 ? { bureau: props.offices[0]!.id } : {};
  const field = { values: props.values ?? only, errors: props.errors };
  return (
    <>
      <Heading level={2}>Om uitgave vragen</Heading>
      {props.offices.length === 0 ? (
        <Paragraph>
          Er is nog geen bureau van de Nationaal Rapporteur in deze omgeving. Zonder tweede organisatie komt er niets
          uit.
        </Paragraph>
      ) : (
        <Form
          frame={props.frame}
          action={`${props.path}/vragen`}
          idempotencyKey={props.formKey}
          label="Om uitgave vragen"
        >
          <SelectField
            {...field}
            name="bureau"
            label="Wie besluit mee?"
            description="Een analist daar, of wie dat bureau aanwijst, leest de tabellen en stemt in of niet."
            choices={props.offices.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextArea
            {...field}
            name="reden"
            label="Waarom brengt u dit uit?"
            description="Bijvoorbeeld: het jaarbeeld van oktober. Geen namen."
            rows={3}
          />
          <SubmitButton>Vraag om uitgave</SubmitButton>
        </Form>
      )}
    </>
  );
}

/** What would come out, word for word; the last year open, the others a click away. */
export function Preview({ result: { figures } }: { result: CheckResult }) {
  const years = [...figures.years].reverse();
  return (
    <>
      <Heading level={2}>Wat er naar buiten zou gaan</Heading>
      {years.map((year, nth) =>
        nth === 0 ? (
          <ReleasedTables key={year} figures={figures} year={year} />
        ) : (
          <Disclosure key={year} summary={`Tabellen over ${year}`}>
            <ReleasedTables figures={figures} year={year} />
          </Disclosure>
        ),
      )}
    </>
  );
}

/** The same publication for the organisation that is asked to agree: what would come out, not what it was made from. */
export function PreviewPage(props: { frame: PageFrame; result: CheckResult; path: string }) {
  const { figures, report } = props.result;
  return (
    <Page frame={props.frame} title={figures.title} breadcrumbs={CRUMBS} wide>
      <Alert kind="info" title="U wordt gevraagd om in te stemmen">
        <p>
          Lees wat er naar buiten zou gaan. Uw besluit neemt u bij <Link href="/goedkeuringen">Goedkeuringen</Link>.
        </p>
      </Alert>
      <ReportParts report={report} />
      <Preview result={props.result} />
      <Paragraph>
        <Link href={`${props.path}.json`}>Hetzelfde als bestand (JSON)</Link>
      </Paragraph>
    </Page>
  );
}
