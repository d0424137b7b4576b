import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { InTenant } from '../use-cases/estimate-runs.ts';
import { registerAnalysisRoutes } from './analysis-routes.tsx';
import { registerEstimatingRoutes } from './estimating-routes.tsx';
import { registerFigureRoutes } from './figure-routes.tsx';
import { registerLocalPictureRoutes } from './local-picture-routes.tsx';

export interface InsightOptions {
  readonly isDemo: boolean;
  readonly publicUrl?: string | undefined;
  /** For what is written down after the request was answered. */
  readonly inTenant: InTenant;
}

export function registerInsightRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: InsightOptions): void {
  registerFigureRoutes(app, edge, options);
  registerEstimatingRoutes(app, edge, options);
  registerAnalysisRoutes(app, edge, options);
  registerLocalPictureRoutes(app, edge);
}
