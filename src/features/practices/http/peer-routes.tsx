import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { LOCAL_FEATURES, presentFeatures } from '../../insight/index.ts';
import { PeersPage } from '../ui/peers-page.tsx';
import { COMPARED_ELEMENTS, readPeers, shareFeatures } from '../use-cases/peers.ts';
import { PEERS_PATH } from '../use-cases/tables.ts';
import { asked } from './addresses.ts';
import { LIBRARY, OWN_WORK, PEER_READERS, USERS } from './who.ts';

const ShareForm = z.object({ delen: z.enum(['ja', 'nee'], 'Kies of u ze deelt.') });

/** Municipalities like the own one, and which of them closed its gap. */
export function registerPeerRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  async function show(request: FastifyRequest, reply: FastifyReply, status = 200, conflict?: string) {
    const actor = edge.actor(request);
    const found = await edge.look(request, 'published', (tx, { today }) =>
      readPeers(tx, actor, asked(request, 'onderdeel') || undefined, today),
    );
    const mayShare = USERS.includes(actor.role);
    const confirmed = mayShare ? await edge.look(request, 'own', (tx) => presentFeatures(tx, actor)) : undefined;
    const query = request.query as Record<string, unknown>;
    const page = (
      <PeersPage
        frame={edge.frame(request)}
        name={actor.organisationName}
        {...found}
        element={COMPARED_ELEMENTS.find(({ id }) => id === found.element)!}
        elements={COMPARED_ELEMENTS}
        confirmed={confirmed?.map((feature) => LOCAL_FEATURES[feature])}
        formKey={edge.formKey()}
        mayAsk={mayShare}
        saved={
          query.gedeeld !== undefined
            ? 'gedeeld. Anderen vinden u nu ook op kenmerken'
            : query.gestopt !== undefined
              ? 'u deelt geen kenmerken meer'
              : undefined
        }
        conflict={conflict}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(PEERS_PATH, { config: { ...LIBRARY, access: PEER_READERS } }, (request, reply) => show(request, reply));

  app.post(
    PEERS_PATH,
    { config: { ...OWN_WORK, access: USERS, action: 'practices.share-features', fields: ShareForm } },
    async (request, reply) => {
      const form = parseForm(ShareForm, request.body);
      if (!form.ok) return show(request, reply, 400, 'er is niets gewijzigd. Kies opnieuw of u kenmerken deelt');
      const share = form.value.delen === 'ja';
      const done = `${PEERS_PATH}?${share ? 'gedeeld' : 'gestopt'}`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => shareFeatures(tx, edge.actor(request), { share }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      return show(request, reply, 409, 'er is nog geen kenmerk bevestigd. Doe dat eerst bij Lokaal beeld');
    },
  );
}
