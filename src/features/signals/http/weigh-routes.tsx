import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type Triage, triage } from '../domain/triage.ts';
import { noticedIn } from '../domain/weighing.ts';
import { ClosePage } from '../ui/close-page.tsx';
import { WeighPage } from '../ui/weigh-page.tsx';
import { askToClose } from '../use-cases/close-report.ts';
import { readForDeed } from '../use-cases/read-report.ts';
import { type Weighed, weighReport } from '../use-cases/weigh-report.ts';
import { askingOf, codeIn } from './report-routes.tsx';
import { CloseForm, recognisedIn, WeighForm, weighRefusalAt } from './weigh-form.ts';
import { WEIGHERS } from './who.ts';

interface Shown {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly conflict?: string | undefined;
  readonly advice?: Triage;
}

/** Weighing a signal, and closing it; what one person may not decide alone is asked of a second. */
export function registerWeighRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const one = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2', 'D3'], sample: 'signal-code' } as const;

  async function open(request: FastifyRequest) {
    const asking = askingOf(edge, request);
    const found = await edge.lookAtPersons(request, (tx, at) => readForDeed(tx, asking, codeIn(request), at));
    if (!found.ok) throw notFound();
    return found.value;
  }

  async function showWeighing(request: FastifyRequest, reply: FastifyReply, status = 200, shown: Shown = {}) {
    const { report, content } = await open(request);
    const page = (
      <WeighPage
        frame={edge.frame(request)}
        code={report.code}
        content={content}
        advice={shown.advice}
        formKey={edge.formKey()}
        values={{ minderjarig: report.isMinor, ...(report.isDangerNow && { acuut: 'ja' }), ...shown.values }}
        errors={shown.errors}
        conflict={shown.conflict}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get('/meldingen/:kenmerk/wegen', { config: { ...one, action: 'signals.read-report' } }, (request, reply) =>
    showWeighing(request, reply),
  );

  app.post(
    '/meldingen/:kenmerk/wegen',
    { config: { ...one, action: 'signals.weigh-report', fields: WeighForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(WeighForm, request.body);
      if (!form.ok) return showWeighing(request, reply, 400, form);
      const recognised = recognisedIn(form.value);
      const advice = triage(noticedIn(recognised));
      const { uitkomst: outcome, reden: because } = form.value;
      // first the advice, then the decision: nothing is written yet
      if (!outcome)
        return showWeighing(request, reply, 200, { advice, values: { ...form.values, uitkomst: advice.level } });
      const doneAt = ({ hands }: Weighed) => `/meldingen/${code}?${hands === 'alone' ? 'gewogen' : 'gevraagdOmTweede'}`;
      const outcomeOf = await edge.command(request, reply, doneAt, (tx, at) =>
        weighReport(tx, askingOf(edge, request), { code, recognised, decided: { outcome, because } }, at),
      );
      if (outcomeOf.kind === 'answered') return reply;
      if (outcomeOf.kind === 'done') return reply.redirect(doneAt(outcomeOf.value), 303);
      if (outcomeOf.error.code === 'not-found') throw notFound();
      const { _signaal: conflict, ...errors } = weighRefusalAt(outcomeOf.error);
      return showWeighing(request, reply, 409, { advice, values: form.values, errors, conflict });
    },
  );

  async function showClosing(request: FastifyRequest, reply: FastifyReply, status = 200, shown: Shown = {}) {
    const { report, deeds } = await open(request);
    const page = (
      <ClosePage
        frame={edge.frame(request)}
        code={report.code}
        mayClose={deeds.includes('close')}
        formKey={edge.formKey()}
        values={shown.values ?? {}}
        errors={shown.errors}
        conflict={shown.conflict}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get('/meldingen/:kenmerk/sluiten', { config: { ...one, action: 'signals.read-report' } }, (request, reply) =>
    showClosing(request, reply),
  );

  app.post(
    '/meldingen/:kenmerk/sluiten',
    { config: { ...one, action: 'signals.ask-to-close', fields: CloseForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(CloseForm, request.body);
      if (!form.ok) return showClosing(request, reply, 400, form);
      const { waarom: reason, reden: because } = form.value;
      const done = `/meldingen/${code}?gevraagdOmTweede`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, at) => askToClose(tx, askingOf(edge, request), { code, reason, because }, at),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      const { _signaal: conflict, ...errors } = weighRefusalAt(outcome.error);
      return showClosing(request, reply, 409, { values: form.values, errors, conflict });
    },
  );
}
