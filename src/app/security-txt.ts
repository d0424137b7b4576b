import type { FastifyInstance } from 'fastify';
import { realNow } from '../platform/clock/real-time.ts';

/** How long what stands there is good, in days; RFC 9116 advises less than a year. */
const GOOD_FOR_DAYS = 180;

/**
 * Where somebody who found a hole tells it (RFC 9116), when the installation names an address. Without one the address is not there:
 * a contact that nobody reads is worse than none.
 */
export function registerSecurityTxt(
  app: FastifyInstance,
  contact: string | undefined,
  publicUrl: string | undefined,
): void {
  if (!contact) return;
  app.get(
    '/.well-known/security.txt',
    { config: { access: 'public', purpose: 'geen', data: ['D0'] } },
    async (_request, reply) => {
      const expires = new Date(realNow().getTime() + GOOD_FOR_DAYS * 86_400_000);
      const lines = [
        `Contact: ${contact}`,
        `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
        'Preferred-Languages: nl, en',
        ...(publicUrl ? [`Canonical: ${new URL('/.well-known/security.txt', publicUrl).href}`] : []),
      ];
      return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
    },
  );
}
