import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { WhatIfPage } from '../ui/what-if-page.tsx';
import { WHAT_IF_PATH } from '../use-cases/shelter-names.ts';
import { freeTonight, openAllAsked, whatIf } from '../use-cases/what-if.ts';
import { PLACERS } from './who.ts';

/** What more places would do over everything that is sought now: counted in a thread of its own, shown as sums. */
export function registerWhatIfRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: PLACERS, purpose: 'VA-04', data: ['D1', 'D5'], action: 'shelter.count-what-if' } as const;
  app.get(WHAT_IF_PATH, { config }, async (request, reply) => {
    const opened = await edge.lookAtPersons(request, (tx) => openAllAsked(tx, edge.actor(request)));
    const free = await edge.look(request, 'published', (tx, { today }) => freeTonight(tx, today));
    const answer = await whatIf(opened.ok ? opened.value.asked : [], free);
    return edge.html(reply, <WhatIfPage frame={edge.frame(request)} answer={answer} />);
  });
}
