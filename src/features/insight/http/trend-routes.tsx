import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { TrendSeries } from '../../../shared-kernel/trend-series.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { TREND_PATH, TrendPage } from '../ui/trend-page.tsx';
import { readTrend } from '../use-cases/lay-trends.ts';

/** How the counts of the features go through time, for analysts: by police unit and kind, as it came through the disclosure control. */
export function registerTrendRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  { trends }: { readonly trends: readonly TrendSeries[] },
): void {
  app.get(
    TREND_PATH,
    { config: { access: ['analist'], purpose: 'VA-12', data: ['D0', 'D10'] } },
    async (request, reply) => {
      const { reeks } = request.query as Record<string, unknown>;
      const series = trends.find(({ id }) => id === reeks) ?? trends[0]!;
      const quarters = await edge.look(request, 'own', (tx) => readTrend(tx, series));
      return edge.html(
        reply,
        <TrendPage frame={edge.frame(request)} series={series} others={trends} quarters={quarters} />,
      );
    },
  );
}
