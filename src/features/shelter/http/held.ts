import type { FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { Placement } from '../domain/placement.ts';
import { readHeldOne } from '../use-cases/placements.ts';

/** As which organisation somebody looks at what it arranged with shelters. */
export const asHolderOf = (edge: Edge<PageFrame>, request: FastifyRequest) => ({
  actingForId: edge.actor(request).organisationId,
});

/** The stay in the address, when this organisation arranged it; anything else is not there. */
export async function heldIn(edge: Edge<PageFrame>, request: FastifyRequest): Promise<Placement> {
  const { id } = request.params as { id: string };
  const placement = await edge.look(
    request,
    'mandate',
    (tx) => readHeldOne(tx, edge.actor(request), id),
    asHolderOf(edge, request),
  );
  if (!placement) throw notFound();
  return placement;
}
