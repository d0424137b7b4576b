import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type DisclosureOptions, registerDisclosureRoutes } from './disclosure-routes.tsx';
import { registerGuideRoutes } from './guide-routes.tsx';

/** «Mag ik dit delen?», and what was shared, for who supervises. */
export function registerSharingRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: DisclosureOptions): void {
  registerGuideRoutes(app, edge);
  registerDisclosureRoutes(app, edge, options);
}
