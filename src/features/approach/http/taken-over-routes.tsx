import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { predecessorsOf } from '../../organisations/index.ts';
import { TakenOverPage } from '../ui/taken-over-page.tsx';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { readOverview } from '../use-cases/overview.ts';
import { readFocalPoint } from '../use-cases/record-focal-point.ts';
import { readTakenOverRecords, TAKEN_OVER_PATH } from '../use-cases/taken-over.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];

/** Which municipalities went up in the actor's own. */
export function takenOverBy(request: FastifyRequest, edge: Edge<PageFrame>) {
  const actingForId = edge.actor(request).organisationId;
  return edge.look(request, 'mandate', (tx, { today }) => predecessorsOf(tx, actingForId, today), { actingForId });
}

/** What a municipality had recorded that went up in the actor's own: to read, never to change. */
export function registerTakenOverRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  app.get(TAKEN_OVER_PATH, { config: { access: READERS, purpose: 'VA-11', data: ['D1'] } }, async (request, reply) => {
    const actor = edge.actor(request);
    const predecessors = await takenOverBy(request, edge);
    const asked = (request.query as Record<string, unknown>).van;
    const shown = predecessors.find(({ code }) => code === asked) ?? predecessors[0];
    const left =
      shown &&
      (await edge.look(request, 'mandate', (tx) => readTakenOverRecords(tx, shown.id), {
        tenantId: shown.id,
        actingForId: actor.organisationId,
      }));
    const { decidedOn, plan } = await edge.look(request, 'own', async (tx) => ({
      decidedOn: (await readFocalPoint(tx, actor))?.decidedOn,
      plan: (await readOverview(tx, actor)).plan,
    }));
    return edge.html(
      reply,
      <TakenOverPage
        frame={edge.frame(request)}
        own={{ name: actor.organisationName, decidedOn, hasPlan: plan !== undefined }}
        predecessors={predecessors}
        shown={shown && left && { ...shown, ...left }}
        elements={currentFramework().elements}
      />,
    );
  });
}
