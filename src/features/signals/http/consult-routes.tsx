import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { ConsultPage } from '../ui/consult-page.tsx';
import { consult, recordAdviceOf, viewConsultations } from '../use-cases/consult.ts';
import { ADVICE_REFUSED, ADVISED_BEFORE, AdviceForm, CONSULT_REFUSED, ConsultForm, MOVED_ON } from './consult-form.ts';
import { askingOf, codeIn } from './report-routes.tsx';
import { WEIGHERS } from './who.ts';

const PATH = '/meldingen/:kenmerk/overleg';

interface Again {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly isAnswering?: boolean;
  readonly conflict?: string;
}

/** Consulting about a signal without saying whom it is about. Goes on with what runs, so it names no gate. */
export function registerConsultRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const own = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2', 'D3'], sample: 'signal-code' } as const;
  const asking = (request: FastifyRequest) => askingOf(edge, request);

  async function show(request: FastifyRequest, reply: FastifyReply, status = 200, again: Again = {}) {
    const code = codeIn(request);
    // a form that comes back opens nothing: the log would say that its deed was done
    const found =
      status === 200
        ? await edge.lookAtPersons(request, (tx, time) =>
            viewConsultations(tx, asking(request), { code, opens: true }, time),
          )
        : await edge.look(request, 'own', (tx, time) =>
            viewConsultations(tx, asking(request), { code, opens: false }, time),
          );
    if (!found.ok) throw notFound();
    const { report, ...view } = found.value;
    const page = (
      <ConsultPage
        frame={edge.frame(request)}
        code={report.code}
        {...view}
        values={again.values ?? {}}
        errors={again.errors}
        isAnswering={again.isAnswering ?? false}
        conflict={again.conflict}
        saved={(request.query as Record<string, unknown>).opgeslagen !== undefined}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(PATH, { config: { ...own, action: 'signals.view-consultations' } }, (request, reply) => show(request, reply));

  app.post(PATH, { config: { ...own, action: 'signals.consult', fields: ConsultForm } }, async (request, reply) => {
    const code = codeIn(request);
    const form = parseForm(ConsultForm, request.body);
    if (!form.ok) return show(request, reply, 400, form);
    const { metWie, vraag, nagelezen, ontvanger } = form.value;
    const input = { code, partner: metWie, question: vraag, isLookedThrough: nagelezen, receiverCode: ontvanger };
    const done = `/meldingen/${code}/overleg?opgeslagen`;
    const outcome = await edge.command(
      request,
      reply,
      () => done,
      (tx, time) => consult(tx, asking(request), input, time),
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(done, 303);
    const { code: refusal } = outcome.error;
    if (refusal === 'not-found') throw notFound();
    if (refusal === 'signal-moved-on') return show(request, reply, 409, { conflict: MOVED_ON });
    const { field, text } = CONSULT_REFUSED[refusal];
    return show(request, reply, 409, { values: form.values, errors: { [field]: text } });
  });

  app.post(
    `${PATH}/advies`,
    { config: { ...own, action: 'signals.record-advice', fields: AdviceForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(AdviceForm, request.body);
      if (!form.ok) return show(request, reply, 400, { ...form, isAnswering: true });
      const { overleg, adviesOp, advies, toelichting } = form.value;
      const input = { code, consultationId: overleg, answeredOn: adviesOp, step: advies, advice: toelichting };
      const done = `/meldingen/${code}/overleg?opgeslagen`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => recordAdviceOf(tx, asking(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code: refusal } = outcome.error;
      if (refusal === 'not-found') throw notFound();
      if (refusal === 'advised-before') return show(request, reply, 409, { conflict: ADVISED_BEFORE });
      const { field, text } = ADVICE_REFUSED[refusal];
      return show(request, reply, 409, { values: form.values, errors: { [field]: text }, isAnswering: true });
    },
  );
}
