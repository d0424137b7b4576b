import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { MainAndAside } from '../../../ui/show/main-and-aside.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Timeline } from '../../../ui/show/timeline.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { ClockText } from './inbox-page.tsx';
import { LinkedSignals } from './linked-signals.tsx';
import { ReportDeeds } from './report-deeds.tsx';
import type { ReportFacts } from './report-facts.ts';
import {
  CLOSE_REASON_WORDS,
  DECISION_WORDS,
  FORM_WORDS,
  FUNCTION_WORDS,
  KIND_WORDS,
  MAY_HEAR_WORDS,
  MINOR_WORDS,
  orUnknown,
  SECTOR_WORDS,
  SOURCE_WORDS,
  STATUS_WORDS,
} from './signal-words.ts';
import { TRIAGE_LEVEL_WORDS, TRIAGE_REASON_WORDS } from './weighing-words.ts';

/** One signal: what was seen and said, what was done with it, and what can be done now. */
export function ReportPage(props: {
  frame: PageFrame;
  view: ReportFacts;
  formKey: string;
  colleagues: readonly { readonly personId: string; readonly name: string }[];
  values: FieldValues;
  errors?: FieldErrors | undefined;
  conflict?: string | undefined;
  done?: string | undefined;
}) {
  const { frame, view } = props;
  const { report, content } = view;
  return (
    <Page
      frame={frame}
      title={`Signaal ${report.code}`}
      breadcrumbs={[{ href: '/meldingen', label: 'Meldingen' }]}
      wide
      errors={props.errors}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : props.done ? (
          <Alert kind="ok">
            <p>{props.done}</p>
          </Alert>
        ) : undefined
      }
    >
      <p>
        <StatusBadge {...STATUS_WORDS[view.status]} /> <ClockText clock={view.clock} actBy={report.actBy} />
      </p>
      {report.isDangerNow ? (
        <Alert kind="warning" title="gevaar gemeld">
          <p>
            Wie dit doorgaf, zag gevaar en belde 112 om {report.called112At} uur, op{' '}
            <DateText date={report.receivedOn} />.
          </p>
        </Alert>
      ) : null}
      <MainAndAside asideLabel="Over dit signaal" aside={<About view={view} />}>
        <section class="ib-flow" aria-labelledby="doorgegeven">
          <Heading level={2} id="doorgegeven">
            Wat er is doorgegeven
          </Heading>
          {content ? (
            <DataList
              facts={[
                { label: 'Zelf gezien of gehoord', value: content.observation },
                ...(report.kind === 'person'
                  ? [{ label: 'Wat de persoon zelf zei', value: content.saidByPerson }]
                  : []),
                { label: 'Wat iemand anders zei', value: content.saidByOther },
                { label: 'Eigen duiding van de doorgever', value: content.interpretation },
                { label: 'Plek', value: content.place },
              ]}
            />
          ) : (
            <Paragraph>De inhoud is gewist. Niemand kan haar nog lezen.</Paragraph>
          )}
        </section>
        {report.kind === 'location' && report.source === 'employee' ? (
          <Paragraph>
            <Link href={`/meldingen/${report.code}/fotos`}>Foto’s van het gebouw of voorwerp</Link>
          </Paragraph>
        ) : null}
        <Weighings view={view} />
        <Questions view={view} />
        <SamePlace view={view} />
        <ReportDeeds
          frame={frame}
          view={view}
          formKey={props.formKey}
          colleagues={props.colleagues}
          values={props.values}
          errors={props.errors}
        />
      </MainAndAside>
    </Page>
  );
}

