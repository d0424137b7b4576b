import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { currentFramework } from '../../approach/index.ts';
import { READERS } from '../domain/readers.ts';
import { AskQuestionPage, QuestionPage, QuestionsPage } from '../ui/question-pages.tsx';
import { acceptAnswer, answerQuestion, askQuestion, readQuestion, readQuestions } from '../use-cases/questions.ts';
import { QUESTIONS_PATH, questionPath, SUBMISSIONS_PATH } from '../use-cases/tables.ts';
import { asked, idIn, pageIn } from './addresses.ts';
import { SAID, saidIn, text } from './practice-form.ts';
import { LIBRARY, OWN_WORK, TELLERS } from './who.ts';
import { wordsErrors } from './words-errors.ts';

const PAGE = 50;
const SENT = `${SUBMISSIONS_PATH}?ingestuurd`;
const NO_MODERATOR = { _form: 'Er is nu niemand die het nakijkt. Probeer het later, of bel VNG.' };

const AskForm = z.object({
  titel: text('Schrijf uw vraag in één zin.', 150),
  tekst: text('Schrijf op wat u wilt weten.', 3000),
  onderdeel: z.string().max(10, 'Kies een onderdeel uit de lijst.'),
  ...SAID,
});
const AnswerForm = z.object({ tekst: text('Schrijf uw antwoord op.', 4000), ...SAID });
/** Everybody reads every answer: one that is not there, or not of this question, is simply not there. */
const AcceptForm = z.object({ antwoord: z.string().max(36, 'Open de vraag opnieuw.') });

interface Typed {
  readonly status?: number;
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly sawName?: boolean;
}

/** Questions to peers and experts: asking, answering, and saying what helped. */
export function registerQuestionRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const tells = (request: FastifyRequest) => TELLERS.includes(edge.actor(request).role);
  const telling = { ...OWN_WORK, access: TELLERS } as const;
  const reading = { ...LIBRARY, access: READERS } as const;

  app.get(QUESTIONS_PATH, { config: reading }, async (request, reply) => {
    const page = pageIn(request);
    const values = { zoek: asked(request, 'zoek'), onderdeel: asked(request, 'onderdeel') };
    const filter = { words: values.zoek, element: values.onderdeel || undefined };
    const found = await edge.look(request, 'published', async (tx, { today }) => ({
      ...(await readQuestions(tx, filter, { limit: PAGE, offset: (page - 1) * PAGE })),
      today,
    }));
    return edge.html(
      reply,
      <QuestionsPage
        frame={edge.frame(request)}
        {...found}
        page={page}
        pages={Math.max(1, Math.ceil(found.total / PAGE))}
        hrefOf={(to) =>
          `${QUESTIONS_PATH}?${new URLSearchParams({
            ...Object.fromEntries(Object.entries(values).filter(([, value]) => value)),
            pagina: String(to),
          })}`
        }
        values={values}
        elements={currentFramework().elements}
        mayAsk={tells(request)}
      />,
    );
  });

  const ask = (request: FastifyRequest, reply: FastifyReply, typed: Typed = {}) =>
    edge.html(
      reply,
      <AskQuestionPage
        frame={edge.frame(request)}
        elements={currentFramework().elements}
        values={typed.values ?? {}}
        errors={typed.errors}
        sawName={typed.sawName ?? false}
        formKey={edge.formKey()}
      />,
      typed.status,
    );
  app.get(`${QUESTIONS_PATH}/nieuw`, { config: telling }, async (request, reply) => ask(request, reply));

  app.post(
    QUESTIONS_PATH,
    { config: { ...telling, action: 'practices.ask-question', fields: AskForm } },
    async (request, reply) => {
      const form = parseForm(AskForm, request.body);
      if (!form.ok) return ask(request, reply, { status: 400, ...form });
      const { titel: title, tekst, onderdeel } = form.value;
      const input = { title, text: tekst, element: onderdeel || undefined, said: saidIn(form.value) };
      const outcome = await edge.command(
        request,
        reply,
        () => SENT,
        (tx, time) => askQuestion(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(SENT, 303);
      const { error } = outcome;
      const again = { status: 409, values: form.values };
      if (error.code === 'no-moderator') return ask(request, reply, { ...again, errors: NO_MODERATOR });
      if (error.code === 'not-found' || error.code === 'edit-conflict') throw notFound();
      return ask(request, reply, { ...again, ...wordsErrors(error) });
    },
  );

  const one = { sample: 'question-id' } as const;
  const ONE = `${QUESTIONS_PATH}/:vraag`;

  async function show(request: FastifyRequest, reply: FastifyReply, typed: Typed = {}) {
    const id = idIn(request, 'vraag');
    const found = await edge.look(request, 'published', (tx) => readQuestion(tx, id));
    if (!found) throw notFound();
    const mayAnswer = tells(request);
    const page = (
      <QuestionPage
        frame={edge.frame(request)}
        {...found}
        isAsker={mayAnswer && found.question.source.id === edge.actor(request).organisationId}
        mayAnswer={mayAnswer}
        values={typed.values ?? {}}
        errors={typed.errors}
        sawName={typed.sawName ?? false}
        keyOf={() => edge.formKey()}
        saved={
          (request.query as Record<string, unknown>).geholpen === undefined
            ? undefined
            : 'vastgelegd. Anderen zien dat dit antwoord hielp'
        }
      />
    );
    return edge.html(reply, page, typed.status);
  }
  app.get(ONE, { config: { ...reading, ...one } }, (request, reply) => show(request, reply));

  app.post(
    `${ONE}/antwoord`,
    { config: { ...telling, ...one, action: 'practices.answer-question', fields: AnswerForm } },
    async (request, reply) => {
      const questionId = idIn(request, 'vraag');
      const form = parseForm(AnswerForm, request.body);
      if (!form.ok) return show(request, reply, { status: 400, ...form });
      const input = { questionId, text: form.value.tekst, said: saidIn(form.value) };
      const outcome = await edge.command(
        request,
        reply,
        () => SENT,
        (tx, time) => answerQuestion(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(SENT, 303);
      const { error } = outcome;
      const again = { status: 409, values: form.values };
      if (error.code === 'not-found' || error.code === 'edit-conflict') throw notFound();
      if (error.code === 'no-moderator') return show(request, reply, { ...again, errors: NO_MODERATOR });
      return show(request, reply, { ...again, ...wordsErrors(error) });
    },
  );

  app.post(
    `${ONE}/geholpen`,
    { config: { ...telling, ...one, action: 'practices.accept-answer', fields: AcceptForm } },
    async (request, reply) => {
      const questionId = idIn(request, 'vraag');
      const done = `${questionPath(questionId)}?geholpen`;
      const form = parseForm(AcceptForm, request.body);
      // which answer it was is not something she fills in: she looks again, at a question that is there
      if (!form.ok || !isUuid(form.value.antwoord)) {
        const found = await edge.look(request, 'published', (tx) => readQuestion(tx, questionId));
        if (!found) throw notFound();
        return reply.redirect(questionPath(questionId), 303);
      }
      const input = { questionId, answerId: form.value.antwoord };
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => acceptAnswer(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      throw notFound();
    },
  );
}
