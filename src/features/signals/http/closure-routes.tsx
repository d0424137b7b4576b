import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type ClosureDeed, ClosurePage, ClosuresPage, IntendClosurePage } from '../ui/closures-page.tsx';
import {
  answerVictimCheck,
  type ClosureView,
  cancelClosure,
  carryOutClosure,
  intendClosure,
  listClosures,
  readyClosure,
  viewClosure,
} from '../use-cases/closures.ts';
import { aftermathOf, CarriedOutForm, CLOSURE_REFUSED, IntendForm, VictimForm } from './enforcement-form.ts';
import { measureRoutes, pageIn } from './measure-routes.tsx';
import { NothingForm } from './report-routes.tsx';

const LIST = '/meldingen/sluitingen';

/**
 * Measures that take a home or work away. What is answered is about whoever lives there, so a new one asks an open start gate; who
 * goes on with one that runs needs none.
 */
export function registerClosureRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const { many, begin, deed } = measureRoutes<ClosureView, ClosureDeed>(app, edge, {
    list: LIST,
    parameter: 'sluiting',
    sample: 'closure-id',
    viewAction: 'signals.view-closure',
    refused: CLOSURE_REFUSED,
    view: viewClosure,
    page: (view, forms) => <ClosurePage {...view} {...forms} />,
  });

  app.get(LIST, { config: many }, async (request, reply) => {
    const page = pageIn(request);
    const actor = edge.actor(request);
    const view = await edge.look(request, 'own', async (tx, { today }) => ({
      ...(await listClosures(tx, actor, page)),
      isOpen: await edge.isFeatureOpen(tx, actor.organisationId, 'signals', today),
    }));
    // a list that was read beyond its end would seem empty
    if (page > view.pages) return reply.redirect(`${LIST}?pagina=${view.pages}`, 303);
    return edge.html(reply, <ClosuresPage frame={edge.frame(request)} {...view} page={page} />);
  });

  begin(
    { action: 'signals.intend-closure', gate: 'signals', fields: IntendForm, freeText: '' },
    (frame, formKey, typed) => <IntendClosurePage frame={frame} formKey={formKey} {...typed} />,
    (tx, asking, { instrument, adres: place, dag: intendedOn }, time) =>
      intendClosure(tx, asking, { instrument, place, intendedOn }, time),
  );
  deed(
    'slachtoffer',
    { deed: 'check', action: 'signals.answer-victim-check', fields: VictimForm },
    (tx, asking, { id, slachtoffer: answer, wieKeek: checkedBy, hulpGeregeld: isHelpArranged }, time) =>
      answerVictimCheck(tx, asking, { id, answer, checkedBy, isHelpArranged }, time),
  );
  deed(
    'gereed',
    { deed: 'ready', action: 'signals.make-closure-ready', fields: NothingForm },
    (tx, asking, { id }, time) => readyClosure(tx, asking, id, time),
  );
  deed(
    'uitgevoerd',
    { deed: 'carry-out', action: 'signals.carry-out-closure', fields: CarriedOutForm },
    (tx, asking, form, time) =>
      carryOutClosure(tx, asking, { id: form.id, on: form.uitgevoerdOp, aftermath: aftermathOf(form) }, time),
  );
  deed(
    'gaat-niet-door',
    { deed: 'cancel', action: 'signals.cancel-closure', fields: NothingForm },
    (tx, asking, { id }, time) => cancelClosure(tx, asking, id, time),
  );
}
