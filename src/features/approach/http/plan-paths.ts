import type { FastifyRequest } from 'fastify';
import type { Role } from '../../../shared-kernel/role.ts';

export const PLAN_READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
export const PLAN_WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
/** Who carries an action may say how it goes. */
export const PLAN_MOVERS: readonly Role[] = [...PLAN_WRITERS, 'teamleider'];

export const PLAN_PATH = '/aanpak/plan';

/** What every route of the plan declares. */
export const OWN_PLAN = { purpose: 'VA-11', data: ['D1'] } as const;

/** A word of the query, or nothing. */
export function asked(request: FastifyRequest, name: string): string {
  const value = (request.query as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}
