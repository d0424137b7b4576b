import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { ListSource } from '../../../shared-kernel/list-source.ts';
import type { TrendSeries } from '../../../shared-kernel/trend-series.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { InTenant } from '../use-cases/release/check-desk.ts';
import { registerAnalysisRoutes } from './analysis-routes.tsx';
import { registerEstimatingRoutes } from './estimating-routes.tsx';
import { registerFigureRoutes } from './figure-routes.tsx';
import { type ReadOwnWork, registerLocalPictureRoutes } from './local-picture-routes.tsx';
import { registerProposalRoutes } from './proposal-routes.tsx';
import { registerRegisteredRoutes } from './registered-routes.tsx';
import { registerTrendRoutes } from './trend-routes.tsx';

export interface InsightOptions {
  readonly isDemo: boolean;
  readonly publicUrl?: string | undefined;
  /** For what is written down after the request was answered. */
  readonly inTenant: InTenant;
  /** What is counted for the nation. */
  readonly trends: readonly TrendSeries[];
  /** The lists that an organisation keeps itself, to estimate from. */
  readonly lists: ListSource;
  /** What the work of a municipality shows, for its internal local picture. */
  readonly ownWork: ReadOwnWork;
}

export function registerInsightRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: InsightOptions): void {
  registerFigureRoutes(app, edge, options);
  registerEstimatingRoutes(app, edge, options);
  registerAnalysisRoutes(app, edge, options);
  registerRegisteredRoutes(app, edge, options);
  registerProposalRoutes(app, edge, options);
  registerTrendRoutes(app, edge, options);
  registerLocalPictureRoutes(app, edge, options);
}
