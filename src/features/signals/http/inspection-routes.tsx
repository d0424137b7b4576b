import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type InspectionDeed, InspectionPage } from '../ui/inspection-page.tsx';
import { InspectionsPage, PlanInspectionPage } from '../ui/inspections-page.tsx';
import {
  addPartner,
  cancelInspection,
  type InspectionView,
  listInspections,
  makeReady,
  planInspection,
  prepareInspection,
  recordHeld,
  viewInspection,
} from '../use-cases/inspections.ts';
import { HeldForm, INSPECTION_REFUSED, outcomeOf, PartnerForm, PlanForm, PrepareForm } from './enforcement-form.ts';
import { measureRoutes, pageIn } from './measure-routes.tsx';
import { NothingForm } from './report-routes.tsx';

const LIST = '/meldingen/controles';

/**
 * Inspections: planned, prepared for the people who may be met, and how they ended in numbers. No person is in them, so no gate; an
 * address is sealed, as that of a signal about a place.
 */
export function registerInspectionRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const { many, begin, deed } = measureRoutes<InspectionView, InspectionDeed>(app, edge, {
    list: LIST,
    parameter: 'controle',
    sample: 'inspection-id',
    viewAction: 'signals.view-inspection',
    refused: INSPECTION_REFUSED,
    view: viewInspection,
    page: (view, forms) => <InspectionPage {...view} {...forms} />,
  });

  app.get(LIST, { config: many }, async (request, reply) => {
    const page = pageIn(request);
    const view = await edge.look(request, 'own', (tx) => listInspections(tx, edge.actor(request), page));
    // a list that was read beyond its end would seem empty
    if (page > view.pages) return reply.redirect(`${LIST}?pagina=${view.pages}`, 303);
    return edge.html(reply, <InspectionsPage frame={edge.frame(request)} {...view} page={page} />);
  });

  begin(
    { action: 'signals.plan-inspection', fields: PlanForm, freeText: 'thema' },
    (frame, formKey, typed) => <PlanInspectionPage frame={frame} formKey={formKey} {...typed} />,
    (tx, asking, { thema: theme, sector, adres: place, dag: plannedOn }, time) =>
      planInspection(tx, asking, { theme, sector, place, plannedOn }, time),
  );
  deed(
    'voorbereiding',
    { deed: 'prepare', action: 'signals.prepare-inspection', fields: PrepareForm, freeText: 'hoe' },
    (tx, asking, { id, wat: item, antwoord: answer, hoe: note }, time) =>
      prepareInspection(tx, asking, { id, item, answer, note }, time),
  );
  deed(
    'partners',
    { deed: 'partner', action: 'signals.add-inspection-partner', fields: PartnerForm, freeText: 'doel' },
    (tx, asking, { id, partner, bevoegdheid: power, doel: purpose, woning: homeEntry }, time) =>
      addPartner(tx, asking, { id, partner, power, purpose, homeEntry }, time),
  );
  deed(
    'gereed',
    { deed: 'ready', action: 'signals.make-inspection-ready', fields: NothingForm },
    (tx, asking, { id }, time) => makeReady(tx, asking, id, time),
  );
  deed(
    'gehouden',
    { deed: 'held', action: 'signals.record-inspection-held', fields: HeldForm },
    (tx, asking, form, time) =>
      recordHeld(tx, asking, { id: form.id, heldOn: form.gehoudenOp, outcome: outcomeOf(form) }, time),
  );
  deed(
    'afgelast',
    { deed: 'cancel', action: 'signals.cancel-inspection', fields: NothingForm },
    (tx, asking, { id }, time) => cancelInspection(tx, asking, id, time),
  );
}
