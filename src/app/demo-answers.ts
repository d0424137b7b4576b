import type { FastifyInstance } from 'fastify';
import { DEMO_MARK } from '../shared-kernel/demo-mark.ts';

const OWN_JSON = /^application\/(problem\+)?json\b/;

/**
 * Puts the mark of an example environment on every answer: a header on all of them, and a member `merk` in each JSON
 * object of our own. A list, and a document of another standard (sent as text), carry it in the header or in a place of their own.
 */
export function markDemoAnswers(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('In-Beeld-Merk', DEMO_MARK);
  });
  app.addHook('preSerialization', async (_request, reply, payload) => {
    const type = reply.getHeader('content-type');
    const isOwn = type === undefined || OWN_JSON.test(String(type));
    return isOwn && isPlainObject(payload) && !('merk' in payload) ? { merk: DEMO_MARK, ...payload } : payload;
  });
}

function isPlainObject(payload: unknown): payload is object {
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload);
}
