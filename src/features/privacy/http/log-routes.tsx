import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyTx, DomainTime } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { CSV_TYPE } from '../../../platform/open-data/open-table.ts';
import { dutchDay, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { ok } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { latestDays } from '../domain/log-search.ts';
import { tellable } from '../domain/logged-deed.ts';
import { DEEDS_PATH, LogDeedsPage } from '../ui/log-deeds-page.tsx';
import { type ExampleDossier, type FoundView, LogInsightPage } from '../ui/log-insight-page.tsx';
import { LogReportPage } from '../ui/log-report-page.tsx';
import { INSIGHT_PATH, type LogContext } from '../ui/log-table.tsx';
import { COUNTED_AT_MOST, type Found, lookAtDeeds, lookIntoLog } from '../use-cases/insight-into-log.ts';
import { writeDeeds } from './log-csv.ts';
import { DeedsForm, SearchForm } from './log-form.ts';

const ON_A_PAGE = 25;
const IN_A_FILE = 5_000;
const IN_A_REPORT = 500;

export interface LogOptions extends LogContext {
  /** Says in a file that nothing in it is real; undefined when it is. */
  readonly mark: string | undefined;
  /** What can be tried in a demo. */
  readonly exampleDossiers: readonly ExampleDossier[];
}

/** Insight into the logs: for the officer for data protection about one dossier or person, and with the security officer about all deeds. */
export function registerLogRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: LogOptions): void {
  const { register, mark } = options;
  const insight = { access: ['fg'], purpose: 'VA-16', data: ['D1', 'D11'] } as const;
  const deeds = { access: ['fg', 'ciso'], purpose: 'VA-15', data: ['D1', 'D11'] } as const;
  const queryOf = (request: FastifyRequest) => (request.query ?? {}) as Record<string, unknown>;
  const pageOf = (request: FastifyRequest) =>
    Math.min(Math.max(Number.parseInt(String(queryOf(request).pagina), 10) || 1, 1), 1_000);

  /** The address of another page of the same search. */
  const addressFor = (values: Readonly<Record<string, string>>) => (path: string, page?: number) => {
    const asked = Object.entries({ ...values, pagina: page && page > 1 ? String(page) : '' }).filter(
      ([, value]) => value,
    );
    return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`;
  };

  /** Looks, and leaves it in the log that somebody looked. */
  async function search(request: FastifyRequest, part: { readonly skip: number; readonly take: number }) {
    const form = parseForm(SearchForm, queryOf(request));
    if (!form.ok) return { form };
    const { zoek, van, tot } = form.value;
    const answer = await edge.lookAtPersons(request, (tx) =>
      lookIntoLog(tx, edge.actor(request), { search: zoek, period: { from: van, until: tot }, part }),
    );
    return { form, found: answer.ok ? answer.value : ('nothing' as const) };
  }

  app.get(INSIGHT_PATH, { config: { ...insight, action: 'privacy.read-log' } }, async (request, reply) => {
    const isAsked = queryOf(request).zoek !== undefined;
    // the moment of the domain clock stands on every page
    if (!isAsked) await edge.look(request, 'own', async () => undefined);
    const page = pageOf(request);
    const { form, found } = isAsked
      ? await search(request, { skip: (page - 1) * ON_A_PAGE, take: ON_A_PAGE })
      : { form: { ok: true, values: {} } as const, found: undefined };
    const shown = (
      <LogInsightPage
        frame={edge.frame(request)}
        context={options}
        values={form.values}
        errors={form.ok ? undefined : form.errors}
        found={found === undefined || found === 'nothing' ? found : viewOf(found, page)}
        addressOf={addressFor(form.values)}
        examples={options.exampleDossiers}
      />
    );
    return edge.html(reply, shown, form.ok ? 200 : 400);
  });

  app.get(
    `${INSIGHT_PATH}/logboek.csv`,
    { config: { ...insight, action: 'privacy.export-log', stepUp: true } },
    async (request, reply) => {
      const { found } = await search(request, { skip: 0, take: IN_A_FILE });
      if (!found || found === 'nothing') throw notFound();
      return sendCsv(reply, writeDeeds(found.deeds, register, mark));
    },
  );

  app.get(
    `${INSIGHT_PATH}/betrokkene`,
    { config: { ...insight, action: 'privacy.report-log' } },
    async (request, reply) => {
      const { found } = await search(request, { skip: 0, take: IN_A_REPORT });
      if (!found || found === 'nothing' || found.scope.kind !== 'person') throw notFound();
      return edge.html(
        reply,
        <LogReportPage
          frame={edge.frame(request)}
          context={options}
          organisation={edge.actor(request).organisationName}
          deeds={tellable(register, found.deeds, dutchDay)}
          isCut={found.total > IN_A_REPORT}
        />,
      );
    },
  );

  /** What is asked of the list; without days it is about the last thirty. */
  function readDeeds(request: FastifyRequest, time: DomainTime) {
    const query = queryOf(request);
    const isAsked = query.van !== undefined || query.tot !== undefined;
    const latest = latestDays(time.today);
    const days = { van: writeDutchDate(latest.from!), tot: writeDutchDate(latest.until!) };
    return parseForm(DeedsForm, isAsked ? query : { ...query, ...days });
  }

  async function list(request: FastifyRequest, part: { readonly skip: number; readonly take: number }) {
    const answer = await edge.lookAtPersons(request, async (tx: AnyTx, time) => {
      const form = readDeeds(request, time);
      const period = form.ok ? { from: form.value.van, until: form.value.tot } : latestDays(time.today);
      const filter = { period, outcome: form.ok ? form.value.uitkomst : undefined, personId: undefined };
      return ok({ ...(await lookAtDeeds(tx, edge.actor(request), filter, part)), form });
    });
    if (!answer.ok) throw notFound();
    return answer.value;
  }

  app.get(DEEDS_PATH, { config: { ...deeds, action: 'privacy.read-deeds' } }, async (request, reply) => {
    const page = pageOf(request);
    const answer = await list(request, { skip: (page - 1) * ON_A_PAGE, take: ON_A_PAGE });
    const { form, total, deeds: shown, sealed } = answer;
    return edge.html(
      reply,
      <LogDeedsPage
        frame={edge.frame(request)}
        context={options}
        values={form.values}
        errors={form.ok ? undefined : form.errors}
        deeds={shown}
        total={total >= COUNTED_AT_MOST ? `meer dan ${COUNTED_AT_MOST}` : String(total)}
        page={page}
        pages={Math.ceil(total / ON_A_PAGE)}
        sealed={sealed}
        maySearch={insight.access.some((role) => role === edge.actor(request).role)}
        addressOf={addressFor(form.values)}
      />,
      form.ok ? 200 : 400,
    );
  });

  app.get(
    `${DEEDS_PATH}/logboek.csv`,
    { config: { ...deeds, action: 'privacy.export-log', stepUp: true } },
    async (request, reply) => {
      const answer = await list(request, { skip: 0, take: IN_A_FILE });
      return sendCsv(reply, writeDeeds(answer.deeds, register, mark));
    },
  );
}

function viewOf(found: Found, page: number): FoundView {
  const { scope, deeds, total, sealed } = found;
  const id =
    scope.kind === 'dossier' ? scope.dossierIds[0]! : scope.kind === 'person' ? scope.pseudonym : scope.traceId;
  return { kind: scope.kind, id, deeds, total, page, pages: Math.ceil(total / ON_A_PAGE), sealed };
}

function sendCsv(reply: FastifyReply, text: string): FastifyReply {
  return reply.type(CSV_TYPE).header('Content-Disposition', 'attachment; filename="logboek.csv"').send(text);
}
