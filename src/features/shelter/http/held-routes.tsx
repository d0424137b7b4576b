import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { Placement } from '../domain/placement.ts';
import { AddressPage, HeldPlacementPage, HeldPlacementsPage } from '../ui/held-pages.tsx';
import { readPublishedPlace, readShelterNames } from '../use-cases/free-places.ts';
import { nightOfNow } from '../use-cases/night-of-now.ts';
import {
  type DeedRefusal,
  readAddress,
  readHeld,
  setOut,
  takeAddressIn,
  withdrawPlacement,
} from '../use-cases/placements.ts';
import { readRequestCode } from '../use-cases/read-requests.ts';
import { HELD_PATH, heldPath } from '../use-cases/shelter-names.ts';
import { NothingForm } from './fields.ts';
import { asHolderOf, heldIn } from './held.ts';
import { MOVED_ON, pageIn, VersionForm } from './placement-routes.tsx';
import { PLACERS } from './who.ts';

/** What an organisation that places arranged: how it stands, who is on the way, and where it is once the shelter said yes. */
export function registerHeldPlacementRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: PLACERS, purpose: 'VA-04', data: ['D1'] } as const;
  const one = { ...config, sample: 'held-placement' } as const;
  const path = `${HELD_PATH}/:id`;
  const asHolder = (request: FastifyRequest) => asHolderOf(edge, request);

  const held = (request: FastifyRequest) => heldIn(edge, request);

  app.get(HELD_PATH, { config }, async (request, reply) => {
    const page = pageIn(request);
    const view = await edge.look(
      request,
      'mandate',
      (tx) => readHeld(tx, edge.actor(request), page),
      asHolder(request),
    );
    const shelters = await edge.look(request, 'published', (tx) => readShelterNames(tx, view.placements));
    return edge.html(
      reply,
      <HeldPlacementsPage frame={edge.frame(request)} page={page} {...view} shelters={shelters} />,
    );
  });

  const codeOf = async (request: FastifyRequest, { requestId }: Placement) =>
    requestId && (await edge.look(request, 'own', (tx) => readRequestCode(tx, edge.actor(request), requestId)));

  async function show(request: FastifyRequest, reply: FastifyReply, status = 200, conflict?: string) {
    const placement = await held(request);
    const [placeId] = placement.placeIds;
    const { published, shelter } = await edge.look(request, 'published', async (tx, time) => ({
      published: placeId ? await readPublishedPlace(tx, placeId, nightOfNow(time)) : undefined,
      shelter: (await readShelterNames(tx, [placement])).get(placement.tenantId),
    }));
    const requestCode = await codeOf(request, placement);
    const page = (
      <HeldPlacementPage
        frame={edge.frame(request)}
        placement={placement}
        place={published?.place}
        contact={published?.contact}
        shelter={shelter}
        requestCode={requestCode}
        formKey={edge.formKey()}
        conflict={conflict}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(path, { config: one }, (request, reply) => show(request, reply));

  function deed(
    at: string,
    action: string,
    run: (
      tx: AnyTx,
      request: FastifyRequest,
      input: { readonly id: string; readonly tenantId: string; readonly version: number },
      time: DomainTime,
    ) => Promise<Result<Done, DeedRefusal>>,
  ) {
    app.post(`${path}/${at}`, { config: { ...one, action, fields: VersionForm } }, async (request, reply) => {
      const form = parseForm(VersionForm, request.body);
      if (!form.ok) return show(request, reply, 400, MOVED_ON);
      const { id, tenantId } = await held(request);
      const done = heldPath(id);
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => run(tx, request, { id, tenantId, version: form.value.versie }, time),
        { door: 'mandate', tenantId, ...asHolder(request) },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return show(request, reply, 409, MOVED_ON);
    });
  }
  deed('onderweg', 'shelter.set-out', (tx, request, input, time) => setOut(tx, edge.actor(request), input, time));
  deed('intrekken', 'shelter.withdraw-placement', (tx, request, input, time) =>
    withdrawPlacement(tx, edge.actor(request), input, time),
  );

  const address = { ...one, data: ['D1', 'D6'], stepUp: true } as const;
  app.post(
    `${path}/adres`,
    { config: { ...address, action: 'shelter.take-address-in', fields: NothingForm } },
    async (request, reply) => {
      const placement = await held(request);
      const done = `${heldPath(placement.id)}/adres`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => takeAddressIn(tx, placement, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused' && outcome.error.code === 'not-found') throw notFound();
      return reply.redirect(done, 303);
    },
  );
  app.get(`${path}/adres`, { config: { ...address, action: 'shelter.read-address' } }, async (request, reply) => {
    const placement = await held(request);
    const read = await edge.lookAtPersons(request, (tx) =>
      readAddress(tx, { actor: edge.actor(request), policy: edge.policy }, placement),
    );
    if (!read.ok) throw notFound();
    return edge.html(
      reply,
      <AddressPage frame={edge.frame(request)} placement={placement} address={read.value.address} />,
    );
  });
}
