import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { ReportingRoute } from '../domain/reporting-route.ts';
import { EditRoutePage, RouteDrillPage } from '../ui/edit-reporting-route-page.tsx';
import { ReportingRoutePage } from '../ui/reporting-route-page.tsx';
import { readRoute, recordRoute, recordRouteDrill } from '../use-cases/reporting-route.ts';
import {
  DRILL_REFUSED,
  drillInput,
  fieldsOf,
  RouteDrillForm,
  RouteForm,
  routeInput,
  routeRefusedAt,
  routeValues,
} from './reporting-route-form.ts';

/** Every colleague must be able to find whom to go to. */
const READERS: readonly Role[] = [
  'medewerker',
  'teamleider',
  'aandachtsfunctionaris',
  'beleidsmedewerker',
  'bestuurder',
];
const WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
/** Who reads the documents of the approach. */
const PRINTERS: readonly Role[] = [...WRITERS, 'teamleider', 'bestuurder'];
const PATH = '/meldroute';
const EDIT = `${PATH}/wijzigen`;
const DRILL = `${PATH}/oefening`;
const SAVED = `${PATH}?opgeslagen`;

type Words = Readonly<Record<string, string>>;

/** The internal route for reports: who takes up what, and drills that show that it works. */
export function registerReportingRouteRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const own = { purpose: 'VA-11', data: ['D1'] } as const;
  const read = (request: FastifyRequest) =>
    edge.look(request, 'own', async (tx, { today }) => ({ ...(await readRoute(tx, edge.actor(request))), today }));

  app.get(PATH, { config: { ...own, access: READERS } }, async (request, reply) => {
    const { role } = edge.actor(request);
    const shown = await read(request);
    return edge.html(
      reply,
      <ReportingRoutePage
        frame={edge.frame(request)}
        {...shown}
        saved={(request.query as Record<string, unknown>).opgeslagen !== undefined}
        mayWrite={WRITERS.includes(role)}
        mayPrint={PRINTERS.includes(role)}
      />,
    );
  });

  app.get(EDIT, { config: { ...own, access: WRITERS } }, (request, reply) => showRoute(request, reply, 200));
  app.post(
    EDIT,
    { config: { ...own, access: WRITERS, action: 'approach.keep-reporting-route', fields: RouteForm } },
    async (request, reply) => {
      const form = parseForm(RouteForm, request.body);
      if (!form.ok) return showRoute(request, reply, 400, form);
      const input = routeInput(form.value);
      const outcome = await edge.command(
        request,
        reply,
        () => SAVED,
        (tx, time) => recordRoute(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(SAVED, 303);
      if (outcome.error.code === 'edit-conflict') {
        const { route } = await read(request);
        return showRoute(request, reply, 409, { values: form.values }, route);
      }
      return showRoute(request, reply, 409, {
        values: form.values,
        errors: routeRefusedAt(outcome.error, input.lines),
      });
    },
  );

  app.get(DRILL, { config: { ...own, access: WRITERS } }, (request, reply) => showDrill(request, reply, 200));
  app.post(
    DRILL,
    { config: { ...own, access: WRITERS, action: 'approach.record-route-drill', fields: RouteDrillForm } },
    async (request, reply) => {
      const form = parseForm(RouteDrillForm, request.body);
      if (!form.ok) return showDrill(request, reply, 400, form);
      const outcome = await edge.command(
        request,
        reply,
        () => SAVED,
        (tx, time) => recordRouteDrill(tx, edge.actor(request), drillInput(form.value), time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(SAVED, 303);
      const { field, text } = DRILL_REFUSED[outcome.error.code];
      return showDrill(request, reply, 409, { values: form.values, errors: { [field]: text } });
    },
  );

  async function showRoute(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    typed: { readonly values?: Words; readonly errors?: Words } = {},
    conflict?: ReportingRoute,
  ) {
    const { route, today } = await read(request);
    const page = (
      <EditRoutePage
        frame={edge.frame(request)}
        fieldsOf={fieldsOf}
        values={
          typed.values
            ? { ...typed.values, ...(conflict && { versie: String(conflict.version) }) }
            : routeValues(route, today)
        }
        errors={typed.errors}
        conflict={conflict}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  async function showDrill(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    typed: { readonly values?: Words; readonly errors?: Words } = {},
  ) {
    // also reads the clock, which the frame of a demo shows
    await edge.look(request, 'own', async () => undefined);
    const page = (
      <RouteDrillPage
        frame={edge.frame(request)}
        values={typed.values ?? {}}
        errors={typed.errors}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }
}
