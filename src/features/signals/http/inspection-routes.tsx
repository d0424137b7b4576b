import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodObject, z } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type InspectionDeed, InspectionPage } from '../ui/inspection-page.tsx';
import { InspectionsPage, PlanInspectionPage } from '../ui/inspections-page.tsx';
import type { Asking } from '../use-cases/held-report.ts';
import {
  addPartner,
  cancelInspection,
  inspectionPath,
  listInspections,
  makeReady,
  planInspection,
  prepareInspection,
  recordHeld,
  viewInspection,
} from '../use-cases/inspections.ts';
import { HeldForm, INSPECTION_REFUSED, outcomeOf, PartnerForm, PlanForm, PrepareForm } from './enforcement-form.ts';
import { askingOf, NothingForm } from './report-routes.tsx';
import { WEIGHERS } from './who.ts';

const LIST = '/meldingen/controles';
const ONE = `${LIST}/:controle`;

/** Which page of a list an address asks. */
export const pageIn = (request: FastifyRequest): number =>
  Math.min(10_000, Math.max(1, Math.trunc(Number((request.query as Record<string, unknown>).pagina ?? 1)) || 1));

type Refused = { readonly code: keyof typeof INSPECTION_REFUSED | 'not-found' };

/**
 * Inspections: planned, prepared for the people who may be met, and how they ended in numbers. No person is in them, so no gate; an
 * address is sealed, as that of a signal about a place.
 */
export function registerInspectionRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const many = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2'] } as const;
  const one = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2', 'D3'], sample: 'inspection-id' } as const;

  app.get(LIST, { config: many }, async (request, reply) => {
    const page = pageIn(request);
    const view = await edge.look(request, 'own', (tx) => listInspections(tx, edge.actor(request), page));
    return edge.html(reply, <InspectionsPage frame={edge.frame(request)} {...view} page={page} />);
  });

  const showPlan = (
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    typed: { values: FieldValues; errors?: FieldErrors } = { values: {} },
  ) => edge.html(reply, <PlanInspectionPage frame={edge.frame(request)} formKey={edge.formKey()} {...typed} />, status);

  app.get(`${LIST}/nieuw`, { config: many }, async (request, reply) => showPlan(request, reply));
  app.post(
    `${LIST}/nieuw`,
    { config: { ...many, sealed: true, action: 'signals.plan-inspection', fields: PlanForm } },
    async (request, reply) => {
      const form = parseForm(PlanForm, request.body);
      if (!form.ok) return showPlan(request, reply, 400, form);
      const { thema: theme, sector, adres: place, dag: plannedOn } = form.value;
      const doneAt = ({ subject }: Done) => `${inspectionPath(subject.id)}?vastgelegd`;
      const outcome = await edge.command(request, reply, doneAt, (tx, time) =>
        planInspection(tx, askingOf(edge, request), { theme, sector, place, plannedOn }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(doneAt(outcome.value), 303);
      const { field, text } = INSPECTION_REFUSED[outcome.error.code];
      return showPlan(request, reply, 409, {
        values: form.values,
        errors: { [field === '_naam' ? 'thema' : field]: text },
      });
    },
  );

  function idIn(request: FastifyRequest): string {
    const { controle } = request.params as { controle: string };
    if (!isUuid(controle)) throw notFound();
    return controle;
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    again: { deed?: InspectionDeed; values?: FieldValues; errors?: FieldErrors; conflict?: string } = {},
  ) {
    const id = idIn(request);
    // a form that comes back opens nothing: the log would say that its deed was done
    const view = (opens: boolean) => (tx: AnyTx, time: DomainTime) =>
      viewInspection(tx, askingOf(edge, request), { id, opens }, time);
    const found = await (status === 200
      ? edge.lookAtPersons(request, view(true))
      : edge.look(request, 'own', view(false)));
    if (!found.ok) throw notFound();
    const { subject: _, ...shown } = found.value;
    const page = (
      <InspectionPage
        frame={edge.frame(request)}
        {...shown}
        isOpened={status === 200}
        deed={again.deed}
        values={again.values ?? {}}
        errors={again.errors}
        conflict={again.conflict}
        saved={status === 200 && Object.hasOwn(request.query as object, 'vastgelegd')}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(ONE, { config: { ...one, action: 'signals.view-inspection' } }, (request, reply) => show(request, reply));

  function deed<Fields extends ZodObject>(
    verb: string,
    action: string,
    own: InspectionDeed,
    fields: Fields,
    namedAt: string,
    run: (
      tx: AnyTx,
      asking: Asking,
      id: string,
      form: z.output<Fields>,
      time: DomainTime,
    ) => Promise<Result<Done, Refused>>,
  ) {
    app.post(`${ONE}/${verb}`, { config: { ...one, action, fields } }, async (request, reply) => {
      const id = idIn(request);
      const form = parseForm(fields, request.body);
      if (!form.ok) return show(request, reply, 400, { deed: own, ...form });
      const done = `${inspectionPath(id)}?vastgelegd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => run(tx, askingOf(edge, request), id, form.value, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      const { field, text } = INSPECTION_REFUSED[code];
      if (field === '_controle') return show(request, reply, 409, { conflict: text });
      const errors = { [field === '_naam' ? namedAt : field]: text };
      return show(request, reply, 409, { deed: own, values: form.values, errors });
    });
  }

  deed('voorbereiding', 'signals.prepare-inspection', 'prepare', PrepareForm, 'hoe', (tx, asking, id, form, time) =>
    prepareInspection(tx, asking, { id, item: form.wat, answer: form.antwoord, note: form.hoe }, time),
  );
  deed('partners', 'signals.add-inspection-partner', 'partner', PartnerForm, 'doel', (tx, asking, id, form, time) => {
    const { partner, bevoegdheid: power, doel: purpose, woning: homeEntry } = form;
    return addPartner(tx, asking, { id, partner, power, purpose, homeEntry }, time);
  });
  deed('gereed', 'signals.make-inspection-ready', 'ready', NothingForm, '', (tx, asking, id, _form, time) =>
    makeReady(tx, asking, id, time),
  );
  deed('gehouden', 'signals.record-inspection-held', 'held', HeldForm, '', (tx, asking, id, form, time) =>
    recordHeld(tx, asking, { id, heldOn: form.gehoudenOp, outcome: outcomeOf(form) }, time),
  );
  deed('afgelast', 'signals.cancel-inspection', 'cancel', NothingForm, '', (tx, asking, id, _form, time) =>
    cancelInspection(tx, asking, id, time),
  );
}
