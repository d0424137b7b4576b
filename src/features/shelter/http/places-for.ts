import type { FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { isRegistrationCode } from '../../registration/index.ts';
import { isRunning } from '../domain/placement.ts';
import { findPlaces, readStaysAround, type StaysAround } from '../use-cases/find-place.ts';
import { nightOfNow } from '../use-cases/night-of-now.ts';
import type { Asking } from '../use-cases/reach-request.ts';
import { apartByStays, openRequest, type RequestView } from '../use-cases/read-requests.ts';
import { asHolderOf } from './held.ts';

export const askingOf = (edge: Edge<PageFrame>, request: FastifyRequest): Asking => ({
  actor: edge.actor(request),
  policy: edge.policy,
});

/** The code in an address; anything else is not there. */
export function requestCodeIn(request: FastifyRequest): string {
  const { kenmerk } = request.params as { kenmerk: string };
  if (!isRegistrationCode(kenmerk)) throw notFound();
  return kenmerk;
}

/** A request with what is free for it now; undefined when it is not there. */
export async function openWithPlaces(edge: Edge<PageFrame>, request: FastifyRequest, code: string) {
  const opened = await edge.lookAtPersons(request, (tx, time) => openRequest(tx, askingOf(edge, request), code, time));
  if (!opened.ok) return undefined;
  const around = await placesFor(edge, request, opened.value);
  // who has a place already, or waits for a yes, is no rival for this one
  const others = opened.value.others.filter((other) => !around.placed.has(other.request.id));
  return { ...opened.value, ...around, others, running: around.stays.filter(isRunning) };
}

/** What came of a request so far, and what is free for it now: as who holds its stays, and as everybody who places. */
export async function placesFor(
  edge: Edge<PageFrame>,
  request: FastifyRequest,
  of: Pick<RequestView, 'request' | 'content' | 'apart'> & Partial<Pick<RequestView, 'others'>>,
) {
  const actor = edge.actor(request);
  const { apartFrom } = of.content.needs;
  const others = (of.others ?? []).map((each) => each.request.id);
  const around = await edge.look(
    request,
    'mandate',
    (tx) => readStaysAround(tx, actor.organisationId, of.request.id, apartFrom, of.apart, others),
    asHolderOf(edge, request),
  );
  const beyond = await placesByStays(edge, request, of, around);
  const found = await edge.look(request, 'published', (tx, time) =>
    findPlaces(tx, of.request, of.content, [...around.apartPlaceIds, ...beyond.apartPlaceIds], nightOfNow(time)),
  );
  const requestIds = [...of.apart.map(({ id }) => id), ...beyond.requestIds];
  return { ...around, found, apart: { codes: apartFrom, requestIds } };
}

/** Where those are who are kept apart by the code of a stay, of hers or of theirs. */
async function placesByStays(
  edge: Edge<PageFrame>,
  request: FastifyRequest,
  of: Pick<RequestView, 'request' | 'apart'>,
  around: StaysAround,
): Promise<{ readonly apartPlaceIds: readonly string[]; readonly requestIds: readonly string[] }> {
  const nobody = { apartPlaceIds: [], requestIds: [] };
  const by = { ownStays: around.stays.map(({ code }) => code), namedRequests: around.namedRequests };
  if (by.ownStays.length === 0 && by.namedRequests.length === 0) return nobody;
  const actor = edge.actor(request);
  const apart = await edge.look(request, 'own', (tx) => apartByStays(tx, actor, by));
  const known = new Set([of.request.id, ...of.apart.map(({ id }) => id)]);
  const more = apart.filter(({ id }) => !known.has(id));
  if (more.length === 0) return nobody;
  const there = await edge.look(
    request,
    'mandate',
    (tx) => readStaysAround(tx, actor.organisationId, of.request.id, [], more),
    asHolderOf(edge, request),
  );
  return { apartPlaceIds: there.apartPlaceIds, requestIds: more.map(({ id }) => id) };
}
