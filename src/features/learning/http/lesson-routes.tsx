import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { checkAnswers, howFar, lessonOf, MOVES } from '../domain/lesson.ts';
import { type LearningPath, nextPart, type Part, stepOf } from '../domain/path.ts';
import { CheckPage, questionField } from '../ui/check-page.tsx';
import { LearningRooms } from '../ui/learning-rooms.tsx';
import { checkHref, LEARNING, lessonHref } from '../ui/learning-words.ts';
import { type RouteRow, SceneLessonPage, TextLessonPage } from '../ui/lesson-page.tsx';
import { PathPage } from '../ui/path-page.tsx';
import { PathsPage } from '../ui/paths-page.tsx';
import { StoryLessonPage } from '../ui/story-page.tsx';
import { learningPath, learningPaths } from '../use-cases/learning-content.ts';
import { ownRoute } from '../use-cases/own-route.ts';
import { readAllProgress, readProgress, recordProgress } from '../use-cases/progress.ts';
import { editionOf, takeCheck } from '../use-cases/take-check.ts';
import { LEARNERS } from './register-form.ts';

/** What a part asks: a choice, or a move at a moment. A part that is only read asks nothing. */
export const LessonForm = z.object({
  keuze: z.string().describe('De letter van de keuze, bij een situatie.'),
  moment: z.string().describe('Het moment van een verhaal.'),
  doe: z.enum(['', ...MOVES]).describe('Verder lezen of stoppen, bij een verhaal.'),
});

const answer = z.string();
/** The answers to the check, by the place of the question. */
export const CheckForm = z.object({
  vraag1: answer,
  vraag2: answer,
  vraag3: answer,
  vraag4: answer,
  vraag5: answer,
  vraag6: answer,
  vraag7: answer,
  vraag8: answer,
});

const CHOOSE = 'Kies een antwoord.';

/** Following a path: every part is a page and a form of its own, and what was done is kept for the learner alone. */
export function registerLessonRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const own = { access: 'signed-in', purpose: 'VA-13', data: ['D0', 'D12'] } as const;

  app.get(LEARNING, { config: own }, async (request, reply) => {
    const { paths, progress } = await edge.look(request, 'own', async (tx, { today }) => ({
      paths: learningPaths(today),
      progress: await readAllProgress(tx, edge.actor(request)),
    }));
    const lines = paths.map((path) => {
      const mine = progress.find((each) => each.path === path.id);
      return { path, hasBegun: mine !== undefined, passedOn: mine?.passedOn };
    });
    return edge.html(
      reply,
      <PathsPage frame={edge.frame(request)} lines={lines}>
        <LearningRooms role={edge.actor(request).role} />
      </PathsPage>,
    );
  });

  app.get(`${LEARNING}/:pad`, { config: { ...own, sample: 'learning-path' } }, async (request, reply) => {
    const { pad } = request.params as { readonly pad: string };
    const view = await edge.look(request, 'own', async (tx, { today }) => {
      const path = pathOrNothing(pad, today);
      const progress = await readAllProgress(tx, edge.actor(request));
      const passedOn = (id: string) => progress.find((each) => each.path === id)?.passedOn;
      const before = path.follows === null || passedOn(path.follows) ? undefined : learningPath(path.follows, today);
      const answers = progress.find((each) => each.path === path.id)?.answers ?? {};
      return { path, answers, passedOn: passedOn(path.id), before };
    });
    return edge.html(reply, <PathPage frame={edge.frame(request)} {...view} />);
  });

  app.get(`${LEARNING}/les/:les`, { config: { ...own, sample: 'lesson' } }, (request, reply) =>
    showLesson(request, reply),
  );

  app.post(
    `${LEARNING}/les/:les`,
    { config: { ...own, sample: 'lesson', action: 'learning.record-progress', fields: LessonForm } },
    async (request, reply) => {
      const form = parseForm(LessonForm, request.body);
      const today = await edge.look(request, 'own', async (_tx, time) => time.today);
      const { path, part } = lessonIn(request, today);
      const given = form.ok ? answered(part, form.value) : undefined;
      if (!given)
        return showLesson(request, reply, 400, {
          values: form.values,
          errors: { [part.kind === 'story' ? 'doe' : 'keuze']: CHOOSE },
        });
      const done = whereTo(path, part, given.step);
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        async (tx, time) => {
          const actor = edge.actor(request);
          const before = (await readProgress(tx, actor, path.id))?.answers ?? {};
          const answers = { [given.step]: given.answer };
          const atStep = nextPart(path, new Set(Object.keys({ ...before, ...answers })));
          return recordProgress(tx, actor, { path: path.id, edition: editionOf(path), atStep, answers }, time);
        },
      );
      if (outcome.kind === 'answered') return reply;
      return reply.redirect(done, 303);
    },
  );

  app.get(`${LEARNING}/toets/:pad`, { config: { ...own, sample: 'learning-path' } }, (request, reply) =>
    showCheck(request, reply),
  );

  app.post(
    `${LEARNING}/toets/:pad`,
    { config: { ...own, sample: 'learning-path', action: 'learning.take-check', fields: CheckForm } },
    async (request, reply) => {
      const { pad } = request.params as { readonly pad: string };
      const path = await edge.look(request, 'own', async (_tx, { today }) => pathOrNothing(pad, today));
      const form = parseForm(CheckForm, request.body);
      const { answers, errors } = checkIn(path, form.values);
      if (!form.ok || Object.keys(errors).length > 0)
        return showCheck(request, reply, 400, { values: form.values, errors });
      const done = checkHref(path.id);
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        async (tx, time) => {
          const actor = edge.actor(request);
          const keepsRegister = await edge.isFeatureOpen(tx, actor.organisationId, 'learning', time.today);
          return takeCheck(tx, actor, path, { answers, keepsRegister }, time);
        },
      );
      if (outcome.kind === 'answered') return reply;
      return reply.redirect(done, 303);
    },
  );

  async function showLesson(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const { lesson, answers, route } = await edge.look(request, 'own', async (tx, { today }) => {
      const lesson = lessonIn(request, today);
      const actor = edge.actor(request);
      const showsRoute = lesson.part.kind === 'text' && lesson.part.showsRoute;
      return {
        lesson,
        answers: (await readProgress(tx, actor, lesson.path.id))?.answers ?? {},
        route: showsRoute ? await ownRoute(tx, actor) : undefined,
      };
    });
    const props = { frame: edge.frame(request), lesson, answers, formKey: edge.formKey(), ...form };
    return edge.html(reply, pageOf(lesson.part, props, route), status);
  }

  async function showCheck(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const { pad } = request.params as { readonly pad: string };
    const actor = edge.actor(request);
    const { path, answers, givesCertificate } = await edge.look(request, 'own', async (tx, { today }) => {
      const path = pathOrNothing(pad, today);
      return {
        path,
        answers: (await readProgress(tx, actor, path.id))?.answers ?? {},
        givesCertificate:
          LEARNERS.includes(actor.role) && (await edge.isFeatureOpen(tx, actor.organisationId, 'learning', today)),
      };
    });
    const page = (
      <CheckPage
        frame={edge.frame(request)}
        path={path}
        answered={checkAnswers(path, answers)}
        isEarly={!howFar(path, answers).isWhole}
        givesCertificate={givesCertificate}
        formKey={edge.formKey()}
        {...form}
      />
    );
    return edge.html(reply, page, status);
  }
}

