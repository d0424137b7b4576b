import type { ComponentChildren } from 'preact';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Answers, Lesson } from '../domain/lesson.ts';
import { CHECK_STEP, PUBLIC_LINKS, type ScenePart, type TextPart } from '../domain/path.ts';
import { CHAPTER_WORDS, checkHref, LEARNING, lessonHref, pathHref } from './learning-words.ts';
import { ReferenceLine } from './reference-line.tsx';

/** A line of the route for reports of the learner's own municipality, in words. */
export interface RouteRow {
  readonly situation: string;
  readonly who: string | undefined;
  readonly how: string | undefined;
  readonly within: string | undefined;
}

export interface LessonProps {
  readonly frame: PageFrame;
  readonly lesson: Lesson;
  readonly answers: Answers;
  readonly formKey: string;
  readonly values?: FieldValues | undefined;
  readonly errors?: FieldErrors | undefined;
}

/** Where the next part stands. */
export const nextHref = ({ path, next }: Lesson): string =>
  next === CHECK_STEP ? checkHref(path.id) : lessonHref(path.id, next);

/** The frame of every part: where one is, and the way back to the path. */
export function LessonFrame(props: LessonProps & { readonly children: ComponentChildren }) {
  const { frame, lesson, errors } = props;
  const { path, part } = lesson;
  return (
    <Page
      frame={frame}
      title={`${part.title} – ${path.title.nl}`}
      heading={part.title}
      errors={errors}
      breadcrumbs={[
        { href: LEARNING, label: 'Leren' },
        { href: pathHref(path.id), label: path.title.nl },
      ]}
    >
      <p class="ib-step">
        Deel {lesson.number} van {lesson.of} · {CHAPTER_WORDS[part.chapter]}
      </p>
      {props.children}
    </Page>
  );
}

/** Something to read; going on records that it was read. */
export function TextLessonPage(
  props: LessonProps & { readonly part: TextPart; readonly route: readonly RouteRow[] | undefined },
) {
  const { frame, lesson, part, route } = props;
  const rooms: readonly string[] = [...PUBLIC_LINKS, ...frame.navigation.map(({ href }) => href)];
  const links = part.links.filter(({ href }) => rooms.includes(href)); // nobody is sent to a door that is closed to her
  return (
    <LessonFrame {...props}>
      {part.paragraphs.map((paragraph) => (
        <Paragraph key={paragraph}>{paragraph}</Paragraph>
      ))}
      {part.points.length > 0 ? <BulletList items={part.points} /> : null}
      {part.showsRoute ? <OwnRoute route={route} /> : null}
      {links.length > 0 ? (
        <BulletList
          items={links.map(({ label, href }) => (
            <Link href={href} key={href}>
              {label}
            </Link>
          ))}
        />
      ) : null}
      <ReferenceLine reference={part.reference} />
      <Form frame={frame} action={lessonHref(lesson.path.id, part.id)} idempotencyKey={props.formKey}>
        <SubmitButton>{lesson.next === CHECK_STEP ? 'Naar de toets' : 'Ga verder'}</SubmitButton>
      </Form>
    </LessonFrame>
  );
}

/** The route of one's own municipality, inside the lesson. */
function OwnRoute({ route }: { readonly route: readonly RouteRow[] | undefined }) {
  const open = <span class="ib-soft">nog niet vastgelegd</span>;
  if (!route)
    return (
      <Alert kind="info" title="uw organisatie heeft hier geen meldroute vastgelegd">
        <p>Vraag uw leidinggevende naar wie u gaat als u iets ziet.</p>
      </Alert>
    );
  return (
    <Table
      caption="De meldroute van uw gemeente"
      rows={route}
      rowKey={({ situation }) => situation}
      columns={[
        { header: 'Situatie', cell: ({ situation }) => situation },
        { header: 'Naar wie', cell: ({ who }) => who ?? open },
        { header: 'Hoe', cell: ({ how }) => how ?? open },
        { header: 'Die pakt het op', cell: ({ within }) => within ?? open },
      ]}
    />
  );
}

/** A choice: first only the situation, after it what happens then and why. */
export function SceneLessonPage(props: LessonProps & { readonly part: ScenePart }) {
  const { frame, lesson, part, answers } = props;
  const chosen = part.choices.find(({ id }) => id === answers[part.id]);
  const form = (
    <Form frame={frame} action={lessonHref(lesson.path.id, part.id)} idempotencyKey={props.formKey}>
      <Radios
        name="keuze"
        label={part.question}
        values={props.values ?? { keuze: chosen?.id }}
        errors={props.errors}
        choices={part.choices.map(({ id, text }) => ({ value: id, label: text }))}
      />
      <SubmitButton emphasis={chosen ? 'secondary' : 'primary'}>
        {chosen ? 'Kies opnieuw' : 'Kies, en zie wat er gebeurt'}
      </SubmitButton>
    </Form>
  );
  return (
    <LessonFrame {...props}>
      {part.situation.map((paragraph) => (
        <Paragraph key={paragraph}>{paragraph}</Paragraph>
      ))}
      {chosen ? (
        <>
          <section class="ib-flow" aria-labelledby="gevolg">
            <Heading level={2} id="gevolg">
              Wat er gebeurt
            </Heading>
            <Paragraph>
              U koos: <strong>{chosen.text}</strong>
            </Paragraph>
            <Alert kind={chosen.isRight ? 'ok' : 'warning'} title={chosen.isRight ? 'dit past' : 'dit kan beter'}>
              <p>{chosen.consequence}</p>
            </Alert>
            <Paragraph>
              <strong>Waarom:</strong> {part.why}
            </Paragraph>
            <ReferenceLine reference={part.reference} />
          </section>
          <ActionGroup>
            <ButtonLink href={nextHref(lesson)} emphasis="primary">
              {lesson.next === CHECK_STEP ? 'Naar de toets' : 'Ga verder'}
            </ButtonLink>
          </ActionGroup>
          <Disclosure summary="Wat had er bij de andere keuzes kunnen gebeuren?">
            <BulletList
              items={part.choices
                .filter(({ id }) => id !== chosen.id)
                .map((choice) => (
                  <span key={choice.id}>
                    <strong>{choice.text}</strong> {choice.consequence}
                  </span>
                ))}
            />
          </Disclosure>
          <Disclosure summary="Kies opnieuw" open={Object.keys(props.errors ?? {}).length > 0}>
            {form}
          </Disclosure>
        </>
      ) : (
        form
      )}
    </LessonFrame>
  );
}
