import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { CSV_TYPE } from '../../../platform/open-data/open-table.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { RECEIVED_YEARLY_PATH as PATH } from '../ui/registration-words.ts';
import { YearlyReceivedPage } from '../ui/yearly-received-page.tsx';
import { readReceivedYearly, receiveYearly } from '../use-cases/yearly-message.ts';
import { NothingForm } from './registration-routes.tsx';

/** The yearly delivery on the side of the National Rapporteur: receive, and take the file. */
export function registerReceivedYearlyRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const office = { access: ['analist'], purpose: 'VA-12', data: ['D1', 'D9'] } as const;
  const config = { ...office, sealed: true, action: 'registration.read-yearly' } as const;
  async function read(request: FastifyRequest) {
    const view = await edge.lookAtPersons(request, (tx, time) => readReceivedYearly(tx, edge.actor(request), time));
    if (!view.ok) throw notFound();
    return view.value;
  }

  app.get(PATH, { config }, async (request, reply) =>
    edge.html(
      reply,
      <YearlyReceivedPage frame={edge.frame(request)} formKey={edge.formKey()} {...(await read(request))} />,
    ),
  );

  app.get(`${PATH}.csv`, { config }, async (request, reply) => {
    const { levering } = request.query as Record<string, unknown>;
    const { received } = await read(request);
    const one = levering === undefined ? received[0] : received.find(({ id }) => id === levering);
    if (levering !== undefined && !one) throw notFound();
    return reply
      .type(CSV_TYPE)
      .header('Content-Disposition', `attachment; filename="jaarlevering${one ? `-${one.year}-${one.nth}` : ''}.csv"`)
      .send(one?.csv ?? '');
  });

  app.post(
    `${PATH}/ontvangen`,
    { config: { ...config, action: 'registration.receive-yearly', fields: NothingForm } },
    async (request, reply) => {
      const outcome = await edge.command(
        request,
        reply,
        () => PATH,
        (tx, time) => receiveYearly(tx, edge.actor(request), time),
      );
      return outcome.kind === 'answered' ? reply : reply.redirect(PATH, 303);
    },
  );
}
