import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { membersOfRegion, runningMandatesByGiver } from '../../organisations/index.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import { RegionPage } from '../ui/region-page.tsx';
import { readMonitor } from '../use-cases/monitor.ts';
import { worksOnBehalfOf } from './on-behalf-routes.tsx';

/** The region of the chain director: what its municipalities published, and what of them is about no person. */
export function registerRegionRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: ['ketenregisseur'], purpose: 'VA-12', data: ['D0', 'D1'] } as const;

  app.get('/regio', { config }, async (request, reply) => {
    const actor = edge.actor(request);
    const { rows, members } = await edge.look(request, 'published', async (tx, { today }) => {
      const members = new Set(await membersOfRegion(tx, actor.organisationId, today));
      const all = (await readMonitor(tx, today)).rows;
      return {
        members,
        rows: all
          .filter(({ municipality }) => members.has(municipality.organisationId))
          .map(({ municipality, element }) => ({ municipality, ...element(FOCAL_POINT_ELEMENT) })),
      };
    });
    const mandates = await edge.look(request, 'region', (tx, { today }) => runningMandatesByGiver(tx, today), {
      tenantIds: [...members],
    });
    const mine = new Set((await worksOnBehalfOf(request, edge)).map(({ code }) => code));
    return edge.html(
      reply,
      <RegionPage
        frame={edge.frame(request)}
        region={actor.organisationName}
        rows={rows.map((row) => ({
          ...row,
          mandates: mandates.get(row.municipality.organisationId) ?? 0,
          isOnBehalf: mine.has(row.municipality.code),
        }))}
      />,
    );
  });
}
