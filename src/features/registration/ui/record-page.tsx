import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { SharedConsent } from '../domain/consent.ts';
import type { DossierType, RegistrationContent } from '../domain/registration.ts';
import type { ReporterType, Route } from '../domain/reporting-guide.ts';
import { CandidateList, type ShownCandidates } from './candidate-list.tsx';
import { consentFacts } from './consent-list.tsx';
import { contentFacts } from './content-facts.ts';
import { choicesOf } from './guide-words.ts';
import { AskReporterForm, QuestionHistory, type ShownQuestion } from './question-pages.tsx';
import {
  DOSSIER_TYPE_WORDS,
  HTCDS_PATH,
  REGION_WORDS,
  REGISTER_PATH,
  REGISTER_TITLE,
  REPORTER_WORDS,
  ROUTE_WORDS,
} from './registration-words.ts';

/** A record of the register as its page shows it. Who it is, is not among it. */
export interface ShownRecord extends ShownCandidates {
  readonly record: {
    readonly code: string;
    readonly dossierType: DossierType;
    readonly receivedOn: PlainDate;
    readonly mergedInto: string | undefined;
  };
  readonly rootCode: string;
  readonly deliveries: readonly {
    readonly id: string;
    readonly reporterName: string;
    readonly recordCode: string;
    readonly reporterType: ReporterType;
    readonly route: Route;
    readonly region: string;
    readonly receivedOn: PlainDate;
    readonly hasName: boolean;
    readonly isWithdrawn: boolean;
    readonly consent: SharedConsent | undefined;
    readonly content: RegistrationContent | undefined;
  }[];
  readonly merges: readonly {
    readonly id: string;
    readonly code: string;
    readonly intoCode: string;
    readonly mergedAt: Date;
    readonly mergedByName: string;
    readonly reason: string;
    readonly unmergedAt: Date | null;
    readonly unmergedByName: string | null;
    readonly unmergeReason: string | null;
  }[];
  readonly questions: readonly ShownQuestion[];
  readonly typeChanges: readonly {
    readonly id: string;
    readonly changedAt: Date;
    readonly changedByName: string;
    readonly before: DossierType;
    readonly after: DossierType;
  }[];
}