function About({ view }: { view: ReportFacts }) {
  const { report, countdown } = view;
  const isEmployee = report.source === 'employee';
  return (
    <>
      <DataList
        facts={[
          { label: 'Soort', value: KIND_WORDS[report.kind] },
          { label: 'Ontvangen', value: <DateText date={report.receivedOn} /> },
          {
            label: 'Van',
            value: isEmployee
              ? `${view.reporterName ?? 'een collega die hier niet meer werkt'} (${FUNCTION_WORDS[report.reporterFunction]})`
              : SOURCE_WORDS[report.source],
          },
          { label: 'Mag horen', value: MAY_HEAR_WORDS[report.sourceMayHear] },
          { label: 'Lijkt op', value: orUnknown(FORM_WORDS, report.form) },
          { label: 'Soort plek', value: orUnknown(SECTOR_WORDS, report.sector) },
          ...(report.kind === 'person'
            ? [{ label: 'Jonger dan 18', value: orUnknown(MINOR_WORDS, report.isMinor) }]
            : []),
          { label: 'Opgepakt door', value: view.takenUpByName ?? 'niemand' },
          ...(report.decision && report.decidedOn
            ? [{ label: 'Besluit over de rapportage', value: DECISION_WORDS[report.decision] }]
            : []),
          ...(report.closedOn && report.closeReason
            ? [
                { label: 'Gesloten', value: <DateText date={report.closedOn} /> },
                { label: 'Waarom gesloten', value: CLOSE_REASON_WORDS[report.closeReason] },
              ]
            : []),
          {
            label: 'Wordt gewist',
            value: countdown?.endsOn ? (
              <>
                <DateText date={countdown.endsOn} />
                {view.daysLeft === undefined ? null : ` (over ${view.daysLeft} dagen)`}
                {countdown.heldUntil ? (
                  <>
                    . Uitgesteld tot <DateText date={countdown.heldUntil} />
                  </>
                ) : null}
              </>
            ) : (
              'Uw gemeente heeft hiervoor nog geen bewaartermijn vastgesteld. Vraag het aan de FG.'
            ),
          },
        ]}
      />
      <Paragraph kind="small">
        Na het wissen blijft alleen een telling over. Dat u dit signaal opende, staat in het logboek.
      </Paragraph>
    </>
  );
}

function Weighings({ view }: { view: ReportFacts }) {
  if (view.weighings.length === 0) return null;
  return (
    <section class="ib-flow" aria-labelledby="weging">
      <Heading level={2} id="weging">
        Weging
      </Heading>
      <Timeline
        label="Hoe dit signaal is gewogen"
        items={view.weighings.map((weighing) => ({
          id: weighing.id,
          at: weighing.weighedOn,
          title: TRIAGE_LEVEL_WORDS[weighing.outcome].label,
          by: weighing.weighedByName,
          children: (
            <>
              <p>
                Advies van de regel: {TRIAGE_LEVEL_WORDS[weighing.advice].label.toLowerCase()}, want{' '}
                {weighing.adviceReasons.map((reason) => TRIAGE_REASON_WORDS[reason]).join('; ')}.
              </p>
              {weighing.because ? <p>Eigen reden: {weighing.because}</p> : null}
              {weighing.agreedByName ? (
                <p>
                  Met instemming van {weighing.agreedByName}, want: {weighing.agreedReason}
                </p>
              ) : null}
            </>
          ),
        }))}
      />
    </section>
  );
}

function Questions({ view }: { view: ReportFacts }) {
  if (view.questions.length === 0) return null;
  return (
    <section class="ib-flow" aria-labelledby="vragen">
      <Heading level={2} id="vragen">
        Vragen aan wie het doorgaf
      </Heading>
      <Timeline
        label="Vragen en antwoorden"
        items={view.questions.map((question) => ({
          id: question.id,
          at: question.askedOn,
          title: question.question,
          by: question.askedByName,
          children: question.answeredOn ? (
            <p>
              Antwoord van <DateText date={question.answeredOn} />: {question.answer ?? 'gewist'}
            </p>
          ) : (
            <p class="ib-soft">Nog geen antwoord.</p>
          ),
        }))}
      />
    </section>
  );
}

function SamePlace({ view }: { view: ReportFacts }) {
  const { samePlace } = view;
  const first = samePlace.at(-1)?.receivedOn;
  if (!first) return null;
  return (
    <LinkedSignals
      id="zelfde-plek"
      title="Op dezelfde plek"
      intro={`${samePlace.length === 1 ? 'Er is nog 1 signaal' : `Er zijn nog ${samePlace.length} signalen`} over deze plek, het eerste van ${writeDutchDate(first)}. Wat daarin staat, ziet u als u het opent.`}
      signals={samePlace}
    />
  );
}