function pathOrNothing(id: string, today: PlainDate): LearningPath {
  const path = learningPath(id, today);
  if (!path) throw notFound();
  return path;
}

/** The lesson in the address: the path and the part, with a dot between. */
function lessonIn(request: FastifyRequest, today: PlainDate) {
  const [pathId = '', partId = '', ...more] = (request.params as { readonly les: string }).les.split('.');
  const lesson = more.length === 0 ? lessonOf(pathOrNothing(pathId, today), partId) : undefined;
  if (!lesson) throw notFound();
  return lesson;
}

/** What was done with a part, by step; undefined when it is no answer that we offered. */
function answered(part: Part, form: z.output<typeof LessonForm>) {
  if (part.kind === 'text') return { step: part.id, answer: '' };
  if (part.kind === 'scene')
    return part.choices.some(({ id }) => id === form.keuze) ? { step: part.id, answer: form.keuze } : undefined;
  const moment = part.moments.find(({ id }) => id === form.moment);
  return moment && form.doe !== '' ? { step: stepOf(part, moment), answer: form.doe } : undefined;
}

/** The answers to the check, by question; beside each that was not answered, what to do. */
function checkIn(path: LearningPath, values: FieldValues) {
  const given = path.check.questions.map((question, index) => {
    const field = questionField(index);
    return { question, field, answer: question.answers.find(({ id }) => id === values[field])?.id };
  });
  return {
    answers: new Map(given.flatMap(({ question, answer }) => (answer ? [[question.id, answer] as const] : []))),
    errors: Object.fromEntries(given.flatMap(({ field, answer }) => (answer ? [] : [[field, CHOOSE]]))),
  };
}

/** Where one goes after a part: on after reading, and to what the choice led to otherwise. */
function whereTo(path: LearningPath, part: Part, step: string): string {
  if (part.kind === 'scene') return lessonHref(path.id, part.id);
  if (part.kind === 'story') return `${lessonHref(path.id, part.id)}#moment-${step.split('.').at(-1)}`;
  const lesson = lessonOf(path, part.id)!;
  return path.parts.some(({ id }) => id === lesson.next) ? lessonHref(path.id, lesson.next) : checkHref(path.id);
}

function pageOf(
  part: Part,
  props: Omit<Parameters<typeof StoryLessonPage>[0], 'part'>,
  route: readonly RouteRow[] | undefined,
) {
  if (part.kind === 'text') return <TextLessonPage {...props} part={part} route={route} />;
  if (part.kind === 'scene') return <SceneLessonPage {...props} part={part} />;
  return <StoryLessonPage {...props} part={part} />;
}
