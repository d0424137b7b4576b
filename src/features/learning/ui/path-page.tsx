import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type Answers, howFar } from '../domain/lesson.ts';
import { CHAPTERS, CHECK_STEP, isDone, type LearningPath } from '../domain/path.ts';
import {
  AUDIENCE_WORDS,
  CHAPTER_WORDS,
  checkHref,
  KIND_WORDS,
  LEARNING,
  lessonHref,
  pathHref,
  UNTESTED,
} from './learning-words.ts';

/** One path: its parts, what was done of it, and where to go on. */
export function PathPage(props: {
  readonly frame: PageFrame;
  readonly path: LearningPath;
  readonly answers: Answers;
  readonly passedOn: PlainDate | undefined;
  /** The path that comes first and was not passed yet. */
  readonly before: LearningPath | undefined;
}) {
  const { frame, path, answers, passedOn, before } = props;
  const { next, isWhole, hasBegun } = howFar(path, answers);
  const done = new Set(Object.keys(answers));
  const onwards = isWhole ? checkHref(path.id) : lessonHref(path.id, next);
  return (
    <Page frame={frame} title={path.title.nl} lead={path.lead.nl} breadcrumbs={[{ href: LEARNING, label: 'Leren' }]}>
      <p class="ib-soft">
        {AUDIENCE_WORDS[path.audience]} · ongeveer {path.minutes} minuten · uitgave {path.version}
      </p>
      <p>
        {passedOn ? <StatusBadge kind="ok" label={`Gehaald op ${writeDutchDate(passedOn)}`} /> : null}{' '}
        {path.validatedBy === null ? (
          <StatusBadge kind="warning" label={UNTESTED} />
        ) : (
          <StatusBadge kind="ok" label={`Getoetst door ${path.validatedBy}`} />
        )}
      </p>
      {before ? (
        <Paragraph>
          Doe eerst <Link href={pathHref(before.id)}>{before.title.nl}</Link>, als u dat nog niet deed. Dit pad gaat
          daarop verder.
        </Paragraph>
      ) : null}
      <ActionGroup>
        <ButtonLink href={onwards} emphasis="primary">
          {next === CHECK_STEP ? (passedOn ? 'Bekijk de toets' : 'Doe de toets') : hasBegun ? 'Ga verder' : 'Begin'}
        </ButtonLink>
      </ActionGroup>
      {CHAPTERS.map((chapter) => {
        const parts = path.parts.filter((part) => part.chapter === chapter);
        if (parts.length === 0) return null;
        return (
          <section class="ib-flow" aria-labelledby={`hoofdstuk-${chapter}`} key={chapter}>
            <Heading level={2} id={`hoofdstuk-${chapter}`}>
              {CHAPTER_WORDS[chapter]}
            </Heading>
            <ol class="ib-tasks">
              {parts.map((part) => (
                <li class="ib-task" key={part.id}>
                  <div class="ib-task__text">
                    <Link href={lessonHref(path.id, part.id)}>{part.title}</Link>
                    <p class="ib-soft">{KIND_WORDS[part.kind]}</p>
                  </div>
                  <div class="ib-task__state">
                    {isDone(part, done) ? <StatusBadge kind="ok" label="Gedaan" /> : null}
                  </div>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      <Heading level={2}>Toets</Heading>
      <Paragraph>
        <Link href={checkHref(path.id)}>Toets met {path.check.questions.length} vragen</Link>, met uitleg bij elk
        antwoord.
      </Paragraph>
    </Page>
  );
}
