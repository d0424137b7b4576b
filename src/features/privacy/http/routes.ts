import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type BreakGlassOptions, registerBreakGlassRoutes } from './break-glass-routes.tsx';
import { registerDeskRoutes } from './desk-routes.tsx';
import { type GateOptions, registerGateRoutes } from './gate-routes.tsx';
import { registerGlassRoutes } from './glass-routes.tsx';
import { type IncidentOptions, registerIncidentRoutes } from './incident-routes.tsx';
import { type KitOptions, registerKitRoutes } from './kit-routes.ts';
import { type LogOptions, registerLogRoutes } from './log-routes.tsx';
import { registerNoticedRoutes } from './noticed-routes.tsx';
import { type RegisterOptions, registerRegisterRoutes } from './register-routes.tsx';
import { type RetentionOptions, registerRetentionRoutes } from './retention-routes.tsx';
import { type RightsOptions, registerRightsRoutes } from './rights-routes.tsx';

export interface PrivacyOptions
  extends RegisterOptions,
    BreakGlassOptions,
    GateOptions,
    IncidentOptions,
    KitOptions,
    LogOptions,
    RightsOptions,
    RetentionOptions {}

/** Everything about privacy that has a page. */
export function registerPrivacyRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: PrivacyOptions): void {
  registerRegisterRoutes(app, edge, options);
  registerBreakGlassRoutes(app, edge, options);
  registerGlassRoutes(app, edge, options);
  registerDeskRoutes(app, edge);
  registerGateRoutes(app, edge, options);
  registerIncidentRoutes(app, edge, options);
  registerRightsRoutes(app, edge, options);
  registerKitRoutes(app, edge, options);
  registerLogRoutes(app, edge, options);
  registerNoticedRoutes(app, edge, options);
  registerRetentionRoutes(app, edge, options);
}
