import type { FastifyReply, FastifyRequest } from 'fastify';
import { DOCUMENT_TYPES, type DocumentPress } from '../documents/document-press.ts';
import { type Edge, HttpRefusal } from './edge.ts';

/** Prints documents with this press, as answers; see `Edge.document`. */
export function documentSender(press: Pick<DocumentPress, 'print'>): Edge<unknown>['document'] {
  return async (request: FastifyRequest, reply: FastifyReply, tree, { name, format }) => {
    const bytes = await press.print(tree, format).catch((error: unknown) => {
      // the address says which document; its name may hold a code
      request.log.error({ err: error, route: request.routeOptions.url, format }, 'document not made');
      throw new HttpRefusal(503, 'document-not-made');
    });
    return reply
      .type(DOCUMENT_TYPES[format])
      .header('Cache-Control', 'no-store')
      .header('Content-Disposition', `attachment; filename="${name}.${format}"`)
      .send(Buffer.from(bytes));
  };
}
