import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyTx, DomainTime } from '../../../platform/db/transact.ts';
import type { Edge } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { AnchoringPage } from '../ui/anchoring-page.tsx';
import { DrillPage, StatementPage } from '../ui/statement-page.tsx';
import { readAnchoring } from '../use-cases/anchoring.ts';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { readEvidence } from '../use-cases/keep-evidence.ts';
import { recordDrill, recordStatement, regionsToName } from '../use-cases/statement.ts';
import type { KeepUpload } from './keep-upload.ts';
import { DrillForm, drillFacts, STATEMENT_REFUSED, StatementForm, statementFacts } from './statement-form.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
const WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
const PATH = '/aanpak/borging';
const DRILL = `${PATH}/oefening`;
const STATEMENT = `${PATH}/verklaring`;
const SAVED = `${PATH}?opgeslagen`;

type Words = Readonly<Record<string, string>>;
type Page = 'drill' | 'statement';

/** Whether the approach is anchored, and what shows that it is: drills and statements. */
export function registerAnchoringRoutes(app: FastifyInstance, edge: Edge<PageFrame>, keepUpload: KeepUpload): void {
  const own = { purpose: 'VA-11', data: ['D1'] } as const;

  app.get(PATH, { config: { ...own, access: READERS } }, async (request, reply) => {
    const actor = edge.actor(request);
    const anchoring = await edge.look(request, 'own', (tx, time) => readAnchoring(tx, actor, time));
    return edge.html(
      reply,
      <AnchoringPage
        frame={edge.frame(request)}
        anchoring={anchoring}
        saved={(request.query as Record<string, unknown>).opgeslagen !== undefined}
        mayWrite={WRITERS.includes(actor.role)}
      />,
    );
  });

  app.get(DRILL, { config: { ...own, access: WRITERS } }, async (request, reply) =>
    show('drill', request, reply, 200, {}),
  );
  app.get(STATEMENT, { config: { ...own, access: WRITERS } }, async (request, reply) => {
    const { onderdeel } = request.query as Record<string, unknown>;
    return show('statement', request, reply, 200, typeof onderdeel === 'string' ? { onderdeel } : {});
  });

  app.post(
    DRILL,
    { config: { ...own, access: WRITERS, action: 'approach.record-drill', fields: DrillForm, multipart: true } },
    async (request, reply) => {
      const { error, body } = await keepUpload(request, reply, DRILL);
      const form = parseForm(DrillForm, body);
      if (!form.ok || error) return again('drill', request, reply, form, error);
      return keep('drill', request, reply, form.values, (tx, time) =>
        recordDrill(tx, edge.actor(request), drillFacts(form.value), time),
      );
    },
  );
  app.post(
    STATEMENT,
    {
      config: { ...own, access: WRITERS, action: 'approach.record-statement', fields: StatementForm, multipart: true },
    },
    async (request, reply) => {
      const { error, body } = await keepUpload(request, reply, STATEMENT);
      const form = parseForm(StatementForm, body);
      if (!form.ok || error) return again('statement', request, reply, form, error);
      return keep('statement', request, reply, form.values, (tx, time) =>
        recordStatement(tx, edge.actor(request), statementFacts(form.value), time),
      );
    },
  );

  async function keep(
    page: Page,
    request: FastifyRequest,
    reply: FastifyReply,
    values: Words,
    run: (tx: AnyTx, time: DomainTime) => ReturnType<typeof recordStatement>,
  ) {
    const outcome = await edge.command(request, reply, () => SAVED, run);
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(SAVED, 303);
    const { field, text } = STATEMENT_REFUSED[outcome.error.code];
    return show(page, request, reply, 409, values, { [field]: text });
  }

  function again(
    page: Page,
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values: Words } & ({ readonly ok: true } | { readonly ok: false; readonly errors: Words }),
    error: string | undefined,
  ) {
    return show(page, request, reply, 400, form.values, {
      ...(form.ok ? {} : form.errors),
      ...(error && { bewijsstuk: error }),
    });
  }

  async function show(
    page: Page,
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    values: Words,
    errors?: Words,
  ) {
    const id = isUuid(values.bewijsstukId ?? '') ? values.bewijsstukId : undefined;
    const { evidence, regions } = await edge.look(request, 'own', async (tx, time) => ({
      evidence: await readEvidence(tx, edge.actor(request), id),
      regions: page === 'statement' ? await regionsToName(tx, edge.actor(request), time) : [],
    }));
    const shown = { frame: edge.frame(request), values, errors, evidence, formKey: edge.formKey() };
    return edge.html(
      reply,
      page === 'drill' ? (
        <DrillPage {...shown} />
      ) : (
        <StatementPage {...shown} framework={currentFramework()} regions={regions} />
      ),
      status,
    );
  }
}
