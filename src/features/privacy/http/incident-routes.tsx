import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentFormat } from '../../../platform/documents/print-job.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { addMonths, dutchDay } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { INCIDENTS_PATH, IncidentPage, IncidentsPage, ReportIncidentPage } from '../ui/incident-page.tsx';
import { INCIDENT_DOCUMENTS } from '../use-cases/incident-documents.ts';
import { endIncident, readIncident, readIncidents, reportIncident, takeStep } from '../use-cases/incidents.ts';
import {
  CloseForm,
  IncidentForm,
  numberText,
  reportOf,
  SafetyForm,
  STEP_REFUSAL_TEXTS,
  StepForm,
  TOO_EARLY,
} from './incident-form.ts';

/** Who handles an incident; whoever finds one tells them. */
const HANDLERS: readonly Role[] = ['fg', 'ciso'];
const FORMATS = ['docx', 'pdf'] as const satisfies readonly DocumentFormat[];

export interface IncidentOptions {
  readonly mark: string | undefined;
}

interface Shown {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly status?: number;
}

/** The breach desk: one form, its clocks, the safety check, and every document. */
export function registerIncidentRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: IncidentOptions): void {
  const config = { access: HANDLERS, purpose: 'VA-19', data: ['D1', 'D11'] } as const;

  app.get(INCIDENTS_PATH, { config }, async (request, reply) => {
    const { incidents, lastDrill, now } = await edge.look(request, 'own', async (tx, time) => ({
      ...(await readIncidents(tx, edge.actor(request))),
      now: time.now,
    }));
    const drillDue = lastDrill && addMonths(dutchDay(lastDrill), 12);
    return edge.html(reply, <IncidentsPage frame={edge.frame(request)} {...{ incidents, lastDrill, drillDue, now }} />);
  });

  async function showForm(request: FastifyRequest, reply: FastifyReply, form: Shown = {}) {
    // also reads the clock, which the frame of a demo shows
    await edge.look(request, 'own', async () => undefined);
    const page = (
      <ReportIncidentPage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        values={form.values}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, form.status ?? 200);
  }

  app.get(`${INCIDENTS_PATH}/nieuw`, { config }, (request, reply) => showForm(request, reply));

  app.post(
    INCIDENTS_PATH,
    { config: { ...config, action: 'privacy.report-incident', fields: IncidentForm } },
    async (request, reply) => {
      const form = parseForm(IncidentForm, request.body);
      if (!form.ok) return showForm(request, reply, { ...form, status: 400 });
      const outcome = await edge.command(
        request,
        reply,
        ({ subject }) => `${INCIDENTS_PATH}/${subject.id}`,
        (tx, time) => reportIncident(tx, edge.actor(request), reportOf(form.value), time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(`${INCIDENTS_PATH}/${outcome.value.subject.id}`, 303);
      const { error } = outcome;
      const errors: FieldErrors =
        error.code === 'incident-in-future'
          ? { ontdekt: TOO_EARLY[error.code] }
          : { [error.field === 'taken' ? 'gedaan' : 'wat']: numberText(error.found) };
      return showForm(request, reply, { values: form.values, errors, status: 409 });
    },
  );

  async function incidentOf(request: FastifyRequest) {
    const { id } = request.params as { id: string };
    if (!isUuid(id)) throw notFound();
    const { incident, now, today } = await edge.look(request, 'own', async (tx, time) => ({
      ...time,
      incident: await readIncident(tx, edge.actor(request), id),
    }));
    if (!incident) throw notFound();
    return { incident, now, today };
  }

  async function show(request: FastifyRequest, reply: FastifyReply, form: Shown = {}) {
    const { incident, now } = await incidentOf(request);
    const page = (
      <IncidentPage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        incident={incident}
        now={now}
        documents={INCIDENT_DOCUMENTS}
        values={form.values}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, form.status ?? 200);
  }

  const one = { ...config, sample: 'incident-id' } as const;
  app.get(`${INCIDENTS_PATH}/:id`, { config: one }, (request, reply) => show(request, reply));

  app.post(
    `${INCIDENTS_PATH}/:id/stap`,
    { config: { ...one, action: 'privacy.take-incident-step', fields: StepForm } },
    async (request, reply) => {
      const form = parseForm(StepForm, request.body);
      if (!form.ok) return show(request, reply, { ...form, status: 400 });
      const asked = { kind: form.value.stap, note: form.value.toelichting };
      return step(request, reply, asked, { form: form.values, at: 'stap', note: 'toelichting' });
    },
  );

  app.post(
    `${INCIDENTS_PATH}/:id/veiligheid`,
    { config: { ...one, action: 'privacy.check-safety', fields: SafetyForm } },
    async (request, reply) => {
      const form = parseForm(SafetyForm, request.body);
      if (!form.ok) return show(request, reply, { ...form, status: 400 });
      const asked = { kind: 'safety-check', outcome: form.value.uitkomst, note: form.value.hoe } as const;
      return step(request, reply, asked, { form: form.values, at: 'uitkomst', note: 'hoe' });
    },
  );

  async function step(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Omit<Parameters<typeof takeStep>[2], 'incidentId'>,
    fields: { readonly form: FieldValues; readonly at: string; readonly note: string },
  ) {
    const { id } = request.params as { id: string };
    if (!isUuid(id)) throw notFound();
    const outcome = await edge.command(
      request,
      reply,
      () => `${INCIDENTS_PATH}/${id}`,
      (tx, time) => takeStep(tx, edge.actor(request), { incidentId: id, ...asked }, time),
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(`${INCIDENTS_PATH}/${id}`, 303);
    const { error } = outcome;
    if (error.code === 'not-found') throw notFound();
    const errors: FieldErrors =
      error.code === 'incident-holds-number'
        ? { [fields.note]: numberText(error.found) }
        : { [fields.at]: STEP_REFUSAL_TEXTS[error.code] };
    return show(request, reply, { values: fields.form, errors, status: 409 });
  }

  app.post(
    `${INCIDENTS_PATH}/:id/afsluiten`,
    { config: { ...one, action: 'privacy.close-incident', fields: CloseForm } },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      if (!isUuid(id)) throw notFound();
      const outcome = await edge.command(
        request,
        reply,
        () => `${INCIDENTS_PATH}/${id}`,
        (tx, time) => endIncident(tx, edge.actor(request), id, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(`${INCIDENTS_PATH}/${id}`, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      const errors = { _incident: STEP_REFUSAL_TEXTS[outcome.error.code] };
      return show(request, reply, { errors, status: 409 });
    },
  );

  app.get(`${INCIDENTS_PATH}/:id/document`, { config: one }, async (request, reply) => {
    const { soort = INCIDENT_DOCUMENTS[0]!.slug, vorm = 'docx' } = (request.query ?? {}) as Record<string, unknown>;
    const kind = INCIDENT_DOCUMENTS.find(({ slug }) => slug === soort);
    const format = FORMATS.find((each) => each === vorm);
    if (!kind || !format) throw notFound();
    const facts = await incidentOf(request);
    const { organisationName: organisation } = edge.actor(request);
    const tree = kind.write({ ...facts, organisation, mark: options.mark });
    return edge.document(request, reply, tree, { name: `${kind.slug}-${facts.today}`, format });
  });
}
