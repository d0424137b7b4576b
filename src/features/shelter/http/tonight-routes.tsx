import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { CallSheet, contactLinesToday, linesOnPaper } from '../../organisations/index.ts';
import { routeFor } from '../domain/rights.ts';
import { RightsPage, TonightPage } from '../ui/tonight-pages.tsx';
import { countFreeByType } from '../use-cases/free-places.ts';
import { nightOfNow } from '../use-cases/night-of-now.ts';
import { FREE_PATH } from '../use-cases/shelter-names.ts';
import { rightsToday } from '../use-cases/shelter-rights.ts';
import { PLACERS } from './who.ts';

/** Before a place is sought: which kind belongs to somebody, and who may place where tonight. */
export function registerTonightRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const config = { access: PLACERS, purpose: 'VA-04', data: ['D1'] } as const;

  app.get(`${FREE_PATH}/welke-opvang`, { config }, async (request, reply) => {
    const { positie = '' } = request.query as Record<string, unknown>;
    const edition = await edge.look(request, 'published', (tx, { today }) => rightsToday(tx, today));
    const route = routeFor(edition, String(positie));
    return edge.html(
      reply,
      <RightsPage frame={edge.frame(request)} edition={edition} route={route} chosen={route.id} />,
    );
  });

  app.get(`${FREE_PATH}/vannacht`, { config }, async (request, reply) => {
    const view = await edge.look(request, 'published', async (tx, time) => ({
      today: time.today,
      free: await countFreeByType(tx, nightOfNow(time)),
      lines: linesOnPaper(await contactLinesToday(tx, time.today), 'possible-victim', time.today),
    }));
    return edge.html(
      reply,
      <TonightPage
        frame={edge.frame(request)}
        today={view.today}
        free={view.free}
        lines={<CallSheet lines={view.lines} />}
        mark={options.isDemo ? DEMO_MARK : undefined}
      />,
    );
  });
}
