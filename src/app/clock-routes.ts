import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { moveClock, readClock } from '../platform/clock/domain-clock.ts';
import type { DB } from '../platform/db/tables.generated.ts';

const ClockForm = z.object({ naar: z.string(), vooruit: z.string() });

/** The clock of the demo: to see and to test what time does. Forward only. */
export function registerClockRoutes(
  app: FastifyInstance,
  options: { readonly db: Kysely<DB>; readonly runDue: () => Promise<void> },
): void {
  const open = { access: 'public', purpose: 'geen', data: ['D0'], demoOnly: true } as const;

  app.get('/demo/klok', { config: open }, async () => ({ nu: (await readClock(options.db)).toISOString() }));

  app.post(
    '/demo/klok',
    { config: { ...open, csrf: false, action: 'platform.move-clock', fields: ClockForm } },
    async (request, reply) => {
      const { naar, vooruit } = (request.body ?? {}) as Record<string, unknown>;
      const moved = await moveClock(
        options.db,
        { to: typeof naar === 'string' ? naar : '', forward: typeof vooruit === 'string' ? vooruit : '' },
        options.runDue,
      );
      if (!moved.ok) return reply.code(400).send({ fout: moved.error.text });
      const wantsPage = request.headers.accept?.includes('text/html') ?? false;
      return wantsPage ? reply.redirect('/demo', 303) : reply.send({ nu: moved.value.toISOString() });
    },
  );
}
