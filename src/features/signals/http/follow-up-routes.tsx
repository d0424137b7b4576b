import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { registerSignalApiRoutes } from './api-routes.ts';
import { registerConsultRoutes } from './consult-routes.tsx';
import { registerFeedbackRoutes } from './feedback-routes.tsx';
import { registerFiguresRoutes } from './figures-routes.tsx';
import { registerHandoverRoutes } from './handover-routes.tsx';

/** What follows on weighing: asking for advice, handing over, telling whoever passed it on, and the figures. */
export function registerFollowUpRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  registerSignalApiRoutes(app, edge, options);
  registerConsultRoutes(app, edge);
  registerHandoverRoutes(app, edge, options);
  registerFeedbackRoutes(app, edge);
  registerFiguresRoutes(app, edge);
}
