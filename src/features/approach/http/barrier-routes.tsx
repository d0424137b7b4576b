import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import {
  BARRIER_STATES,
  BARRIERS,
  type BarrierAction,
  type BarrierFacts,
  type BarrierRefusal,
  FACILITATORS,
  MOST_BARRIER_ACTIONS,
} from '../domain/barrier.ts';
import { INSTRUMENT_KINDS } from '../domain/instrument.ts';
import { BarrierActionPage, BarriersPage } from '../ui/barriers-page.tsx';
import { keepBarrierAction, readBarriers } from '../use-cases/barriers.ts';
import { optionalText, text } from './plan-form.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
const WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
const PATH = '/aanpak/barrieres';

/** What is done at a barrier. */
export const BarrierForm = z.object({
  barriere: z.enum(BARRIERS, 'Kies een barrière.'),
  actie: text('Vul in wat uw gemeente doet.'),
  helpt: z.enum(FACILITATORS, 'Kies wie een handelaar helpt.'),
  stand: z.enum(BARRIER_STATES, 'Kies hoe het ervoor staat.'),
  wie: optionalText(200),
  planactie: z.union([z.literal(''), z.uuid()], 'Kies een actie uit de lijst.').transform((id) => id || undefined),
  instrument: z
    .union([z.literal(''), z.enum(INSTRUMENT_KINDS)], 'Kies een instrument uit de lijst.')
    .transform((kind) => kind || undefined),
  versie: z
    .string()
    .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
    .transform(Number),
});

const REFUSED: Readonly<
  Record<
    Exclude<BarrierRefusal['code'], 'not-found' | 'edit-conflict'>,
    { readonly field: string; readonly text: string }
  >
> = {
  'nobody-carries': { field: 'wie', text: 'Vul in welke functie dit doet: het loopt.' },
  'unknown-plan-action': { field: 'planactie', text: 'Kies een actie uit uw eigen plan.' },
  'too-many-barrier-actions': {
    field: 'actie',
    text: `Er staan al ${MOST_BARRIER_ACTIONS} acties. Wijzig er een die is gestopt.`,
  },
};

const factsOf = (form: z.output<typeof BarrierForm>): BarrierFacts => ({
  barrier: form.barriere,
  title: form.actie,
  facilitator: form.helpt,
  state: form.stand,
  carriedBy: form.wie,
  planActionId: form.planactie,
  instrument: form.instrument,
});

const valuesOf = (action: BarrierAction): FieldValues => ({
  barriere: action.barrier,
  actie: action.title,
  helpt: action.facilitator,
  stand: action.state,
  wie: action.carriedBy ?? '',
  planactie: action.planActionId ?? '',
  instrument: action.instrument ?? '',
  versie: String(action.version),
});

/** The barrier model with the municipality's own actions. */
export function registerBarrierRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const own = { purpose: 'VA-11', data: ['D1'] } as const;
  const one = { ...own, sample: 'barrier-action-id' } as const;
  const read = (request: FastifyRequest) => edge.look(request, 'own', (tx) => readBarriers(tx, edge.actor(request)));
  const mayWrite = (request: FastifyRequest) => WRITERS.includes(edge.actor(request).role);

  app.get(PATH, { config: { ...own, access: READERS } }, async (request, reply) => {
    const { actions, planActions } = await read(request);
    const saved = Object.hasOwn(request.query as object, 'opgeslagen');
    const shown = { actions, planActions, saved, mayWrite: mayWrite(request) };
    return edge.html(reply, <BarriersPage frame={edge.frame(request)} {...shown} />);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string | undefined,
    status = 200,
    again: { values?: FieldValues; errors?: FieldErrors } = {},
  ) {
    const { actions, planActions, instruments } = await read(request);
    const action = actions.find((each) => each.id === id);
    if (id !== undefined && !action) throw notFound();
    const isConflict = status === 409 && !again.errors;
    const { barriere } = request.query as Record<string, unknown>;
    const stored = action
      ? valuesOf(action)
      : { barriere: BARRIERS.find((each) => each === barriere) ?? '', versie: '0' };
    const values = again.values ? { ...again.values, ...(isConflict && { versie: stored.versie! }) } : stored;
    const page = (
      <BarrierActionPage
        frame={edge.frame(request)}
        action={action}
        planActions={planActions}
        instruments={instruments}
        values={values}
        errors={again.errors}
        conflict={isConflict}
        mayWrite={mayWrite(request)}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  async function keep(request: FastifyRequest, reply: FastifyReply, id: string | undefined) {
    const form = parseForm(BarrierForm, request.body);
    if (!form.ok) return show(request, reply, id, 400, form);
    const saved = `${PATH}?opgeslagen`;
    const input = { id, facts: factsOf(form.value), seenVersion: form.value.versie };
    const outcome = await edge.command(
      request,
      reply,
      () => saved,
      (tx, time) => keepBarrierAction(tx, edge.actor(request), input, time),
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(saved, 303);
    const { code } = outcome.error;
    if (code === 'not-found') throw notFound();
    if (code === 'edit-conflict') return show(request, reply, id, 409, { values: form.values });
    const errors = { [REFUSED[code].field]: REFUSED[code].text };
    return show(request, reply, id, 409, { values: form.values, errors });
  }

  function idIn(request: FastifyRequest): string {
    const { actie } = request.params as { actie: string };
    if (!isUuid(actie)) throw notFound();
    return actie;
  }

  app.get(`${PATH}/nieuw`, { config: { ...own, access: WRITERS } }, (request, reply) =>
    show(request, reply, undefined),
  );
  app.post(
    `${PATH}/nieuw`,
    { config: { ...own, access: WRITERS, action: 'approach.add-barrier-action', fields: BarrierForm } },
    (request, reply) => keep(request, reply, undefined),
  );
  app.get(`${PATH}/:actie`, { config: { ...one, access: READERS } }, (request, reply) =>
    show(request, reply, idIn(request)),
  );
  app.post(
    `${PATH}/:actie`,
    { config: { ...one, access: WRITERS, action: 'approach.change-barrier-action', fields: BarrierForm } },
    (request, reply) => keep(request, reply, idIn(request)),
  );
}
