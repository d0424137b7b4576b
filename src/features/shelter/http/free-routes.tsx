import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { FreePlacesPage } from '../ui/free-places-page.tsx';
import { GENDER_WORDS, idOfWord, TYPE_WORDS } from '../ui/shelter-words.ts';
import { readFreePlaces } from '../use-cases/free-places.ts';
import { nightOfNow } from '../use-cases/night-of-now.ts';
import { FREE_PATH } from '../use-cases/shelter-names.ts';
import { PLACERS } from './who.ts';

/** What is free in every shelter, for who places people. */
export function registerFreePlaceRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: PLACERS, purpose: 'VA-04', data: ['D1'] } as const;
  app.get(FREE_PATH, { config }, async (request, reply) => {
    const { soort = '', geslacht = '', pagina = '1' } = request.query as Record<string, unknown>;
    const asked = {
      type: idOfWord(TYPE_WORDS, String(soort)),
      gender: idOfWord(GENDER_WORDS, String(geslacht)),
      page: /^[1-9]\d{0,3}$/.test(String(pagina)) ? Number(pagina) : 1,
    };
    const view = await edge.look(request, 'published', async (tx, time) => ({
      ...(await readFreePlaces(tx, nightOfNow(time), asked)),
      today: time.today,
    }));
    const values = { soort: String(soort), geslacht: String(geslacht) };
    return edge.html(reply, <FreePlacesPage frame={edge.frame(request)} {...view} page={asked.page} values={values} />);
  });
}
