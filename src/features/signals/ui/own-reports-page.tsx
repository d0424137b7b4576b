import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Feedback } from '../domain/feedback.ts';
import type { ReportKind } from '../domain/signal-report.ts';
import type { SignalStatus } from '../domain/signal-status.ts';
import { FEEDBACK_WORDS } from './feedback-words.ts';
import { type OwnQuestion, OwnQuestions } from './own-questions.tsx';
import { PASS_ON_TITLE } from './pass-on-start-page.tsx';
import { KIND_WORDS, NEUTRAL_STATUS_WORDS } from './signal-words.ts';

/** A signal as whoever passed it on sees it: that it is there, and nothing of what was found. */
export interface OwnReport {
  readonly code: string;
  readonly kind: ReportKind;
  readonly receivedOn: PlainDate;
  readonly status: SignalStatus;
  readonly answeredOn: PlainDate | undefined;
  readonly feedback: Feedback | undefined;
}

/** What somebody passed on in the last thirty days. */
export function OwnReportsPage(props: {
  frame: PageFrame;
  reports: readonly OwnReport[];
  questions: readonly OwnQuestion[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  hasAnswered: boolean;
}) {
  return (
    <Page
      frame={props.frame}
      title="Uw signalen"
      breadcrumbs={[{ href: '/meldingen/nieuw', label: PASS_ON_TITLE }]}
      errors={props.errors}
      status={
        props.hasAnswered ? (
          <Alert kind="ok">
            <p>Dank u. Uw antwoord is gegeven.</p>
          </Alert>
        ) : undefined
      }
      lead="Wat u de laatste dertig dagen doorgaf. Wat er is gevonden, staat hier met opzet niet."
    >
      <OwnQuestions {...props} />
      {props.reports.length === 0 ? (
        <EmptyState
          title="U gaf de laatste dertig dagen niets door"
          next={<ButtonLink href="/meldingen/nieuw">{PASS_ON_TITLE}</ButtonLink>}
        >
          Een telling staat hier niet: daarbij staat niet wie het zag. In het logboek staat wel dat u iets liet tellen,
          niet wat.
        </EmptyState>
      ) : (
        <Table
          caption="Uw signalen"
          captionHidden
          rows={props.reports}
          rowKey={({ code }) => code}
          columns={[
            {
              header: 'Code',
              cell: ({ code, kind }) =>
                kind === 'location' ? <Link href={`/meldingen/${code}/fotos`}>{code}, foto’s</Link> : code,
            },
            { header: 'Soort', cell: ({ kind }) => KIND_WORDS[kind] },
            { header: 'Doorgegeven', kind: 'date', cell: ({ receivedOn }) => <DateText date={receivedOn} /> },
            { header: 'Stand', cell: ({ status }) => <StatusBadge {...NEUTRAL_STATUS_WORDS[status]} /> },
            {
              header: 'Bericht aan u',
              cell: ({ answeredOn, feedback }) =>
                answeredOn ? (
                  <>
                    {feedback ? `${FEEDBACK_WORDS[feedback]} ` : null}
                    <DateText date={answeredOn} />
                  </>
                ) : (
                  'nog niet'
                ),
            },
          ]}
        />
      )}
      <Paragraph>Elk signaal telt mee, ook als het later iets anders blijkt te zijn.</Paragraph>
    </Page>
  );
}
