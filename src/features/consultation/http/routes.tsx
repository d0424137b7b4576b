import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { registerAgendaRoutes } from './agenda-routes.tsx';
import { registerBroughtRoutes } from './brought-routes.tsx';
import { registerMeetingRoutes } from './consultation-routes.tsx';
import { registerCovenantRoutes } from './covenant-routes.tsx';
import { registerReceivedRoutes } from './received-routes.tsx';

/** Consultation about persons, on both sides, and the covenants it rests on. */
export function registerConsultationRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly mark: string | undefined },
): void {
  registerCovenantRoutes(app, edge);
  registerReceivedRoutes(app, edge);
  registerBroughtRoutes(app, edge);
  registerMeetingRoutes(app, edge);
  registerAgendaRoutes(app, edge, options);
}
