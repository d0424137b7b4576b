import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { EnrichmentPage } from '../ui/enrichment-page.tsx';
import { ReportingCodePage } from '../ui/reporting-code-page.tsx';
import { recordCodeStep, recordLooked, viewCodeSteps, viewEnrichment } from '../use-cases/enrich.ts';
import { MOVED_ON } from './consult-form.ts';
import { CodeStepForm, LookedForm, NOTE_REFUSED, STEP_REFUSED, stepIn } from './enrichment-form.ts';
import { askingOf, codeIn } from './report-routes.tsx';
import { WEIGHERS } from './who.ts';

const LOOKED = '/meldingen/:kenmerk/nagaan';
const CODE = '/meldingen/:kenmerk/meldcode';

interface Again {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly conflict?: string;
}

/** What was looked up about a signal, and the steps of the reporting code. Goes on with what runs, so it names no gate. */
export function registerEnrichmentRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const own = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2', 'D3'], sample: 'signal-code' } as const;
  const aboutPerson = { ...own, sample: 'person-signal-code' } as const;
  const asking = (request: FastifyRequest) => askingOf(edge, request);
  const isSaved = (request: FastifyRequest) => Object.hasOwn(request.query as object, 'vastgelegd');

  async function showLooked(request: FastifyRequest, reply: FastifyReply, status = 200, again: Again = {}) {
    const code = codeIn(request);
    // a form that comes back opens nothing: the log would say that its deed was done
    const found =
      status === 200
        ? await edge.lookAtPersons(request, (tx, time) =>
            viewEnrichment(tx, asking(request), { code, opens: true }, time),
          )
        : await edge.look(request, 'own', (tx, time) =>
            viewEnrichment(tx, asking(request), { code, opens: false }, time),
          );
    if (!found.ok) throw notFound();
    const { report, isOpen, looked, readsOffenders } = found.value;
    const page = (
      <EnrichmentPage
        frame={edge.frame(request)}
        code={report.code}
        isOpen={isOpen}
        looked={looked}
        readsOffenders={readsOffenders}
        values={again.values ?? {}}
        errors={again.errors}
        conflict={again.conflict}
        saved={isSaved(request)}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(LOOKED, { config: { ...own, action: 'signals.view-enrichment' } }, (request, reply) =>
    showLooked(request, reply),
  );

  app.post(
    LOOKED,
    { config: { ...own, action: 'signals.record-enrichment', fields: LookedForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(LookedForm, request.body);
      if (!form.ok) return showLooked(request, reply, 400, form);
      const { register, conclusie: conclusion, toelichting: note } = form.value;
      const done = `/meldingen/${code}/nagaan?vastgelegd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => recordLooked(tx, asking(request), { code, register, conclusion, note }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code: refusal } = outcome.error;
      if (refusal === 'not-found') throw notFound();
      if (refusal === 'signal-moved-on') return showLooked(request, reply, 409, { conflict: MOVED_ON });
      return showLooked(request, reply, 409, { values: form.values, errors: { toelichting: NOTE_REFUSED[refusal] } });
    },
  );

  async function showCode(request: FastifyRequest, reply: FastifyReply, status = 200, again: Again = {}) {
    const code = codeIn(request);
    const found = await edge.look(request, 'own', (tx, time) => viewCodeSteps(tx, asking(request), code, time));
    if (!found.ok) throw notFound();
    const { report, isOpen, steps, next } = found.value;
    const chosen = stepIn(again.values?.stap ?? (request.query as Record<string, unknown>).stap);
    const page = (
      <ReportingCodePage
        frame={edge.frame(request)}
        code={report.code}
        isOpen={isOpen}
        steps={steps}
        step={chosen ?? next}
        values={again.values ?? {}}
        errors={again.errors}
        conflict={again.conflict}
        saved={isSaved(request)}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(CODE, { config: { ...aboutPerson, action: 'signals.view-reporting-code' } }, (request, reply) =>
    showCode(request, reply),
  );

  app.post(
    CODE,
    { config: { ...aboutPerson, action: 'signals.record-reporting-code', fields: CodeStepForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(CodeStepForm, request.body);
      if (!form.ok) return showCode(request, reply, 400, form);
      const { stap: step, aanleiding: reason, gezetOp: takenOn, conclusie: conclusion } = form.value;
      const done = `/meldingen/${code}/meldcode?vastgelegd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => recordCodeStep(tx, asking(request), { code, step, reason, takenOn, conclusion }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code: refusal } = outcome.error;
      if (refusal === 'not-found' || refusal === 'code-needs-person') throw notFound();
      if (refusal === 'signal-moved-on') return showCode(request, reply, 409, { conflict: MOVED_ON });
      const { field, text } = STEP_REFUSED[refusal];
      return showCode(request, reply, 409, { values: form.values, errors: { [field]: text } });
    },
  );
}
