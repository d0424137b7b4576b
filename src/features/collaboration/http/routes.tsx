import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { CollaborationPage } from '../ui/collaboration-page.tsx';
import type { DocumentKinds } from '../use-cases/received-document.ts';
import { registerAgreementRoutes } from './agreement-routes.tsx';
import { type NextStep, type OwnRooms, registerMessageRoutes } from './message-routes.tsx';
import { MESSAGE_READERS, READERS } from './who.ts';

/** Working together with other organisations: agreements, and messages with a receipt. */
export function registerCollaborationRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: {
    /** Kinds of message of other features that say their things as a contact request does. */
    readonly readAlike: ReadonlySet<string>;
    /** Kinds that carry a document, and for which purpose it is read. */
    readonly documents: DocumentKinds;
    /** What may be begun from such a document. */
    readonly next?: NextStep;
    /** Kinds that are answered in a room of their own, and never here. */
    readonly rooms: OwnRooms;
  },
): void {
  app.get('/samenwerken', { config: { access: READERS, purpose: 'VA-14', data: ['D0'] } }, async (request, reply) => {
    const seesMessages = MESSAGE_READERS.includes(edge.actor(request).role);
    return edge.html(reply, <CollaborationPage frame={edge.frame(request)} seesMessages={seesMessages} />);
  });
  registerAgreementRoutes(app, edge);
  registerMessageRoutes(app, edge, options.readAlike, options.documents, options.next, options.rooms);
}
