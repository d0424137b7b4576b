import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createDocumentPress, DOCUMENT_TYPES } from '../../../platform/documents/document-press.ts';
import type { DocumentTree } from '../../../platform/documents/document-tree.ts';
import { HttpRefusal } from '../../../platform/http/edge.ts';

/** Prints a document of a case as an answer that nobody keeps on the way; 503 when it could not be made. */
export type CasePress = (
  request: FastifyRequest,
  reply: FastifyReply,
  tree: DocumentTree,
  file: { readonly name: string; readonly format: 'docx' | 'pdf' },
) => Promise<FastifyReply>;

/** One press for every document of care coordination, for as long as the server runs. */
export function createCasePress(app: FastifyInstance): CasePress {
  const press = createDocumentPress();
  app.addHook('onClose', async () => press.stop());
  return async (request, reply, tree, { name, format }) => {
    const bytes = await press.print(tree, format).catch((error: unknown) => {
      request.log.error({ err: error }, 'document not made');
      throw new HttpRefusal(503, 'document-not-made');
    });
    return reply
      .type(DOCUMENT_TYPES[format])
      .header('Cache-Control', 'no-store')
      .header('Content-Disposition', `attachment; filename="${name}.${format}"`)
      .send(Buffer.from(bytes));
  };
}
