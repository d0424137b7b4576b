import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import type { InboxFilter } from '../domain/inbox.ts';
import { REPORT_KINDS, readSignalCode, SECTORS } from '../domain/signal-report.ts';
import { SIGNAL_STATUSES } from '../domain/signal-status.ts';
import { InboxPage } from '../ui/inbox-page.tsx';
import { WaitingPage } from '../ui/waiting-page.tsx';
import { officersToday } from '../use-cases/officers.ts';
import { codeOfWaiting, readInbox } from '../use-cases/read-inbox.ts';
import { ALARMED, WEIGHERS } from './who.ts';

const date = z
  .string()
  .trim()
  .transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read || typed === '') return read;
    context.addIssue({ code: 'custom', message: 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.' });
    return z.NEVER;
  });
const choice = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.union([z.literal(''), z.enum(values)], 'Kies uit de lijst.').transform((value) => value || undefined);

const FilterForm = z.object({
  kenmerk: z
    .string()
    .trim()
    .transform((typed, context) => {
      const code = readSignalCode(typed);
      if (code || typed === '') return code;
      context.addIssue({ code: 'custom', message: 'Een code heeft acht tekens. Schrijf hem zo: ABCD-2345.' });
      return z.NEVER;
    }),
  stand: choice(SIGNAL_STATUSES),
  soort: choice(REPORT_KINDS),
  sector: choice(SECTORS),
  vanaf: date,
  tot: date,
  vanMij: z.literal(['', 'ja']).catch(''),
});

/** The work list of the focal point, and where a message about a signal leads. */
export function registerInboxRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  app.get(
    '/meldingen',
    { config: { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2'] } },
    async (request, reply) => {
      const actor = edge.actor(request);
      const query = request.query as Record<string, unknown>;
      const form = parseForm(FilterForm, query);
      const filter: InboxFilter = form.ok
        ? {
            code: form.value.kenmerk,
            status: form.value.stand,
            kind: form.value.soort,
            sector: form.value.sector,
            from: form.value.vanaf,
            until: form.value.tot,
            takenUpBy: form.value.vanMij === 'ja' ? actor.personId : undefined,
          }
        : {};
      const page = Math.min(10_000, Math.max(1, Math.trunc(Number(query.pagina ?? 1)) || 1));
      const view = await edge.look(request, 'own', (tx, at) => readInbox(tx, actor, filter, page, at));
      const asked = Object.entries(form.values).filter(([, value]) => value !== '');
      const hrefOf = (to: number) => `/meldingen?${new URLSearchParams([...asked, ['pagina', String(to)]]).toString()}`;
      return edge.html(
        reply,
        <InboxPage
          frame={edge.frame(request)}
          {...view}
          hrefOf={hrefOf}
          values={form.values}
          errors={form.ok ? {} : form.errors}
          isFiltered={asked.length > 0}
          status={
            query.weg === undefined ? undefined : (
              <Alert kind="ok">
                <p>Vastgelegd. Een ander krijgt dit signaal.</p>
              </Alert>
            )
          }
        />,
        form.ok ? 200 : 400,
      );
    },
  );

  app.get(
    '/meldingen/wacht/:id',
    { config: { access: ALARMED, purpose: 'VA-14', data: ['D1'], sample: 'signal-report-id' } },
    (request, reply) => showWaiting(request, reply),
  );

  async function showWaiting(request: FastifyRequest, reply: FastifyReply) {
    const { id } = request.params as { id: string };
    if (!isUuid(id)) throw notFound();
    const actor = edge.actor(request);
    const { code, officers } = await edge.look(request, 'own', async (tx, { today }) => ({
      code: await codeOfWaiting(tx, actor, id),
      officers: await officersToday(tx, actor.organisationId, today),
    }));
    if (!code) throw notFound();
    if (WEIGHERS.includes(actor.role)) return reply.redirect(`/meldingen/${code}`, 303);
    return edge.html(reply, <WaitingPage frame={edge.frame(request)} officers={officers} />);
  }
}
