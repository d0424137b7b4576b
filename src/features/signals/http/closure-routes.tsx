import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodObject, z } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type ClosureDeed, ClosurePage, ClosuresPage, IntendClosurePage } from '../ui/closures-page.tsx';
import {
  answerVictimCheck,
  cancelClosure,
  carryOutClosure,
  closurePath,
  intendClosure,
  listClosures,
  readyClosure,
  viewClosure,
} from '../use-cases/closures.ts';
import type { Asking } from '../use-cases/held-report.ts';
import { aftermathOf, CarriedOutForm, CLOSURE_REFUSED, IntendForm, VictimForm } from './enforcement-form.ts';
import { pageIn } from './inspection-routes.tsx';
import { askingOf, NothingForm } from './report-routes.tsx';
import { WEIGHERS } from './who.ts';

const LIST = '/meldingen/sluitingen';
const ONE = `${LIST}/:sluiting`;

type Refused = { readonly code: keyof typeof CLOSURE_REFUSED | 'not-found' };

/**
 * Measures that take a home or work away. What is answered is about whoever lives there, so a new one asks an open start gate; who
 * goes on with one that runs needs none.
 */
export function registerClosureRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const many = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2'] } as const;
  const one = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2', 'D3'], sample: 'closure-id' } as const;

  app.get(LIST, { config: many }, async (request, reply) => {
    const page = pageIn(request);
    const actor = edge.actor(request);
    const view = await edge.look(request, 'own', async (tx, { today }) => ({
      ...(await listClosures(tx, actor, page)),
      isOpen: await edge.isFeatureOpen(tx, actor.organisationId, 'signals', today),
    }));
    return edge.html(reply, <ClosuresPage frame={edge.frame(request)} {...view} page={page} />);
  });

  const showNew = (
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    typed: { values: FieldValues; errors?: FieldErrors } = { values: {} },
  ) => edge.html(reply, <IntendClosurePage frame={edge.frame(request)} formKey={edge.formKey()} {...typed} />, status);

  app.get(`${LIST}/nieuw`, { config: { ...many, gate: 'signals' } }, async (request, reply) => showNew(request, reply));
  app.post(
    `${LIST}/nieuw`,
    { config: { ...many, gate: 'signals', sealed: true, action: 'signals.intend-closure', fields: IntendForm } },
    async (request, reply) => {
      const form = parseForm(IntendForm, request.body);
      if (!form.ok) return showNew(request, reply, 400, form);
      const { instrument, adres: place, dag: intendedOn } = form.value;
      const doneAt = ({ subject }: Done) => `${closurePath(subject.id)}?vastgelegd`;
      const outcome = await edge.command(request, reply, doneAt, (tx, time) =>
        intendClosure(tx, askingOf(edge, request), { instrument, place, intendedOn }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(doneAt(outcome.value), 303);
      throw notFound();
    },
  );

  function idIn(request: FastifyRequest): string {
    const { sluiting } = request.params as { sluiting: string };
    if (!isUuid(sluiting)) throw notFound();
    return sluiting;
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    again: { deed?: ClosureDeed; values?: FieldValues; errors?: FieldErrors; conflict?: string } = {},
  ) {
    const id = idIn(request);
    // a form that comes back opens nothing: the log would say that its deed was done
    const view = (opens: boolean) => (tx: AnyTx, time: DomainTime) =>
      viewClosure(tx, askingOf(edge, request), { id, opens }, time);
    const found = await (status === 200
      ? edge.lookAtPersons(request, view(true))
      : edge.look(request, 'own', view(false)));
    if (!found.ok) throw notFound();
    const { subject: _, ...shown } = found.value;
    const page = (
      <ClosurePage
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

  app.get(ONE, { config: { ...one, action: 'signals.view-closure' } }, (request, reply) => show(request, reply));

  function deed<Fields extends ZodObject>(
    verb: string,
    action: string,
    own: ClosureDeed,
    fields: Fields,
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
      const done = `${closurePath(id)}?vastgelegd`;
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
      const { field, text } = CLOSURE_REFUSED[code];
      if (field === '_sluiting') return show(request, reply, 409, { conflict: text });
      return show(request, reply, 409, { deed: own, values: form.values, errors: { [field]: text } });
    });
  }

  deed('slachtoffer', 'signals.answer-victim-check', 'check', VictimForm, (tx, asking, id, form, time) => {
    const { slachtoffer: answer, wieKeek: checkedBy, hulpGeregeld: isHelpArranged } = form;
    return answerVictimCheck(tx, asking, { id, answer, checkedBy, isHelpArranged }, time);
  });
  deed('gereed', 'signals.make-closure-ready', 'ready', NothingForm, (tx, asking, id, _form, time) =>
    readyClosure(tx, asking, id, time),
  );
  deed('uitgevoerd', 'signals.carry-out-closure', 'carry-out', CarriedOutForm, (tx, asking, id, form, time) =>
    carryOutClosure(tx, asking, { id, on: form.uitgevoerdOp, aftermath: aftermathOf(form) }, time),
  );
  deed('gaat-niet-door', 'signals.cancel-closure', 'cancel', NothingForm, (tx, asking, id, _form, time) =>
    cancelClosure(tx, asking, id, time),
  );
}
