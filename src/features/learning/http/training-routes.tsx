import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { TRAINING_PATH } from '../ui/register-words.ts';
import { TrainingPage } from '../ui/training-page.tsx';
import { enterOwnTraining, joinTeam, readOwnTraining } from '../use-cases/register.ts';
import { JoinForm, LEARNERS, OwnTrainingForm, TRAINING_REFUSED } from './register-form.ts';

interface Typed {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
}

const SAVED = `${TRAINING_PATH}?bewaard`;

/** What somebody followed herself: seen by her alone. */
export function registerTrainingRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const own = { access: LEARNERS, purpose: 'VA-13', data: ['D1', 'D12'] } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    typed: { readonly join?: Typed; readonly elsewhere?: Typed } = {},
  ) {
    const actor = edge.actor(request);
    const view = await edge.look(request, 'own', async (tx, { today }) => ({
      ...(await readOwnTraining(tx, actor)),
      isOpen: await edge.isFeatureOpen(tx, actor.organisationId, 'learning', today),
      today,
    }));
    const page = (
      <TrainingPage
        frame={edge.frame(request)}
        {...view}
        joinKey={edge.formKey()}
        formKey={edge.formKey()}
        join={typed.join ?? {}}
        elsewhere={typed.elsewhere ?? {}}
        saved={status === 200 && Object.hasOwn(request.query as object, 'bewaard')}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(TRAINING_PATH, { config: own }, (request, reply) => show(request, reply));

  app.post(
    `${TRAINING_PATH}/team`,
    { config: { ...own, gate: 'learning', action: 'learning.join-team', fields: JoinForm } },
    async (request, reply) => {
      const form = parseForm(JoinForm, request.body);
      if (!form.ok) return show(request, reply, 400, { join: form });
      const outcome = await edge.command(
        request,
        reply,
        () => SAVED,
        (tx, time) => joinTeam(tx, edge.actor(request), { teamId: form.value.team }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(SAVED, 303);
      const errors = { team: 'Dit team is er niet meer. Kies een team uit de lijst.' };
      return show(request, reply, 409, { join: { values: form.values, errors } });
    },
  );

  app.post(
    `${TRAINING_PATH}/elders`,
    { config: { ...own, gate: 'learning', action: 'learning.enter-own-training', fields: OwnTrainingForm } },
    async (request, reply) => {
      const form = parseForm(OwnTrainingForm, request.body);
      if (!form.ok) return show(request, reply, 400, { elsewhere: form });
      const { werk, cursus, aanbieder, gevolgdOp, geldigTot } = form.value;
      const input = { work: werk, course: cursus, provider: aanbieder, followedOn: gevolgdOp, validUntil: geldigTot };
      const outcome = await edge.command(
        request,
        reply,
        () => SAVED,
        (tx, time) => enterOwnTraining(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(SAVED, 303);
      const { field, text } = TRAINING_REFUSED[outcome.error.code];
      return show(request, reply, 409, { elsewhere: { values: form.values, errors: { [field]: text } } });
    },
  );
}
