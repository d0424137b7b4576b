import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { capabilityFor } from '../domain/mandate.ts';
import { MandatesPage } from '../ui/mandates-page.tsx';
import { giveMandate, mandatesHeldBy, mandatesOf, withdrawMandate } from '../use-cases/mandates.ts';
import { MANDATE_REFUSAL_AT, MandateForm, WithdrawForm } from './mandate-form.ts';

const PATH = '/beheer/mandaten';

/** Giving and withdrawing mandates: for the administrator of an organisation. */
export function registerMandateRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: ['beheerder'], purpose: 'VA-14', data: ['D1'] } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    form: { values?: FieldValues; errors?: FieldErrors; done?: 'given' | 'withdrawn' | undefined },
  ) {
    const actor = edge.actor(request);
    const { given, candidates, today } = await edge.look(request, 'own', async (tx, time) => ({
      ...(await mandatesOf(tx, actor, time.today)),
      today: time.today,
    }));
    const held = await edge.look(request, 'mandate', (tx) => mandatesHeldBy(tx, actor.organisationId), {
      actingForId: actor.organisationId,
    });
    return edge.html(
      reply,
      <MandatesPage
        frame={edge.frame(request)}
        given={given}
        held={held}
        candidates={candidates}
        today={today}
        values={form.values ?? { bevoegdheid: capabilityFor(candidates[0]?.kind ?? ''), vanaf: writeDutchDate(today) }}
        errors={form.errors ?? {}}
        formKey={edge.formKey()}
        done={form.done}
      />,
      status,
    );
  }

  app.get(PATH, { config }, async (request, reply) => {
    const query = request.query as Record<string, unknown>;
    const done = query.gegeven !== undefined ? 'given' : query.ingetrokken !== undefined ? 'withdrawn' : undefined;
    return show(request, reply, 200, { done });
  });

  app.post(
    PATH,
    { config: { ...config, action: 'organisations.give-mandate', fields: MandateForm } },
    async (request, reply) => {
      const form = parseForm(MandateForm, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      const { houder, bevoegdheid, grondslag, vanaf, geldigTot } = form.value;
      const input = {
        holderCode: houder,
        capability: bevoegdheid,
        basis: grondslag,
        validFrom: vanaf,
        validUntil: geldigTot,
      };
      const done = `${PATH}?gegeven`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => giveMandate(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { field, text } = MANDATE_REFUSAL_AT[outcome.error.code];
      return show(request, reply, 409, { values: form.values, errors: { [field]: text } });
    },
  );

  app.post(
    `${PATH}/intrekken`,
    { config: { ...config, action: 'organisations.withdraw-mandate', fields: WithdrawForm } },
    async (request, reply) => {
      const form = parseForm(WithdrawForm, request.body);
      if (!form.ok) throw notFound();
      const done = `${PATH}?ingetrokken`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => withdrawMandate(tx, edge.actor(request), { id: form.value.mandaat }, time),
      );
      if (outcome.kind === 'refused') throw notFound();
      return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
    },
  );
}
