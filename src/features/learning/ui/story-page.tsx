import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type MetMoment, storyStand } from '../domain/lesson.ts';
import { CHECK_STEP, type StoryPart } from '../domain/path.ts';
import { lessonHref, MEETING_WORDS } from './learning-words.ts';
import { LessonFrame, type LessonProps, nextHref } from './lesson-page.tsx';
import { ReferenceLine } from './reference-line.tsx';

/** A story, moment by moment: "stop when you see it". At its end it stands there as a timeline. */
export function StoryLessonPage(props: LessonProps & { readonly part: StoryPart }) {
  const { frame, lesson, part } = props;
  const { met, now, seen, signs, falseAlarms } = storyStand(part, props.answers);
  const count = part.moments.length;
  return (
    <LessonFrame {...props}>
      <Paragraph>{part.opening}</Paragraph>
      {now ? <Paragraph kind="small">Lees moment voor moment. Stop zodra u iets ziet dat niet klopt.</Paragraph> : null}
      {met.length > 0 ? (
        <ol class="ib-timeline" aria-label={now ? 'Wat er tot nu toe gebeurde' : 'Tijdlijn van het verhaal'}>
          {met.map((each, index) => (
            <Met met={each} number={index + 1} isWhole={!now} key={each.moment.id} />
          ))}
        </ol>
      ) : null}
      {now ? (
        <section class="ib-flow" aria-labelledby="moment-nu">
          <Heading level={2} id="moment-nu">
            Moment {met.length + 1} van {count}
          </Heading>
          <Paragraph>{now.text}</Paragraph>
          <Form frame={frame} action={lessonHref(lesson.path.id, part.id)} idempotencyKey={props.formKey}>
            <HiddenField name="moment" value={now.id} />
            <ActionGroup>
              <SubmitButton name="doe" value="verder">
                Lees verder
              </SubmitButton>
              <SubmitButton name="doe" value="stop" emphasis="secondary">
                Stop, hier zie ik iets
              </SubmitButton>
            </ActionGroup>
          </Form>
        </section>
      ) : (
        <section class="ib-flow" aria-labelledby="afloop">
          <Heading level={2} id="afloop">
            U zag {seen} van de {signs} signalen
          </Heading>
          <Paragraph>
            {falseAlarms === 0
              ? 'U stopte nergens voor niets.'
              : `U stopte ${falseAlarms} keer waar nog niets te zien was. Dat geeft niet: twijfel mag.`}
          </Paragraph>
          <Paragraph>{part.ending}</Paragraph>
          <ReferenceLine reference={part.reference} />
          <ActionGroup>
            <ButtonLink href={nextHref(lesson)} emphasis="primary">
              {lesson.next === CHECK_STEP ? 'Naar de toets' : 'Ga verder'}
            </ButtonLink>
          </ActionGroup>
        </section>
      )}
    </LessonFrame>
  );
}

/** A moment that was met. What was missed is not told before the end: the story is still going on. */
function Met(props: { readonly met: MetMoment; readonly number: number; readonly isWhole: boolean }) {
  const { moment, meeting } = props.met;
  const isTold = props.isWhole || meeting === 'seen' || meeting === 'false-alarm';
  return (
    <li class="ib-timeline__item" id={`moment-${moment.id}`}>
      <p class="ib-timeline__title">
        {props.number}. {moment.text}
      </p>
      {isTold ? (
        <>
          <p>
            <StatusBadge {...MEETING_WORDS[meeting]} />
          </p>
          <p>{moment.why}</p>
        </>
      ) : (
        <p class="ib-soft">U las verder.</p>
      )}
    </li>
  );
}
