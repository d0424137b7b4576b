import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { registerDeskRoutes } from './desk-routes.tsx';
import { registerNeedRoutes } from './need-routes.tsx';
import { registerBeginDeskRoutes } from './onboarding-desk-routes.tsx';
import { registerBeginRoutes } from './onboarding-routes.tsx';
import { registerSessionRoutes } from './session-routes.tsx';

/** What municipalities need, the desk of VNG and CoMensha that helps, and what it changed. */
export function registerSupportRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  registerNeedRoutes(app, edge);
  registerDeskRoutes(app, edge);
  registerSessionRoutes(app, edge);
  registerBeginRoutes(app, edge);
  registerBeginDeskRoutes(app, edge);
}
