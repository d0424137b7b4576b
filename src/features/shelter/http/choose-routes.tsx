import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { SHOWN_OFFERS } from '../domain/match.ts';
import { OPTION_HOURS, type Placement } from '../domain/placement.ts';
import { ChoosePage, LostChoicePage } from '../ui/choose-page.tsx';
import { RequestPage } from '../ui/request-page.tsx';
import { choosePlace, noteRefused, stayOfForm } from '../use-cases/choose-place.ts';
import { closeRequest } from '../use-cases/close-request.ts';
import { competingFor } from '../use-cases/find-place.ts';
import { reserve } from '../use-cases/reserve.ts';
import { heldPath, REQUESTS_PATH, requestPath } from '../use-cases/shelter-names.ts';
import { MOVED_ON } from './placement-routes.tsx';
import { askingOf, openWithPlaces, requestCodeIn } from './places-for.ts';
import { ChooseForm, CloseForm } from './request-form.ts';
import { refusedAt } from './request-routes.tsx';
import { RESERVE_CONFLICTS } from './reserve-routes.tsx';
import { PLACERS } from './who.ts';

interface Returned {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly conflict?: string | undefined;
}

const NIGHTS_GONE = 'De gevraagde nachten kunnen niet meer. Wijzig de aanvraag, en zoek opnieuw.';

/** Why a choice cannot be made any more, when that is about the request and not about what was filled in. */
const CHOICE_LOST: Readonly<Record<string, string>> = {
  'moved-on': 'Een collega koos net een plek voor deze aanvraag, of wijzigde de aanvraag.',
  'place-does-not-fit': 'Deze plek past niet meer, of is net gegeven.',
};

/** What stands in the way of a second place, and of an end without one: nobody else gets a place that is kept for somebody. */
const stillHeld = (running: readonly Placement[]) =>
  `Voor deze aanvraag ligt een plek vast (${running.map(({ code }) => code).join(', ')}). Is die niet meer nodig? Open de plaatsing en trek die eerst in.`;

