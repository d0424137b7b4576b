import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import type { Placement } from '../domain/placement.ts';
import { GuestPage, TellGuestPage } from '../ui/guest-pages.tsx';
import { nameGuestMessage, readGuest, readProfile, sendGuest, takeGuestIn, toldGuest } from '../use-cases/guest.ts';
import { HELD_PATH, heldPath, OWN_PLACEMENTS_PATH, ownPlacementPath } from '../use-cases/shelter-names.ts';
import { NothingForm, text, version } from './fields.ts';
import { asHolderOf, heldIn } from './held.ts';
import { MOVED_ON } from './placement-routes.tsx';
import { PLACERS, SHELTER_WORKERS } from './who.ts';

const GuestForm = z.object({ versie: version, roepnaam: text(80), klaar: text(1_000) });
const NOT_SENT: Readonly<Record<string, string>> = {
  'no-agreement': 'Met deze opvang is geen afspraak om door te geven wie er komt. Bel, en noem het kenmerk.',
  'receiver-has-no-key': 'Deze opvang kan nu niets verzegeld ontvangen. Bel, en noem het kenmerk.',
};

interface Returned {
  readonly status?: number;
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly conflict?: string;
}

/** Who comes, from who placed to the shelter that said yes: told once, sealed, and read with a row in the log. */
export function registerGuestRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const idIn = (request: FastifyRequest) => (request.params as { id: string }).id;
  const asHolder = (request: FastifyRequest) => asHolderOf(edge, request);
  const telling = { access: PLACERS, purpose: 'VA-04', data: ['D1', 'D5'], sample: 'held-placement' } as const;
  const path = `${HELD_PATH}/:id/wie`;

  const held = (request: FastifyRequest) => heldIn(edge, request);
  const profileFor = async (request: FastifyRequest, placement: Placement) => {
    const asking = { actor: edge.actor(request), policy: edge.policy };
    const read = await edge.lookAtPersons(request, (tx, time) => readProfile(tx, asking, placement, time));
    if (!read.ok) throw notFound();
    return read.value.profile;
  };

  async function show(request: FastifyRequest, reply: FastifyReply, form: Returned = {}) {
    const placement = await held(request);
    const profile = await profileFor(request, placement);
    const told = await edge.look(request, 'own', (tx, { today }) =>
      toldGuest(tx, edge.actor(request), placement, today),
    );
    const { status = 200, values = {}, errors, conflict } = form;
    const page = (
      <TellGuestPage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        {...{ placement, profile, told, values, errors, conflict }}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(path, { config: { ...telling, action: 'shelter.read-guest-profile' } }, (request, reply) =>
    show(request, reply),
  );

  app.post(
    path,
    { config: { ...telling, action: 'shelter.tell-guest', fields: GuestForm } },
    async (request, reply) => {
      const form = parseForm(GuestForm, request.body);
      if (!form.ok) return show(request, reply, { status: 400, values: form.values, errors: form.errors });
      const placement = await held(request);
      const { id, tenantId } = placement;
      const actor = edge.actor(request);
      const guest = {
        callName: form.value.roepnaam,
        note: form.value.klaar,
        profile: await profileFor(request, placement),
      };
      const messageId = newRandomId();
      const { values } = form;
      // first under the mandate, where it is decided whether this may be; what is told follows in the own house
      const named = await edge.command(
        request,
        reply,
        () => heldPath(id),
        (tx, time) => nameGuestMessage(tx, actor, { id, tenantId, version: form.value.versie, messageId }, time),
        { door: 'mandate', tenantId, ...asHolder(request) },
      );
      if (named.kind === 'answered') return reply;
      if (named.kind === 'refused') {
        if (named.error.code === 'not-found') throw notFound();
        return show(request, reply, { status: 409, values, conflict: MOVED_ON });
      }
      const sent = await edge.command(
        request,
        reply,
        () => heldPath(id),
        (tx, time) => sendGuest(tx, actor, { messageId, placement, guest }, time),
        {},
        { action: 'shelter.send-guest' },
      );
      if (sent.kind === 'refused')
        return show(request, reply, { status: 409, values, conflict: NOT_SENT[sent.error.code] ?? MOVED_ON });
      return reply.redirect(heldPath(id), 303);
    },
  );

  const receiving = {
    access: SHELTER_WORKERS,
    purpose: 'VA-05',
    data: ['D1', 'D4', 'D5'],
    sample: 'shelter-placement',
  } as const;
  const own = `${OWN_PLACEMENTS_PATH}/:id/wie`;
  app.post(
    own,
    { config: { ...receiving, action: 'shelter.take-guest-in', fields: NothingForm } },
    async (request, reply) => {
      const id = idIn(request);
      const done = `${ownPlacementPath(id)}/wie`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => takeGuestIn(tx, edge.actor(request), id, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused' && outcome.error.code === 'not-found') throw notFound();
      return reply.redirect(done, 303);
    },
  );
  app.get(own, { config: { ...receiving, action: 'shelter.read-guest' } }, async (request, reply) => {
    const read = await edge.lookAtPersons(request, (tx, { today }) =>
      readGuest(tx, { actor: edge.actor(request), policy: edge.policy }, idIn(request), today),
    );
    if (!read.ok) throw notFound();
    return edge.html(reply, <GuestPage frame={edge.frame(request)} formKey={edge.formKey()} {...read.value} />);
  });
}
