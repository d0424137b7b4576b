import { canonicalText } from '@in-beeld/statistics';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { ListSource } from '../../../shared-kernel/list-source.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { runState } from '../domain/estimate-run.ts';
import { estimatedRanges } from '../domain/in-view.ts';
import { OWN_COMPUTATION } from '../texts.ts';
import { AnalysisPage, ANALYSIS_PATH as PATH, RunPage } from '../ui/run-pages.tsx';
import { publishedCaptureTable } from '../use-cases/capture-table-content.ts';
import {
  cancelRun,
  type InTenant,
  openRunDesk,
  type Requested,
  readRun,
  recentRuns,
  repeatRun,
  requestRun,
} from '../use-cases/estimate-runs.ts';
import { inViewFigures } from '../use-cases/in-view-figures.ts';
import { readOwnLists } from '../use-cases/own-lists.ts';
import { EstimateForm, FIRST_VALUES, readTyped, textOfFile } from './estimate-form.ts';

const CONFIG = { access: ['analist'], purpose: 'VA-12', data: ['D1', 'D9', 'D10'] } as const;
const AGAIN_SECONDS = 2;
const IN_PROGRESS = 'Er loopt nog een berekening van u. Wacht tot die klaar is; dat duurt hoogstens een paar minuten.';

