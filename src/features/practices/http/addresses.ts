import type { FastifyRequest } from 'fastify';
import { notFound } from '../../../platform/http/edge.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';

/** A word of the query, or nothing; never longer than anybody types. */
export function asked(request: FastifyRequest, name: string): string {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.normalize('NFC').replaceAll('\u0000', '').slice(0, 200) : '';
}

/** Which page of a list is asked for: the first, unless it says another. */
export function pageIn(request: FastifyRequest): number {
  const page = Number(asked(request, 'pagina'));
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}

/** The id in the path; anything else is nowhere. */
export function idIn(request: FastifyRequest, name: string): string {
  const id = (request.params as Record<string, string>)[name];
  if (id === undefined || !isUuid(id)) throw notFound();
  return id;
}
