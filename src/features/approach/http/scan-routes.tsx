import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { NoScanPage, ScanPage } from '../ui/scan-page.tsx';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { readResult } from '../use-cases/result.ts';
import { openScan, SCAN_WRITERS } from '../use-cases/scan.ts';
import { takeOverEarlier } from '../use-cases/scan-earlier.ts';
import { finishAnswering, inviteRespondent } from '../use-cases/scan-respondents.ts';
import { settleScan } from '../use-cases/scan-settlement.ts';
import type { KeepUpload } from './keep-upload.ts';
import { registerScanAnswerRoutes } from './scan-answer-routes.tsx';
import { registerScanDifferenceRoutes } from './scan-differences-routes.tsx';
import { registerScanExistingRoutes } from './scan-existing-routes.tsx';
import { InviteForm, SCAN_REFUSAL_AT, SettleForm } from './scan-form.ts';
import { registerScanThemeRoutes } from './scan-theme-routes.tsx';
import { ANSWERING, LEADING, SCAN_PATH, type ScanVisits, SETTLE_REFUSED, scanVisits } from './scan-visits.tsx';

/** The scan: open it, ask colleagues, begin with what exists, answer per theme, settle differences and the whole. */
export function registerScanRoutes(app: FastifyInstance, edge: Edge<PageFrame>, keepUpload: KeepUpload): void {
  const visits = scanVisits(edge);
  registerScanHomeRoutes(app, edge, visits);
  registerScanExistingRoutes(app, edge, visits);
  registerScanThemeRoutes(app, edge, visits);
  registerScanAnswerRoutes(app, edge, visits, keepUpload);
  registerScanDifferenceRoutes(app, edge, visits);
}

/** The scan as a whole: open it, ask colleagues, be ready, settle. */
export function registerScanHomeRoutes(app: FastifyInstance, edge: Edge<PageFrame>, visits: ScanVisits): void {
  const { read, notAsked, refused, noScan } = visits;

  async function home(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { status?: number; values?: FieldValues; errors?: FieldErrors } = {},
  ) {
    const actor = edge.actor(request);
    const view = await read(request);
    const frame = edge.frame(request);
    if (!view) {
      const mayOpen = SCAN_WRITERS.includes(actor.role);
      const hasResult =
        mayOpen &&
        (await edge.look(request, 'own', async (tx, time) => (await readResult(tx, actor, time)).earlier.length > 0));
      return edge.html(
        reply,
        <NoScanPage frame={frame} formKey={edge.formKey()} mayOpen={mayOpen} hasResult={hasResult} />,
        form.status,
      );
    }
    const isAsked = view.questions.some(({ colleagueId }) => colleagueId === actor.membershipId);
    if (!view.mayAnswerAll && !isAsked) return notAsked(request, reply, view);
    const query = request.query as Record<string, unknown>;
    const done = (['gevraagd', 'klaar', 'geopend', 'overgenomen'] as const).find((each) => query[each] !== undefined);
    const page = (
      <ScanPage
        frame={frame}
        view={view}
        me={actor.membershipId}
        formKeys={{ invite: edge.formKey(), finish: edge.formKey(), settle: edge.formKey(), earlier: edge.formKey() }}
        values={form.values ?? {}}
        errors={form.errors ?? {}}
        done={
          done && ({ gevraagd: 'invited', klaar: 'finished', geopend: 'opened', overgenomen: 'taken' } as const)[done]
        }
      />
    );
    return edge.html(reply, page, form.status);
  }

  app.get(SCAN_PATH, { config: ANSWERING }, (request, reply) => home(request, reply));

  app.post(SCAN_PATH, { config: { ...LEADING, action: 'approach.open-scan' } }, async (request, reply) => {
    const done = `${SCAN_PATH}?geopend`;
    const outcome = await edge.command(
      request,
      reply,
      () => done,
      (tx, time) => openScan(tx, edge.actor(request), { framework: currentFramework() }, time),
    );
    if (outcome.kind === 'answered') return reply;
    // somebody else opened one: there it is
    return reply.redirect(outcome.kind === 'done' ? done : SCAN_PATH, 303);
  });

  app.post(
    `${SCAN_PATH}/uitnodigen`,
    { config: { ...LEADING, action: 'approach.invite-respondent', fields: InviteForm } },
    async (request, reply) => {
      const form = parseForm(InviteForm, request.body);
      if (!form.ok) return home(request, reply, { status: 400, ...form });
      const done = `${SCAN_PATH}?gevraagd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => inviteRespondent(tx, edge.actor(request), { membershipId: form.value.collega }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'scan-not-open') return noScan(request, reply);
      const text =
        outcome.error.code === 'already-asked'
          ? 'Deze collega doet al mee. Kies een andere.'
          : SCAN_REFUSAL_AT['unknown-colleague'].text;
      return home(request, reply, { status: 409, values: form.values, errors: { collega: text } });
    },
  );

  app.post(
    `${SCAN_PATH}/klaar`,
    { config: { ...ANSWERING, action: 'approach.finish-answering' } },
    async (request, reply) => {
      const done = `${SCAN_PATH}?klaar`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => finishAnswering(tx, edge.actor(request), time),
      );
      if (outcome.kind === 'answered') return reply;
      return reply.redirect(outcome.kind === 'done' ? done : SCAN_PATH, 303);
    },
  );

  app.post(
    `${SCAN_PATH}/vorige-overnemen`,
    { config: { ...ANSWERING, action: 'approach.take-over-earlier' } },
    async (request, reply) => {
      const done = `${SCAN_PATH}?overgenomen`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => takeOverEarlier(tx, edge.actor(request), time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused' && outcome.error.code === 'scan-not-open') return noScan(request, reply);
      return reply.redirect(outcome.kind === 'done' ? done : SCAN_PATH, 303);
    },
  );

  app.post(
    `${SCAN_PATH}/vaststellen`,
    { config: { ...LEADING, action: 'approach.settle-scan', fields: SettleForm } },
    async (request, reply) => {
      const form = parseForm(SettleForm, request.body);
      if (!form.ok) return refused(request, reply, 'De scan is niet vastgesteld', SETTLE_REFUSED['edit-conflict']);
      const done = '/aanpak/resultaat?vastgesteld';
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => settleScan(tx, edge.actor(request), { seenVersion: form.value.versie }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'scan-not-open') return noScan(request, reply);
      return refused(request, reply, 'De scan is niet vastgesteld', SETTLE_REFUSED[outcome.error.code]);
    },
  );
}
