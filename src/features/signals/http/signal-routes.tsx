import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { registerClosureRoutes } from './closure-routes.tsx';
import { registerEnrichmentRoutes } from './enrichment-routes.tsx';
import { registerForSourceRoutes } from './for-source-routes.tsx';
import { registerInboxRoutes } from './inbox-routes.tsx';
import { registerInspectionRoutes } from './inspection-routes.tsx';
import { registerOffenderRoutes } from './offender-routes.tsx';
import { registerOwnReportRoutes } from './own-report-routes.tsx';
import { registerPassOnRoutes } from './pass-on-routes.tsx';
import { registerPersonRoutes } from './person-routes.tsx';
import { registerReportRoutes } from './report-routes.tsx';
import { registerWeighRoutes } from './weigh-routes.tsx';

/** Passing a signal on, the work list of the focal point, and one signal. */
export function registerSignalRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  registerPassOnRoutes(app, edge);
  registerOwnReportRoutes(app, edge);
  registerForSourceRoutes(app, edge);
  registerInboxRoutes(app, edge);
  registerReportRoutes(app, edge);
  registerWeighRoutes(app, edge);
  registerPersonRoutes(app, edge);
  registerEnrichmentRoutes(app, edge);
  registerInspectionRoutes(app, edge);
  registerClosureRoutes(app, edge);
  registerOffenderRoutes(app, edge);
}
