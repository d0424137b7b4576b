import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { isRegistrationCode } from '../../registration/index.ts';
import { isGroundMissing, isRunning } from '../domain/placement.ts';
import { TiePage } from '../ui/tie-page.tsx';
import { noteRefused } from '../use-cases/choose-place.ts';
import { staysOf } from '../use-cases/find-place.ts';
import { type FreezeTieRefusal, freezeTie, readHeldPlaces, type ToWeigh } from '../use-cases/freeze-tie.ts';
import { readRequests } from '../use-cases/read-requests.ts';
import { heldPath, requestPath, tiePath } from '../use-cases/shelter-names.ts';
import { type TieRefusal, tieRequest } from '../use-cases/tie-request.ts';
import { tick, version } from './fields.ts';
import { asHolderOf, heldIn } from './held.ts';
import { MOVED_ON, pageIn } from './placement-routes.tsx';
import { askingOf, openWithPlaces } from './places-for.ts';
import { whyHere } from './request-form.ts';
import { PLACERS } from './who.ts';

const UNKNOWN = 'Dit kenmerk kennen wij niet, of deze aanvraag is gesloten. Kies een aanvraag uit de lijst.';
const TieForm = z.object({
  versie: version,
  kenmerk: z
    .string()
    .transform((typed) => typed.trim().toUpperCase())
    .refine(isRegistrationCode, 'Vul het kenmerk van de aanvraag in, bijvoorbeeld AB23-CD45.'),
  toch: tick,
  waarom: whyHere,
});

const REFUSED_AT: Readonly<
  Record<Exclude<(TieRefusal | FreezeTieRefusal)['code'], 'not-found' | 'place-does-not-fit'>, FieldErrors>
> = {
  'moved-on': { _form: MOVED_ON },
  'consent-withdrawn': { kenmerk: 'De toestemming van deze aanvraag is ingetrokken. Trek de plaatsing in.' },
  'placed-before': { kenmerk: 'Voor deze aanvraag ligt al een andere plek vast. Kijk na welke van de twee nodig is.' },
  'reason-missing': { waarom: 'Schrijf in minstens twintig tekens waarom u deze plek hier geeft.' },
  'kept-apart': {
    kenmerk:
      'In dit huis is iemand met wie deze persoon niet samen mag wonen. Trek deze plaatsing in en zoek een ander huis.',
  },
};

interface Returned {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly toWeigh?: ToWeigh | undefined;
}

/** For which request a place was found on the telephone: the ground of a placement, written down after it blocked. */
export function registerTieRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: PLACERS, purpose: 'VA-04', data: ['D1', 'D5'], sample: 'held-placement' } as const;
  const path = tiePath(':id');

  async function show(request: FastifyRequest, reply: FastifyReply, form: Returned = {}, status = 200) {
    const placement = await heldIn(edge, request);
    if (!isGroundMissing(placement)) return reply.redirect(heldPath(placement.id), 303);
    const page = pageIn(request);
    const list = await edge.look(request, 'own', (tx) => readRequests(tx, edge.actor(request), page));
    const ids = list.rows.map(({ id }) => id);
    const stays = await edge.look(
      request,
      'mandate',
      (tx) => staysOf(tx, edge.actor(request).organisationId, ids),
      asHolderOf(edge, request),
    );
    const placedIds = new Set(stays.filter(isRunning).flatMap(({ requestId }) => requestId ?? []));
    const { kenmerk } = request.query as Record<string, unknown>;
    const view = (
      <TiePage
        frame={edge.frame(request)}
        placement={placement}
        rows={list.rows}
        placedIds={placedIds}
        page={page}
        pages={list.pages}
        formKey={edge.formKey()}
        toWeigh={form.toWeigh}
        values={{ kenmerk: String(kenmerk ?? ''), ...form.values }}
        errors={form.errors ?? {}}
      />
    );
    return edge.html(reply, view, status);
  }
  app.get(path, { config: { ...config, data: ['D1'] } }, (request, reply) => show(request, reply));

  app.post(path, { config: { ...config, action: 'shelter.tie-request', fields: TieForm } }, async (request, reply) => {
    const placement = await heldIn(edge, request);
    const { id, tenantId } = placement;
    const form = parseForm(TieForm, request.body);
    if (!form.ok) return show(request, reply, form, 400);
    const { values } = form;
    const { kenmerk: code, versie, toch, waarom: reason } = form.value;
    const view = await openWithPlaces(edge, request, code);
    if (!view || view.request.closedAt) return show(request, reply, { values, errors: { kenmerk: UNKNOWN } }, 400);
    if (view.running.length > 0) return show(request, reply, { values, errors: REFUSED_AT['placed-before'] }, 409);
    const places = await edge.look(request, 'published', (tx) => readHeldPlaces(tx, placement));
    if (places.length === 0) throw notFound();
    const asking = askingOf(edge, request);
    const formKey = String((request.body as Record<string, unknown>)._sleutel ?? '');
    const choice = { code, version: view.request.version, formKey, isSeen: toch === 'ja', reason };
    const found = { ...view.found, rivals: view.others };
    // why is frozen first, in the own house; then the tie, which runs as the shelter under its mandate
    const frozen = await edge.command(
      request,
      reply,
      () => requestPath(code),
      (tx, time) => freezeTie(tx, asking, choice, found, { placement, places }, time),
      {},
      { action: 'shelter.choose-place' },
    );
    if (frozen.kind === 'answered') return reply;
    if (frozen.kind === 'refused') {
      const { error } = frozen;
      if (error.code === 'not-found') throw notFound();
      const toWeigh = 'conditions' in error ? error : undefined;
      const errors = error.code === 'place-does-not-fit' ? {} : REFUSED_AT[error.code];
      return show(request, reply, { values, errors, toWeigh }, 409);
    }
    const input = { id, tenantId, version: versie, code, requestVersion: view.request.version, apart: view.apart };
    const outcome = await edge.command(
      request,
      reply,
      () => heldPath(id),
      (tx, time) => tieRequest(tx, asking, input, time),
      { door: 'mandate', tenantId, ...asHolderOf(edge, request) },
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(heldPath(id), 303);
    const { code: refused } = outcome.error;
    const noted = await edge.command(
      request,
      reply,
      () => requestPath(code),
      (tx, time) => noteRefused(tx, asking, { code, placementId: id, refused }, time),
      {},
      { action: 'shelter.note-refused' },
    );
    if (noted.kind === 'answered') return reply;
    if (refused === 'not-found') throw notFound();
    return show(request, reply, { values, errors: REFUSED_AT[refused] }, 409);
  });
}