/** Computing by an analyst: ask, wait, read, repeat, take away. Stays within the organisation (ADR 12). */
export function registerAnalysisRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean; readonly inTenant: InTenant; readonly lists: ListSource },
): void {
  const desk = openRunDesk(options.inTenant, (problem) => app.log.error({ err: problem }, 'schatting'));
  app.addHook('preClose', () => desk.close());

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    values: FieldValues,
    errors?: FieldErrors,
    year?: number,
  ) {
    const { runs, years, time } = await edge.look(request, 'own', async (tx, time) => ({
      runs: await recentRuns(tx, edge.actor(request)),
      years: await readOwnLists(tx, edge.actor(request), options.lists),
      time,
    }));
    const asked = years.find((each) => each.year === year);
    const page = (
      <AnalysisPage
        frame={edge.frame(request)}
        runs={runs}
        lists={{ source: options.lists.source, years, asked, today: time.today }}
        now={time.now}
        values={asked?.table ? { ...values, tabel: canonicalText(asked.table) } : values}
        errors={errors}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  async function showRun(request: FastifyRequest, reply: FastifyReply, status: number, id: string, error?: string) {
    const actor = edge.actor(request);
    const { run, before, figures, now } = await edge.look(request, 'own', async (tx, time) => {
      const run = await readRun(tx, actor, id);
      const before = run?.repeatsId ? await readRun(tx, actor, run.repeatsId) : undefined;
      return { run, before, figures: await inViewFigures(tx, time.today), now: time.now };
    });
    if (!run) throw notFound();
    if (runState(run, now) === 'busy') reply.header('Refresh', String(AGAIN_SECONDS));
    const on = dutchDay(run.requestedAt);
    const page = (
      <RunPage
        frame={edge.frame(request)}
        run={run}
        now={now}
        share={desk.shareOf(run.id)}
        before={before?.study}
        mayCancel={run.personId === actor.personId}
        shown={{
          names: {},
          scope: 'voor deze tabel',
          from: 'eigen tabel, geen officieel cijfer',
          tableSource: { source: 'tabel van de analist', date: on, uncertainty: 'geen, dit is een telling' },
          resultSource: {
            source: 'In Beeld, eigen berekening, geen officiële schatting',
            date: on,
            uncertainty: 'de lijn door elke balk',
            id: run.id,
            jsonHref: `${PATH}/${run.id}.json`,
          },
          official: figures ? estimatedRanges(figures.body) : [],
        }}
        formKey={edge.formKey()}
        error={error}
      />
    );
    return edge.html(reply, page, status);
  }

  const pageOf = ({ run }: Requested) => `${PATH}/${run.id}`;

  app.get(PATH, { config: CONFIG }, async (request, reply) => {
    const { tabel, lijsten } = request.query as Record<string, unknown>;
    if (tabel !== 'nederland') return showForm(request, reply, 200, FIRST_VALUES, undefined, Number(lijsten));
    const published = await edge.look(request, 'own', (tx, { today }) => publishedCaptureTable(tx, today));
    return showForm(request, reply, 200, { ...FIRST_VALUES, tabel: published ? canonicalText(published.table) : '' });
  });

  app.post(
    PATH,
    { config: { ...CONFIG, action: 'insight.request-run', fields: EstimateForm, multipart: true } },
    async (request, reply) => {
      const { bestand } = request.uploads;
      const body = { ...(request.body as object), ...(bestand && { tabel: textOfFile(bestand.bytes) }) };
      const form = parseForm(EstimateForm, body);
      const typed = readTyped(form.values.tabel ?? '', namesIn(form.values.kenmerken ?? ''));
      const place = bestand ? 'bestand' : 'tabel';
      if (!form.ok || 'error' in typed) {
        const { tabel, ...others } = form.ok ? {} : form.errors;
        const shownAsIs = (body as Record<string, unknown>)._tonen === '1';
        const problem = tabel ?? ('error' in typed && !shownAsIs ? typed.error : undefined);
        return showForm(request, reply, 400, form.values, { ...(problem && { [place]: problem }), ...others });
      }
      const { herhalingen, begingetal, drempel, dekking, latent, kenmerken } = form.value;
      const covariates = namesIn(kenmerken);
      const asked = {
        read: typed.read,
        options: {
          bootstrap: herhalingen,
          seed: begingetal,
          threshold: drempel,
          level: dekking,
          ...(latent && { latent: true }),
          ...(covariates.length > 0 && { covariates }),
        },
      };
      const actor = edge.actor(request);
      const outcome = await edge.command(request, reply, pageOf, (tx, time) => requestRun(tx, actor, asked, time));
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused') return showForm(request, reply, 409, form.values, { [place]: IN_PROGRESS });
      desk.start(actor.organisationId, outcome.value.run);
      return reply.redirect(pageOf(outcome.value), 303);
    },
  );

  app.get(`${PATH}/:id`, { config: { ...CONFIG, sample: 'estimate-run-id' } }, (request, reply) =>
    showRun(request, reply, 200, (request.params as { id: string }).id),
  );

  app.post(
    `${PATH}/:id/herhalen`,
    { config: { ...CONFIG, action: 'insight.repeat-run', sample: 'estimate-run-id' } },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      const actor = edge.actor(request);
      const outcome = await edge.command(request, reply, pageOf, (tx, time) => repeatRun(tx, actor, id, time));
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') {
        desk.start(actor.organisationId, outcome.value.run);
        return reply.redirect(pageOf(outcome.value), 303);
      }
      if (outcome.error.code === 'not-found') throw notFound();
      return showRun(request, reply, 409, id, IN_PROGRESS);
    },
  );

  app.post(
    `${PATH}/:id/stoppen`,
    { config: { ...CONFIG, action: 'insight.cancel-run', sample: 'estimate-run-id' } },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      const done = `${PATH}/${id}`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => cancelRun(tx, edge.actor(request), id, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused') throw notFound();
      desk.stop(id);
      return reply.redirect(done, 303);
    },
  );

  app.get(`${PATH}/:id.json`, { config: { ...CONFIG, sample: 'estimate-run-id' } }, async (request, reply) => {
    const { id } = request.params as { id: string };
    const { run, now } = await edge.look(request, 'own', async (tx, time) => ({
      run: await readRun(tx, edge.actor(request), id),
      now: time.now,
    }));
    if (!run) throw notFound();
    const { seed, bootstrap, threshold, level } = run.options;
    return reply.send({
      ...(options.isDemo && { merk: DEMO_MARK }),
      letOp: OWN_COMPUTATION,
      id: run.id,
      stand: runState(run, now),
      gevraagdTijdstip: run.requestedAt.toISOString(),
      versie: run.version,
      tabelHash: run.tableHash,
      tabel: run.captureTable,
      opties: run.options,
      narekenen: `npm run --silent cli -- estimate tabel.csv --all-methods ${run.options.covariates ? `--covariates ${run.options.covariates.join(',')} ` : ''}--bootstrap ${bootstrap} --seed ${seed} --threshold ${threshold} --level ${level} --json`,
      uitkomst: run.study,
    });
  });
}

/** The names of columns that are properties, as somebody types them. */
const namesIn = (typed: string): readonly string[] =>
  typed
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
