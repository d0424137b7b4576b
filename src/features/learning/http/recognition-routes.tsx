import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type RecognitionAnswers, ROUNDS } from '../domain/recognition.ts';
import { RECOGNITION_PATH, RecognitionPage } from '../ui/recognition-page.tsx';
import { readRecognition, takeRecognition } from '../use-cases/recognition.ts';
import { LEARNERS } from './register-form.ts';

const answer = z.enum(['ja', 'nee'], 'Kies ja of nee.');

/** As many answers as a set has vignettes. */
export const RecognitionForm = z.object({
  ronde: z.enum(ROUNDS, 'Laad de pagina opnieuw.'),
  antwoord1: answer,
  antwoord2: answer,
  antwoord3: answer,
  antwoord4: answer,
  antwoord5: answer,
  antwoord6: answer,
  antwoord7: answer,
  antwoord8: answer,
  antwoord9: answer,
  antwoord10: answer,
  antwoord11: answer,
  antwoord12: answer,
  meetellen: z.enum(['', 'ja'], 'Zet een vinkje, of niet.').transform((ticked) => ticked === 'ja'),
});
const SAVED = `${RECOGNITION_PATH}?bewaard`;

/** The recognition test before and after learning: for the learner alone. */
export function registerRecognitionRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const own = { access: LEARNERS, purpose: 'VA-13', data: ['D12'] } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    typed: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const actor = edge.actor(request);
    const view = await edge.look(request, 'own', async (tx, { today }) => ({
      ...(await readRecognition(tx, actor)),
      isOpen: await edge.isFeatureOpen(tx, actor.organisationId, 'learning', today),
    }));
    const page = (
      <RecognitionPage
        frame={edge.frame(request)}
        {...view}
        formKey={edge.formKey()}
        values={typed.values ?? {}}
        errors={typed.errors}
        saved={status === 200 && Object.hasOwn(request.query as object, 'bewaard')}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(RECOGNITION_PATH, { config: own }, (request, reply) => show(request, reply));

  app.post(
    RECOGNITION_PATH,
    { config: { ...own, gate: 'learning', action: 'learning.take-recognition', fields: RecognitionForm } },
    async (request, reply) => {
      const form = parseForm(RecognitionForm, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      const { ronde: round, meetellen: mayCount, ...given } = form.value;
      const actor = edge.actor(request);
      const outcome = await edge.command(
        request,
        reply,
        () => SAVED,
        async (tx, time) => {
          // which vignette stood at which place follows from who she is and which round it is
          const { next } = await readRecognition(tx, actor);
          const answers: RecognitionAnswers = Object.fromEntries(
            (next?.vignettes ?? []).map(({ id }, index) => [
              id,
              given[`antwoord${index + 1}` as keyof typeof given] ?? 'nee',
            ]),
          );
          return takeRecognition(tx, actor, { round, answers, mayCount }, time);
        },
      );
      if (outcome.kind === 'answered') return reply;
      // taken on another device in between: what she took stands there
      return reply.redirect(outcome.kind === 'done' ? SAVED : RECOGNITION_PATH, 303);
    },
  );
}
