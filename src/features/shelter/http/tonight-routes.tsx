import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { CallSheet, contactLinesToday, linesOnPaper, whoToCall } from '../../organisations/index.ts';
import { routeFor } from '../domain/rights.ts';
import { RightsPage, TonightPage } from '../ui/tonight-pages.tsx';
import { countFreeByType } from '../use-cases/free-places.ts';
import { nightOfNow } from '../use-cases/night-of-now.ts';
import { FREE_PATH, TONIGHT_PATH } from '../use-cases/shelter-names.ts';
import { rightsToday } from '../use-cases/shelter-rights.ts';
import { NIGHT_READERS, PLACERS } from './who.ts';

/** What the sheet is about, and which line of it is CoMensha (content/contact-lines). */
const SITUATION = 'possible-victim';
const COMENSHA_LINE = 'comensha';

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

  async function show(request: FastifyRequest, reply: FastifyReply, isPlacing: boolean) {
    const view = await edge.look(request, 'published', async (tx, time) => ({
      now: time.now,
      free: isPlacing ? await countFreeByType(tx, nightOfNow(time)) : undefined,
      lines: await contactLinesToday(tx, time.today),
      today: time.today,
    }));
    const { now, later } = whoToCall(view.lines, SITUATION, view.now);
    return edge.html(
      reply,
      <TonightPage
        isPolice={edge.actor(request).role === 'politie'}
        frame={edge.frame(request)}
        now={view.now}
        free={view.free}
        coMensha={[...now, ...later].find(({ line }) => line.id === COMENSHA_LINE)}
        lines={<CallSheet lines={linesOnPaper(view.lines, SITUATION, view.today)} />}
        mark={options.isDemo ? DEMO_MARK : undefined}
      />,
    );
  }
  app.get(`${FREE_PATH}/vannacht`, { config }, (request, reply) => show(request, reply, true));
  const rulesOnly = { access: NIGHT_READERS, purpose: 'VA-20', data: ['D0'] } as const;
  app.get(TONIGHT_PATH, { config: rulesOnly }, (request, reply) => show(request, reply, false));
}