/** One request: which places fit and why, choosing one of them, and the end of it. */
export function registerChooseRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const one = { access: PLACERS, purpose: 'VA-04', data: ['D1', 'D5'], sample: 'place-request-code' } as const;
  const path = `${REQUESTS_PATH}/:kenmerk`;

  async function openOne(request: FastifyRequest) {
    const view = await openWithPlaces(edge, request, requestCodeIn(request));
    if (!view) throw notFound();
    return view;
  }

  async function show(request: FastifyRequest, reply: FastifyReply, form: Returned = {}, status = 200) {
    const view = await openOne(request);
    const { request: asked, found } = view;
    const offers = asked.closedAt ? [] : found.offers;
    const page = (
      <RequestPage
        frame={edge.frame(request)}
        request={asked}
        content={view.content}
        isGone={view.isGone}
        edition={view.rights.edition}
        offers={offers}
        competing={competingFor(asked, view.others, offers.slice(0, SHOWN_OFFERS))}
        keptOut={found.keptOut}
        stays={view.stays}
        decisions={view.decisions}
        today={view.today}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
        conflict={form.conflict}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(path, { config: { ...one, action: 'shelter.read-request' } }, (request, reply) => show(request, reply));

  app.post(
    `${path}/sluiten`,
    { config: { ...one, action: 'shelter.close-request', fields: CloseForm } },
    async (request, reply) => {
      const code = requestCodeIn(request);
      const form = parseForm(CloseForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const input = { code, version: form.value.versie, outcome: form.value.afloop };
      const { running } = await openOne(request);
      if (input.outcome !== 'placed' && running.length > 0)
        return show(request, reply, { values: form.values, errors: { afloop: stillHeld(running) } }, 409);
      const outcome = await edge.command(
        request,
        reply,
        () => requestPath(code),
        (tx, time) => closeRequest(tx, askingOf(edge, request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(requestPath(code), 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return show(request, reply, { conflict: MOVED_ON }, 409);
    },
  );

  async function showChoice(
    request: FastifyRequest,
    reply: FastifyReply,
    placeId: string,
    form: Returned = {},
    status = 200,
  ) {
    const { request: asked, content, found, others } = await openOne(request);
    if (asked.closedAt) return reply.redirect(requestPath(asked.code), 303);
    const offer = found.offers.find(({ places }) => places.some(({ id }) => id === placeId));
    const [competing = []] = offer ? competingFor(asked, others, [offer]) : [];
    const page = (
      <ChoosePage
        frame={edge.frame(request)}
        request={asked}
        needs={content.needs}
        offer={offer}
        competing={competing}
        formKey={edge.formKey()}
        values={{ hoe: 'optie', uren: String(OPTION_HOURS), ...form.values }}
        errors={form.errors ?? {}}
        conflict={form.conflict}
      />
    );
    return edge.html(reply, page, status);
  }
  /** Somebody was quicker, or it can no longer be done: answered with what is known, without looking for places anew. */
  const showLost = (request: FastifyRequest, reply: FastifyReply, code: string, conflict: string) =>
    edge.html(reply, <LostChoicePage frame={edge.frame(request)} code={code} conflict={conflict} />, 409);
  const choose = `${path}/kies`;
  app.get(choose, { config: { ...one, action: 'shelter.consider-place' } }, (request, reply) =>
    showChoice(request, reply, String((request.query as Record<string, unknown>).plek ?? '')),
  );

  app.post(
    choose,
    { config: { ...one, action: 'shelter.choose-place', fields: ChooseForm } },
    async (request, reply) => {
      const code = requestCodeIn(request);
      const form = parseForm(ChooseForm, request.body);
      const placeId = String((form.values as Record<string, unknown>).plek ?? '');
      if (!form.ok) return showChoice(request, reply, placeId, form, 400);
      const { hoe, bevestigdDoor, uren: hours, versie, plek, waarom } = form.value;
      const { values } = form;
      if (hoe === 'telefonisch' && bevestigdDoor === '')
        return showChoice(request, reply, placeId, { values, errors: { bevestigdDoor: 'Vul in wie ja zei.' } }, 400);
      const { request: asked, found, running, others, apart } = await openOne(request);
      const formKey = String((request.body as Record<string, unknown>)._sleutel ?? '');
      // the same form sent twice leads to what it led to before, also when the place is taken now: by itself
      const before = await edge.look(request, 'own', (tx) => stayOfForm(tx, edge.actor(request), asked.id, formKey));
      if (before !== undefined && running.some(({ id }) => id === before)) return reply.redirect(heldPath(before), 303);
      if (running.length > 0) return showLost(request, reply, asked.code, stillHeld(running));
      const input = { code, requestId: asked.id, version: versie, placeId: plek, reason: waarom, formKey };
      // the choice is frozen first, in the own house; then the reservation, which runs as the shelter under its mandate
      const chosen = await edge.command(
        request,
        reply,
        () => requestPath(code),
        (tx, time) => choosePlace(tx, askingOf(edge, request), input, { ...found, rivals: others }, time),
        {},
        { action: 'shelter.choose-place' },
      );
      if (chosen.kind === 'answered') return reply;
      if (chosen.kind === 'refused') {
        if (chosen.error.code === 'not-found') throw notFound();
        const lost = CHOICE_LOST[chosen.error.code];
        if (lost) return showLost(request, reply, code, lost);
        const errors = refusedAt(chosen.error.code);
        return showChoice(request, reply, placeId, { values, errors, conflict: errors._form }, 409);
      }
      const { offer, placementId } = chosen.value;
      const actor = edge.actor(request);
      const { tenantId } = offer.places[0]!;
      const reservation = {
        tenantId,
        placeIds: offer.places.map(({ id }) => id),
        ...found.nights,
        hours,
        phoneConfirmedBy: hoe === 'telefonisch' ? bevestigdDoor : undefined,
        requestId: asked.id,
        apart,
        id: placementId,
      };
      const outcome = await edge.command(
        request,
        reply,
        ({ subject }) => heldPath(subject.id),
        (tx, time) =>
          reserve(tx, actor, reservation, time, () =>
            edge.isFeatureOpen(tx, actor.organisationId, 'shelter', time.today),
          ),
        { door: 'mandate', tenantId, actingForId: actor.organisationId },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(heldPath(outcome.value.subject.id), 303);
      const { code: refused } = outcome.error;
      const noted = await edge.command(
        request,
        reply,
        () => requestPath(code),
        (tx, time) => noteRefused(tx, askingOf(edge, request), { code, placementId, refused }, time),
        {},
        { action: 'shelter.note-refused' },
      );
      if (noted.kind === 'answered') return reply;
      return showLost(request, reply, code, RESERVE_CONFLICTS[refused] ?? NIGHTS_GONE);
    },
  );
}
