import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { registerContactRoutes } from './contact-routes.tsx';
import { registerLibraryRoutes } from './library-routes.tsx';
import { registerPeerRoutes } from './peer-routes.tsx';
import { registerQuestionRoutes } from './question-routes.tsx';
import { type DeskAnswers, registerSubmissionRoutes } from './submission-routes.tsx';

/** What municipalities learn from each other. */
export function registerPracticeRoutes(app: FastifyInstance, edge: Edge<PageFrame>, answers: DeskAnswers): void {
  registerLibraryRoutes(app, edge);
  registerSubmissionRoutes(app, edge, answers);
  registerPeerRoutes(app, edge);
  registerContactRoutes(app, edge);
  registerQuestionRoutes(app, edge);
}
