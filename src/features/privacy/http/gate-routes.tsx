import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { addMonths } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import type { EvidenceOf } from '../domain/evidence.ts';
import type { ProcessingRegister } from '../domain/processing-activity.ts';
import { gatedFeature, tickHolds } from '../domain/start-gate.ts';
import { GatePage } from '../ui/gate-page.tsx';
import { RevokePage, TickPage } from '../ui/tick-page.tsx';
import { GATE_PATH, kindsRecordedBy, readGates, recordTicks, revokeTick } from '../use-cases/start-gate.ts';
import { RevokeForm, TICK_REFUSAL_AT, TickForm, withParts } from './tick-form.ts';

/** Who sees how the gates stand. */
export const GATE_READERS: readonly Role[] = ['fg', 'ciso', 'beheerder'];
const RECORDERS: readonly Role[] = ['fg', 'ciso'];
/** How long a tick is proposed to hold, in months. */
const PROPOSED_MONTHS = 24;

export interface GateOptions {
  readonly register: ProcessingRegister;
  /** Parts that some route is gated by: those that exist. */
  readonly builtFeatures: () => ReadonlySet<string>;
  readonly evidenceOf: EvidenceOf;
}

/** The start gate of an organisation: how it stands, recording and revoking. */
export function registerGateRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: GateOptions): void {
  const { register } = options;
  const own = { access: GATE_READERS, purpose: 'VA-15', data: ['D1'] } as const;
  const writing = { ...own, access: RECORDERS };

  const gatesOf = (request: FastifyRequest) =>
    edge.look(request, 'own', (tx, { today }) => readGates(tx, edge.actor(request).organisationId, register, today));

  app.get(GATE_PATH, { config: own }, async (request, reply) => {
    const { organisationName, role } = edge.actor(request);
    const { tomorrow, today } = await gatesOf(request);
    const { vastgelegd, ingetrokken } = request.query as Record<string, unknown>;
    const said = vastgelegd !== undefined ? 'Vastgelegd.' : ingetrokken !== undefined ? 'Ingetrokken.' : undefined;
    return edge.html(
      reply,
      <GatePage
        frame={edge.frame(request)}
        organisation={organisationName}
        tomorrow={tomorrow}
        today={today}
        built={options.builtFeatures()}
        evidenceOf={options.evidenceOf}
        dataClasses={register.dataClasses}
        mayRecord={kindsRecordedBy(role)}
        status={said === undefined ? undefined : done(said)}
      />,
    );
  });

  async function showTick(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors; readonly status?: number } = {},
  ) {
    const { tomorrow, day } = await gatesOf(request);
    const { vinkje } = request.query as Record<string, unknown>;
    const { onderdelen = '', ...values } = (form.values ?? {
      vinkje: typeof vinkje === 'string' ? vinkje : '',
      datum: day,
      geldigTot: addMonths(day, PROPOSED_MONTHS),
    }) as Record<string, string>;
    return edge.html(
      reply,
      <TickPage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        kinds={kindsRecordedBy(edge.actor(request).role)}
        features={tomorrow.map(({ feature }) => feature)}
        values={{ ...values, onderdelen: onderdelen.split(' ').filter(Boolean) }}
        errors={form.errors}
      />,
      form.status ?? 200,
    );
  }

  app.get(`${GATE_PATH}/vastleggen`, { config: writing }, (request, reply) => showTick(request, reply));

  app.post(
    `${GATE_PATH}/vastleggen`,
    { config: { ...writing, action: 'privacy.record-tick', fields: TickForm } },
    async (request, reply) => {
      const form = parseForm(TickForm, withParts(request.body));
      if (!form.ok) return showTick(request, reply, { ...form, status: 400 });
      const { vinkje, onderdelen, door, datum, bewijs, categorie, geldigTot } = form.value;
      const tick = {
        kind: vinkje,
        features: onderdelen,
        decidedBy: door,
        decidedOn: datum,
        evidence: bewijs,
        category: categorie,
        validUntil: geldigTot,
      };
      const at = `${GATE_PATH}?vastgelegd`;
      const outcome = await edge.command(
        request,
        reply,
        () => at,
        (tx, time) => recordTicks(tx, edge.actor(request), register, tick, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(at, 303);
      const { field, text } = TICK_REFUSAL_AT[outcome.error.code];
      return showTick(request, reply, { values: form.values, errors: { [field]: text }, status: 409 });
    },
  );

  async function showRevoke(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors; readonly status?: number } = {},
  ) {
    const { id } = request.params as { id: string };
    const { ticks, day } = await gatesOf(request);
    const tick = ticks.find((each) => isUuid(id) && each.id === id);
    const mayRevoke = tick && kindsRecordedBy(edge.actor(request).role).includes(tick.kind);
    const isOver = tick !== undefined && !tickHolds(tick, day);
    // who sends a form about it hears that somebody was first; there is no page to begin with
    if (!tick || !mayRevoke || (isOver && form.status === undefined)) throw notFound();
    return edge.html(
      reply,
      <RevokePage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        tick={tick}
        featureName={gatedFeature(tick.feature)?.name ?? tick.feature}
        values={form.values}
        errors={isOver ? { reden: 'Dit vinkje geldt al niet meer. Ga terug naar de startpoort.' } : form.errors}
      />,
      isOver ? 409 : (form.status ?? 200),
    );
  }

  const one = { ...writing, sample: 'gate-tick-id' } as const;
  app.get(`${GATE_PATH}/intrekken/:id`, { config: one }, (request, reply) => showRevoke(request, reply));

  app.post(
    `${GATE_PATH}/intrekken/:id`,
    { config: { ...one, action: 'privacy.revoke-tick', fields: RevokeForm } },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      if (!isUuid(id)) throw notFound();
      const form = parseForm(RevokeForm, request.body);
      if (!form.ok) return showRevoke(request, reply, { ...form, status: 400 });
      const at = `${GATE_PATH}?ingetrokken`;
      const outcome = await edge.command(
        request,
        reply,
        () => at,
        (tx, time) => revokeTick(tx, edge.actor(request), { id, reason: form.value.reden }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused') return showRevoke(request, reply, { values: form.values, status: 409 });
      return reply.redirect(at, 303);
    },
  );
}

function done(text: string): VNode {
  return (
    <Alert kind="ok">
      <p>{text}</p>
    </Alert>
  );
}
