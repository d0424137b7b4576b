import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { registerCampaignRoutes } from './campaign-routes.tsx';
import { type CertificateOptions, registerCertificateRoutes } from './certificate-routes.tsx';
import { registerRecognitionRoutes } from './recognition-routes.tsx';
import { registerTeamRoutes } from './team-routes.tsx';
import { registerTrainingImportRoutes } from './training-import-routes.tsx';
import { registerTrainingRoutes } from './training-routes.tsx';

/** Who is trained and until when, the certificate, the recognition test, and what the municipality told others. */
export function registerRegisterRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: CertificateOptions): void {
  registerTrainingRoutes(app, edge);
  registerTeamRoutes(app, edge);
  registerTrainingImportRoutes(app, edge);
  registerCertificateRoutes(app, edge, options);
  registerRecognitionRoutes(app, edge);
  registerCampaignRoutes(app, edge);
}
