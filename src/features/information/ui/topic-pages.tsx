import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { In, useLanguage } from '../../../ui/language.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { LinkCards } from '../../../ui/show/link-cards.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { FormsEdition, Mark } from '../domain/forms.ts';
import { TOPIC_SOURCES, TOPIC_TEXTS, TOPIC_WORDS, type TopicText, WORK_TEXTS } from './topic-texts.ts';

type Topic = keyof (typeof TOPIC_TEXTS)['nl'];

const pageOf = (topic: Topic) =>
  function TopicPage({ frame }: { frame: PageFrame }) {
    const text: TopicText = TOPIC_TEXTS[frame.lang][topic];
    return (
      <Page frame={frame} title={text.title} lead={text.lead}>
        {text.sections.map((section) => (
          <section class="ib-flow" key={section.title}>
            <Heading level={2}>{section.title}</Heading>
            {section.intro ? <Paragraph>{section.intro}</Paragraph> : null}
            <BulletList
              items={section.points.map(({ text, source }) => (
                <span key={text}>
                  {text} <SourceOf text={TOPIC_SOURCES[source].text} isVerified={TOPIC_SOURCES[source].isVerified} />
                </span>
              ))}
            />
          </section>
        ))}
        <Onwards frame={frame} without={topic} />
      </Page>
    );
  };

/** What trafficking is, by law and in daily life. */
export const TraffickingPage = pageOf('trafficking');
/** What it is not, each with its own way on. */
export const NotTraffickingPage = pageOf('notTrafficking');
/** What a municipality can and must do, and what it does not. */
export const MunicipalTaskPage = pageOf('municipalTask');

/** The forms, as the edition of today tells them, and how the law is moving. */
export function FormsPage(props: { frame: PageFrame; edition: (FormsEdition & { since: PlainDate }) | undefined }) {
  const { frame, edition } = props;
  const words = TOPIC_WORDS[frame.lang];
  return (
    <Page frame={frame} title={words.formsTitle} lead={words.formsLead}>
      {edition ? (
        <>
          {edition.forms.map((form) => {
            const text = form[frame.lang];
            return (
              <section class="ib-flow" key={form.code}>
                <Heading level={2}>{text.name}</Heading>
                <Paragraph>{text.what}</Paragraph>
                <BulletList items={text.kinds} />
                <Paragraph>
                  {words.formsWhere} {text.where} <SourceOf text={form.source} isVerified={isVerified(form.mark)} />
                </Paragraph>
              </section>
            );
          })}
          <Paragraph>{words.formsUnknown}</Paragraph>
          <Heading level={2}>{words.lawTitle}</Heading>
          <Paragraph>{words.lawLead}</Paragraph>
          {edition.law.map((law) => (
            <section class="ib-flow" key={law.id}>
              <Heading level={3}>{law[frame.lang].title}</Heading>
              <Paragraph>
                {law[frame.lang].text}{' '}
                <SourceOf text={law.source} isVerified={isVerified(law.mark) && law.isInForce !== null} />
              </Paragraph>
            </section>
          ))}
          <Paragraph kind="small">
            {words.since} <DateText date={edition.since} />.
          </Paragraph>
        </>
      ) : (
        <EmptyState title={words.noForms}>{words.noFormsHelp}</EmptyState>
      )}
      <Onwards frame={frame} without="forms" />
    </Page>
  );
}

/** Who meets it where: the work of a municipality, each with its signals. */
export function WhoMeetsItPage({ frame }: { frame: PageFrame }) {
  const words = TOPIC_WORDS[frame.lang];
  const signals = addressOf('signals', frame.lang);
  return (
    <Page frame={frame} title={words.meetsTitle} lead={words.meetsLead}>
      <ul class="ib-tasks">
        {WORK_TEXTS[frame.lang].map(({ role, work, meets }) => (
          <li class="ib-task" key={role}>
            <div class="ib-task__text">
              <h2 class="utrecht-heading-3">{work}</h2>
              <p>{meets}</p>
              <p>
                <Link href={`${signals}?rol=${role}`}>{words.meetsLink(work)}</Link>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <Paragraph kind="small">{words.meetsSource}</Paragraph>
      <Onwards frame={frame} without="whoMeetsIt" />
    </Page>
  );
}

const isVerified = (mark: Mark) => mark !== 'own';

/** Where a sentence comes from, in Dutch as it is called; and that it is still to be verified, when it is. */
function SourceOf({ text, isVerified }: { text: string; isVerified: boolean }) {
  const words = TOPIC_WORDS[useLanguage()];
  return (
    <>
      <cite class="ib-soft">
        (<In language="nl">{text}</In>)
      </cite>
      {isVerified ? null : (
        <>
          {' '}
          <StatusBadge kind="warning" label={words.unverified} />
        </>
      )}
    </>
  );
}

const PAGES = [
  'trafficking',
  'forms',
  'notTrafficking',
  'whoMeetsIt',
  'municipalTask',
  'signals',
  'signalCheck',
  'whoToCall',
] as const;

function Onwards({ frame, without }: { frame: PageFrame; without: (typeof PAGES)[number] }) {
  const words = TOPIC_WORDS[frame.lang];
  return (
    <>
      <Heading level={2}>{words.more}</Heading>
      <LinkCards
        cards={PAGES.filter((page) => page !== without).map((page) => ({
          href: addressOf(page, frame.lang),
          title: words.pages[page],
        }))}
      />
    </>
  );
}
