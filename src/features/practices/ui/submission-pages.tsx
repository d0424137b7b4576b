import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { type Crumb, Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { PracticeContent } from '../domain/practice.ts';
import type { Submission, SubmissionKind, SubmissionState } from '../domain/submission.ts';
import { LIBRARY_CRUMBS } from './library-page.tsx';
import { PracticeFacts, PracticeStory } from './practice-facts.tsx';
import { TellFields, type TellForm } from './tell-page.tsx';

export const KIND_WORDS: Readonly<Record<SubmissionKind, string>> = {
  practice: 'Voorbeeld',
  question: 'Vraag',
  answer: 'Antwoord',
};
const STATE_WORDS: Readonly<Record<SubmissionState, { readonly kind: Kind; readonly label: string }>> = {
  waiting: { kind: 'info', label: 'Wordt nagekeken' },
  published: { kind: 'ok', label: 'Staat in Praktijk' },
  returned: { kind: 'warning', label: 'Kwam terug' },
  withdrawn: { kind: 'neutral', label: 'Ingetrokken' },
};
const SUBMISSION_CRUMBS: readonly Crumb[] = [
  ...LIBRARY_CRUMBS,
  { href: '/praktijk/inzendingen', label: 'Wat wij instuurden' },
];

/** What it is called: a practice and a question have a title, an answer has its beginning. */
export const titleOf = (submission: Submission): string => {
  const content = submission.content as { readonly title?: string; readonly text?: string };
  return content.title ?? content.text?.slice(0, 80) ?? KIND_WORDS[submission.kind];
};

/** Where it stands once it was published: an answer beside its question. */
const publishedAt = ({ kind, publishedId, aboutId }: Submission): string =>
  kind === 'practice' ? `/praktijk/${publishedId}` : `/praktijk/vragen/${kind === 'question' ? publishedId : aboutId}`;

const PAGE_OF = (path: string) => (page: number) => `${path}?pagina=${page}`;

/** What an organisation sent in, and how far it is. */
export function SubmissionsPage(props: {
  frame: PageFrame;
  submissions: readonly Submission[];
  page: number;
  hasMore: boolean;
  sent: boolean;
}) {
  return (
    <Page
      frame={props.frame}
      title="Wat wij instuurden"
      breadcrumbs={LIBRARY_CRUMBS}
      status={
        props.sent ? (
          <Alert kind="ok" title="ingestuurd">
            <p>VNG kijkt het na, meestal binnen twee werkdagen. U krijgt bericht.</p>
          </Alert>
        ) : undefined
      }
      wide
    >
      {props.submissions.length === 0 ? (
        <EmptyState
          title="Uw organisatie stuurde nog niets in"
          next={<ButtonLink href="/praktijk/nieuw">Vertel wat u deed</ButtonLink>}
        >
          Wat u deed, helpt een ander. Ook als het niet werkte.
        </EmptyState>
      ) : (
        <Table
          caption="Ingestuurd, het nieuwste eerst"
          columns={[
            {
              header: 'Titel',
              cell: (each) => <Link href={`/praktijk/inzendingen/${each.id}`}>{titleOf(each)}</Link>,
            },
            { header: 'Wat', cell: (each) => KIND_WORDS[each.kind] },
            { header: 'Ingestuurd op', kind: 'date', cell: (each) => <MomentText instant={each.submittedAt} /> },
            { header: 'Door', cell: (each) => each.submittedByName },
            { header: 'Stand', cell: (each) => <StatusBadge {...STATE_WORDS[each.state]} /> },
          ]}
          rows={props.submissions}
          rowKey={({ id }) => id}
        />
      )}
      <Pagination
        page={props.page}
        pages={props.page + (props.hasMore ? 1 : 0)}
        hrefOf={PAGE_OF('/praktijk/inzendingen')}
      />
    </Page>
  );
}

/** One that was sent in: how far it is; what came back is mended here. */
export function SubmissionPage(
  props: Omit<TellForm, 'elements'> & {
    readonly submission: Submission;
    readonly elements: TellForm['elements'];
    readonly conflict: boolean;
    readonly withdrawKey: string;
  },
) {
  const { submission } = props;
  const isPractice = submission.kind === 'practice';
  const content = submission.content as PracticeContent;
  const mayMend = submission.state === 'returned' || submission.state === 'waiting';
  return (
    <Page
      frame={props.frame}
      title={titleOf(submission)}
      breadcrumbs={SUBMISSION_CRUMBS}
      errors={props.errors}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit is intussen veranderd">
            <p>Een collega of VNG was u voor. Kijk na wat er nu staat en stuur het opnieuw in.</p>
          </Alert>
        ) : undefined
      }
    >
      <p>
        <StatusBadge {...STATE_WORDS[submission.state]} /> Ingestuurd door {submission.submittedByName} op{' '}
        <MomentText instant={submission.submittedAt} />.
      </p>
      {submission.reason ? (
        <Alert kind="warning" title="dit moet anders">
          <p class="ib-kept">{submission.reason}</p>
        </Alert>
      ) : null}
      {submission.state === 'published' ? (
        <p>
          <Link href={publishedAt(submission)}>Bekijk het in Praktijk</Link>
        </p>
      ) : null}
      {submission.state === 'returned' && !isPractice ? (
        <p>
          <Link
            href={submission.kind === 'question' ? '/praktijk/vragen/nieuw' : `/praktijk/vragen/${submission.aboutId}`}
          >
            Pas het aan en stuur het opnieuw in
          </Link>
        </p>
      ) : null}
      {isPractice && mayMend ? (
        <TellFields {...props} action={`/praktijk/inzendingen/${submission.id}`} />
      ) : isPractice ? (
        <PracticeStory content={content} />
      ) : (
        <p class="ib-kept">{(submission.content as { readonly text?: string }).text}</p>
      )}
      {mayMend ? (
        <Form
          frame={props.frame}
          action={`/praktijk/inzendingen/${submission.id}/intrekken`}
          idempotencyKey={props.withdrawKey}
          label="Inzending intrekken"
        >
          <HiddenField name="versie" value={String(submission.version)} />
          <SubmitButton emphasis="subtle">Trek deze inzending in</SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}

/** What waits to be looked over, the oldest first. */
export function WaitingPage(props: {
  frame: PageFrame;
  waiting: readonly (Submission & { readonly senderName: string; readonly isOwn: boolean })[];
  page: number;
  hasMore: boolean;
  done: string | undefined;
}) {
  return (
    <Page
      frame={props.frame}
      title="Nakijken"
      lead="Lees of er niemand herkenbaar is, of het klopt en of een ander er iets aan heeft. Wat u zelf instuurde, kijkt een collega na."
      breadcrumbs={LIBRARY_CRUMBS}
      status={props.done ? <Alert kind="ok" title={props.done} /> : undefined}
      wide
    >
      {props.waiting.length === 0 ? (
        <EmptyState title="Er wacht niets" next={<ButtonLink href="/praktijk">Naar Praktijk</ButtonLink>}>
          Stuurt iemand iets in, dan krijgt u bericht.
        </EmptyState>
      ) : (
        <Table
          caption="Wacht op u, het oudste eerst"
          columns={[
            { header: 'Titel', cell: (each) => <Link href={`/praktijk/nakijken/${each.id}`}>{titleOf(each)}</Link> },
            { header: 'Wat', cell: (each) => KIND_WORDS[each.kind] },
            { header: 'Van', cell: (each) => each.senderName },
            { header: 'Wacht sinds', kind: 'date', cell: (each) => <MomentText instant={each.submittedAt} /> },
            {
              header: 'Let op',
              cell: (each) =>
                each.isOwn ? (
                  <StatusBadge kind="neutral" label="Van uzelf" />
                ) : each.isFlagged ? (
                  <StatusBadge kind="warning" label="Leek op een naam" />
                ) : (
                  ''
                ),
            },
          ]}
          rows={props.waiting}
          rowKey={({ id }) => id}
        />
      )}
      <Pagination
        page={props.page}
        pages={props.page + (props.hasMore ? 1 : 0)}
        hrefOf={PAGE_OF('/praktijk/nakijken')}
      />
    </Page>
  );
}

/** What is looked over, as others would read it. */
export function SubmittedContent(props: { submission: Submission; elementTitle: string | undefined }) {
  const { submission } = props;
  if (submission.kind !== 'practice')
    return <p class="ib-kept">{(submission.content as { readonly text?: string }).text}</p>;
  const content = submission.content as PracticeContent;
  return (
    <>
      <PracticeStory content={content} />
      <PracticeFacts content={content} elementTitle={props.elementTitle} />
      <p class="ib-soft">
        Wordt dit gepubliceerd, dan vraagt In Beeld over twee jaar of het nog klopt. Het was zo op{' '}
        <DateText date={content.asOf} />.
      </p>
    </>
  );
}
