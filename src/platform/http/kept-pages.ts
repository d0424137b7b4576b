import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const zip = promisify(gzip);
/** More than there are pages for everybody; what is asked in many ways pushes the oldest out. */
const MOST = 300;

/**
 * Pages for everybody, rendered and compressed once and kept in the memory of this process. Only for who is not signed in, and only
 * under a key that names everything the page depends on: its address, and the day or the minute where that shows. Nothing of a visitor
 * may be in it. The browser keeps nothing: what it is told of keeping stays as it was.
 */
export function createKeptPages(): {
  send(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    html: () => string | Promise<string>,
  ): Promise<FastifyReply>;
} {
  const kept = new Map<string, Kept>();

  function keptOf(key: string, html: () => string | Promise<string>): Kept {
    const known = kept.get(key);
    if (known) return known;
    const oldest = kept.size >= MOST ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    const made: Kept = { plain: Promise.resolve(html()), zipped: undefined };
    kept.set(key, made);
    made.plain.catch(() => kept.delete(key)); // what could not be made is tried again
    return made;
  }

  return {
    async send(request, reply, key, html) {
      reply.type('text/html; charset=utf-8');
      if (request.visitor.session) return reply.send(await html());
      const page = keptOf(key, html);
      const plain = await page.plain;
      reply.header('Vary', 'Accept-Encoding');
      if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(plain);
      page.zipped ??= zip(plain); // by the first who takes it so
      return reply.header('Content-Encoding', 'gzip').send(await page.zipped);
    },
  };
}

interface Kept {
  readonly plain: Promise<string>;
  zipped: Promise<Buffer> | undefined;
}
