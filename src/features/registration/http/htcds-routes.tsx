import type { FastifyInstance } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { HTCDS_SCHEMA, toHtcds } from '../domain/htcds.ts';
import { HtcdsPage } from '../ui/htcds-page.tsx';
import { HTCDS_PATH, HTCDS_SCHEMA_PATH } from '../ui/registration-words.ts';
import { readRecord } from '../use-cases/read-record.ts';
import { askingOf, codeIn } from './registration-routes.tsx';
import { REGISTRARS } from './who.ts';

/** A person of the register in the words of HTCDS, its schema, and what does not fit. */
export function registerHtcdsRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const about = { access: REGISTRARS, purpose: 'VA-07', data: ['D0'] } as const;
  app.get(HTCDS_PATH, { config: about }, (request, reply) =>
    edge.html(reply, <HtcdsPage frame={edge.frame(request)} />),
  );
  app.get(HTCDS_SCHEMA_PATH, { config: about }, (_request, reply) =>
    reply.type('application/schema+json; charset=utf-8').send(JSON.stringify(HTCDS_SCHEMA)),
  );
  app.get(
    '/registraties/register/:kenmerk/htcds.json',
    {
      config: {
        ...{ access: REGISTRARS, purpose: 'VA-07', data: ['D1', 'D9'] },
        ...{ sealed: true, sample: 'register-record-code', action: 'registration.export-record' },
      },
    },
    async (request, reply) => {
      const view = await edge.lookAtPersons(request, (tx, time) =>
        readRecord(tx, askingOf(edge, request), codeIn(request), time),
      );
      if (!view.ok) throw notFound();
      const body = { ...toHtcds(view.value.deliveries), ...(options.isDemo && { merk: DEMO_MARK }) };
      return reply
        .type('application/json; charset=utf-8')
        .header('Content-Disposition', 'attachment; filename="htcds.json"')
        .send(JSON.stringify(body));
    },
  );
}
