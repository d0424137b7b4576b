import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { OwnReportsPage } from '../ui/own-reports-page.tsx';
import { NUMBER_WORDS } from '../ui/signal-words.ts';
import { answer, questionsForMe } from '../use-cases/ask-reporter.ts';
import { ownReports } from '../use-cases/own-reports.ts';
import { FOLLOWERS } from './who.ts';

const OWN = '/meldingen/mijn';

export const AnswerForm = z.object({
  vraagId: z.uuid('Open de pagina opnieuw.'),
  antwoord: z.string().trim().min(1, 'Vul uw antwoord in.').max(5_000, 'Gebruik hoogstens 5.000 tekens.'),
});

/** How one's own signals stand, and answering what the focal point asks about them. */
export function registerOwnReportRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const own = { access: FOLLOWERS, purpose: 'VA-01', data: ['D1', 'D2'] } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { values?: FieldValues; errors?: FieldErrors } = {},
  ) {
    const actor = edge.actor(request);
    const view = await edge.look(request, 'own', async (tx, { today }) => ({
      reports: await ownReports(tx, actor, today),
      questions: await questionsForMe(tx, actor),
    }));
    const page = (
      <OwnReportsPage
        frame={edge.frame(request)}
        {...view}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
        hasAnswered={!form.errors && Object.hasOwn(request.query as object, 'beantwoord')}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(OWN, { config: own }, (request, reply) => show(request, reply));

  app.post(
    OWN,
    { config: { ...own, sealed: true, action: 'signals.answer-question', fields: AnswerForm } },
    async (request, reply) => {
      const form = parseForm(AnswerForm, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      const { vraagId, antwoord } = form.value;
      const done = `${OWN}?beantwoord`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, at) => answer(tx, edge.actor(request), { questionId: vraagId, answer: antwoord }, at),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { error } = outcome;
      if (error.code === 'not-found') throw notFound();
      const text =
        error.code === 'text-holds-number'
          ? `Er staat ${NUMBER_WORDS[error.found]} in. Haal het weg.`
          : 'Deze vraag is intussen al beantwoord.';
      return show(request, reply, 409, { values: form.values, errors: { antwoord: text } });
    },
  );
}
