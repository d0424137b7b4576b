import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { FEEDBACK, type FeedbackRefusal, TOLD_BY_HAND } from '../domain/feedback.ts';
import { FeedbackPage } from '../ui/feedback-page.tsx';
import { tellReporter, viewFeedback } from '../use-cases/tell-reporter.ts';
import { day } from './consult-form.ts';
import { askingOf, codeIn } from './report-routes.tsx';
import { WEIGHERS } from './who.ts';

const PATH = '/meldingen/:kenmerk/terugkoppelen';

const FeedbackForm = z.object({
  bericht: z.enum(FEEDBACK, 'Kies wat u laat horen.'),
  hoe: z.enum(['', ...TOLD_BY_HAND], 'Kies hoe u het vertelde.').transform((how) => how || undefined),
  verteldOp: z.union([z.literal('').transform(() => undefined), day('Vul in wanneer u het vertelde.')]),
});

const REFUSED: Readonly<
  Record<FeedbackRefusal['code'], { readonly field: keyof typeof FeedbackForm.shape; readonly text: string }>
> = {
  'may-not-be-told': {
    field: 'bericht',
    text: 'Dit mag deze bron niet horen, of het is nog niet zo. Kies iets anders.',
  },
  'told-how-missing': { field: 'hoe', text: 'Kies hoe u het vertelde, en vul in wanneer.' },
  'told-in-future': { field: 'verteldOp', text: 'Deze dag komt nog. Vul in wanneer u het vertelde.' },
  'told-before-received': { field: 'verteldOp', text: 'Deze dag ligt voor de ontvangst van het signaal.' },
};

/** Telling whoever passed a signal on what was done. */
export function registerFeedbackRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const own = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2'], sample: 'signal-code' } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const code = codeIn(request);
    const found = await edge.look(request, 'own', (tx, time) => viewFeedback(tx, askingOf(edge, request), code, time));
    if (!found.ok) throw notFound();
    const page = (
      <FeedbackPage
        frame={edge.frame(request)}
        {...found.value}
        values={form.values ?? {}}
        errors={form.errors}
        saved={(request.query as Record<string, unknown>).opgeslagen !== undefined}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(PATH, { config: own }, (request, reply) => show(request, reply));

  app.post(
    PATH,
    { config: { ...own, action: 'signals.tell-reporter', fields: FeedbackForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(FeedbackForm, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      const { bericht, hoe, verteldOp } = form.value;
      const by = hoe && verteldOp ? { how: hoe, on: verteldOp } : undefined;
      const done = `/meldingen/${code}/terugkoppelen?opgeslagen`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => tellReporter(tx, askingOf(edge, request), { code, feedback: bericht, by }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code: refusal } = outcome.error;
      if (refusal === 'not-found') throw notFound();
      const { field, text } = REFUSED[refusal];
      return show(request, reply, 409, { values: form.values, errors: { [field]: text } });
    },
  );
}
