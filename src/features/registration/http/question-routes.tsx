import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { AnswerPage, QuestionsPage } from '../ui/question-pages.tsx';
import { OWN_PATH } from '../ui/registration-words.ts';
import { answerRegister, readOwnQuestions, readQuestions, takeInQuestions } from '../use-cases/answer-register.ts';
import { answerPath, QUESTIONS_PATH } from '../use-cases/registration-names.ts';
import { contentOf, keptValues, NamelessForm, REFUSED_AT, valuesOf } from './registration-form.ts';
import { askingOf, codeIn, NothingForm } from './registration-routes.tsx';
import { REGISTRANTS } from './who.ts';

const { leeftijd, geslacht, nationaliteit, nationaliteit2, vormen, waar, herkend } = NamelessForm.shape;
export const AnswerForm = z.object({ leeftijd, geslacht, nationaliteit, nationaliteit2, vormen, waar, herkend });

const REFUSED: Readonly<Record<string, FieldErrors>> = {
  'nothing-asked': { _form: 'Er wacht geen vraag meer over deze aanmelding. Er is niets verstuurd.' },
};
/** What nobody asks after, as a form that is left empty says it. */
const NOT_ASKED = {
  aanmelder: '',
  sectoren: '',
  regio: 'unknown',
  geworven: 'unknown',
  van: undefined,
  tot: undefined,
  aangifte: 'unknown',
  kinderen: undefined,
  sub3: '',
} as const;

/** Questions of the register about what one registered: taken in, answered, and kept with the registration. */
export function registerQuestionRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const list = { access: REGISTRANTS, purpose: 'VA-07', data: ['D1', 'D9'] } as const;

  app.get(QUESTIONS_PATH, { config: list }, async (request, reply) => {
    const view = await edge.look(request, 'own', (tx) => readOwnQuestions(tx, edge.actor(request)));
    return edge.html(reply, <QuestionsPage frame={edge.frame(request)} {...view} formKey={edge.formKey()} />);
  });

  app.post(
    `${QUESTIONS_PATH}/ontvangen`,
    { config: { ...list, sealed: true, action: 'registration.take-in-questions', fields: NothingForm } },
    async (request, reply) => {
      const outcome = await edge.command(
        request,
        reply,
        () => QUESTIONS_PATH,
        (tx, time) => takeInQuestions(tx, edge.actor(request), {}, time),
      );
      return outcome.kind === 'answered' ? reply : reply.redirect(QUESTIONS_PATH, 303);
    },
  );

  const one = { ...list, sealed: true, sample: 'registration-code' } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
    status = 200,
  ) {
    const code = codeIn(request);
    const found = await edge.lookAtPersons(request, (tx, time) =>
      readQuestions(tx, askingOf(edge, request), code, time),
    );
    if (!found.ok) throw notFound();
    const { content, questions, isWithdrawn } = found.value;
    const waiting = isWithdrawn ? undefined : questions.find(({ answeredAt }) => !answeredAt);
    const known = content && valuesOf(content, undefined, { reporterType: '', region: '', version: 0 });
    const page = (
      <AnswerPage
        frame={edge.frame(request)}
        code={code}
        waiting={waiting}
        past={questions.filter(({ answeredAt }) => answeredAt)}
        formKey={edge.formKey()}
        values={{ ...known, ...form.values }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  const path = `${OWN_PATH}/:kenmerk/vraag`;
  app.get(path, { config: { ...one, action: 'registration.read-questions' } }, (request, reply) =>
    show(request, reply),
  );

  app.post(
    path,
    { config: { ...one, action: 'registration.answer-register', fields: AnswerForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const { body } = request;
      const form = parseForm(AnswerForm, body);
      const values = keptValues(form.values, body);
      if (!form.ok) return show(request, reply, { values, errors: form.errors }, 400);
      const filled = contentOf({ ...NOT_ASKED, ...form.value }, body);
      const outcome = await edge.command(
        request,
        reply,
        () => answerPath(code),
        (tx, time) => answerRegister(tx, askingOf(edge, request), { code, filled }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(answerPath(code), 303);
      if (outcome.error.code === 'not-found') throw notFound();
      const refused = REFUSED[outcome.error.code] ?? REFUSED_AT[outcome.error.code];
      return show(request, reply, { values, errors: refused ?? { _form: 'Dit kan nu niet.' } }, 409);
    },
  );
}