/** One person of the register: who reported her, what they said, and merging and taking apart with a reason. */
export function RecordPage(props: {
  frame: PageFrame;
  view: ShownRecord;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  conflict?: string | undefined;
}) {
  const { frame, view, formKey, values, errors } = props;
  const { record } = view;
  const path = `/registraties/register/${record.code}`;
  const isMerged = record.mergedInto !== undefined;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title={`Registratie ${record.code}`}
      breadcrumbs={[{ href: REGISTER_PATH, label: REGISTER_TITLE }]}
      errors={errors}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : undefined
      }
    >
      <DataList
        facts={[
          { label: 'Soort dossier', value: DOSSIER_TYPE_WORDS[record.dossierType] },
          { label: 'Ontvangen', value: <DateText date={record.receivedOn} /> },
          ...(isMerged
            ? [
                {
                  label: 'Telt mee met',
                  value: <Link href={`/registraties/register/${view.rootCode}`}>{view.rootCode}</Link>,
                },
              ]
            : []),
        ]}
      />
      <Paragraph>
        <Link href={`/registraties/register/${record.code}/htcds.json`}>Als HTCDS (JSON)</Link>, zonder naam, code en
        datums. <Link href={HTCDS_PATH}>Wat daar niet in past</Link>.
      </Paragraph>
      <section class="ib-flow" aria-labelledby="van-wie">
        <Heading level={2} id="van-wie">
          Van wie
        </Heading>
        {view.deliveries.map((delivery) => (
          <article class="ib-flow" key={delivery.id} aria-labelledby={`lijst-${delivery.id}`}>
            <Heading level={3} id={`lijst-${delivery.id}`}>
              {delivery.reporterName}, {REPORTER_WORDS[delivery.reporterType]} ({delivery.recordCode})
            </Heading>
            <p>
              {ROUTE_WORDS[delivery.route].label}
              {delivery.route === 'nameless' && delivery.hasName ? ', naam later toegevoegd' : ''}.{' '}
              {REGION_WORDS[delivery.region as keyof typeof REGION_WORDS] ?? 'Onbekend'}, ontvangen op{' '}
              <DateText date={delivery.receivedOn} />.{' '}
              {delivery.isWithdrawn ? <StatusBadge kind="neutral" label="toestemming ingetrokken" /> : null}
            </p>
            {delivery.content ? (
              <DataList
                facts={[...contentFacts(delivery.content), ...consentFacts('registration', delivery.consent)]}
              />
            ) : (
              <Paragraph>De gegevens zijn niet meer te lezen. De aanmelding telt wel mee.</Paragraph>
            )}
          </article>
        ))}
      </section>
      <AskReporterForm
        {...field}
        frame={frame}
        path={path}
        formKey={formKey}
        reporters={view.deliveries
          .filter(({ content }) => content)
          .map(({ recordCode, reporterName }) => ({ code: recordCode, name: reporterName }))}
      />
      {view.questions.length > 0 ? (
        <section class="ib-flow" aria-labelledby="nagevraagd">
          <Heading level={2} id="nagevraagd">
            Nagevraagd
          </Heading>
          <QuestionHistory questions={view.questions} />
        </section>
      ) : null}
      <CandidateList view={view} frame={frame} path={path} formKey={formKey} field={field} />
      {isMerged ? (
        <Form frame={frame} action={`${path}/splitsen`} idempotencyKey={`${formKey}s`} label="Haal uit elkaar">
          <Heading level={2}>Haal uit elkaar</Heading>
          <Paragraph>Dit telt dan weer als een eigen persoon. Wat is gewist, komt niet terug.</Paragraph>
          <TextArea {...field} name="reden" label="Waarom zijn dit twee mensen?" rows={2} />
          <SubmitButton>Haal uit elkaar</SubmitButton>
        </Form>
      ) : (
        <Form frame={frame} action={`${path}/samenvoegen`} idempotencyKey={formKey} label="Voeg samen">
          <Heading level={2}>Voeg samen</Heading>
          <Paragraph>
            Twee registraties van één persoon tellen daarna één keer. Wie de persoon aanmeldde, blijft staan. Zonder
            naam voegt In Beeld nooit zelf iets samen.
          </Paragraph>
          <TextField
            {...field}
            name="met"
            label="Code van de andere registratie"
            description="Bijvoorbeeld ABCD-2345."
            width="medium"
          />
          <TextArea {...field} name="reden" label="Waarom is dit dezelfde persoon?" rows={2} />
          <SubmitButton>Voeg samen</SubmitButton>
        </Form>
      )}
      <Form frame={frame} action={`${path}/soort`} idempotencyKey={`${formKey}d`} label="Soort dossier">
        <Heading level={2}>Soort dossier</Heading>
        <SelectField
          values={{ soort: record.dossierType, ...values }}
          errors={errors}
          name="soort"
          label="Wat voor dossier is dit nu?"
          choices={choicesOf(DOSSIER_TYPE_WORDS)}
        />
        <SubmitButton>Wijzig de soort</SubmitButton>
      </Form>
      {view.merges.length + view.typeChanges.length > 0 ? (
        <section class="ib-flow" aria-labelledby="geschiedenis">
          <Heading level={2} id="geschiedenis">
            Wat eraan is gedaan
          </Heading>
          <BulletList
            items={[
              ...view.merges.map((each) => (
                <>
                  <MomentText instant={each.mergedAt} />: {each.code} samengevoegd met {each.intoCode} door{' '}
                  {each.mergedByName}. Reden: {each.reason}
                  {each.unmergedAt ? (
                    <>
                      {' '}
                      Uit elkaar gehaald op <MomentText instant={each.unmergedAt} /> door {each.unmergedByName}. Reden:{' '}
                      {each.unmergeReason}
                    </>
                  ) : null}
                </>
              )),
              ...view.typeChanges.map((each) => (
                <>
                  <MomentText instant={each.changedAt} />: van «{DOSSIER_TYPE_WORDS[each.before]}» naar «
                  {DOSSIER_TYPE_WORDS[each.after]}» door {each.changedByName}.
                </>
              )),
            ]}
          />
        </section>
      ) : null}
    </Page>
  );
}
