import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { Framework, FrameworkElement } from '../domain/framework.ts';
import { isKnownDone } from '../ui/known-publicly-page.tsx';
import { ScanExistingPage } from '../ui/scan-existing-page.tsx';
import { ANSWERERS, readKnownPublicly } from '../use-cases/public-fact-answers.ts';
import { type NotedExisting, noteExisting, takeOverOffers } from '../use-cases/scan-existing.ts';
import { knownView } from './public-fact-answer-routes.tsx';
import { ExistingForm, existingOf, SCAN_REFUSAL_AT, TakeOverForm } from './scan-form.ts';
import { ANSWERING, SCAN_PATH, type ScanVisits } from './scan-visits.tsx';

/** What exists already is named first, so that nobody answers it again. */
export function registerScanExistingRoutes(app: FastifyInstance, edge: Edge<PageFrame>, visits: ScanVisits): void {
  const { read, saved, start, notAsked, noScan } = visits;

  const EXISTING = `${SCAN_PATH}/wat-is-er-al`;
  const doneAt = ({ leftAlone }: NotedExisting) =>
    `${EXISTING}?bewaard${leftAlone.length > 0 ? `&gelaten=${leftAlone.join()}` : ''}`;
  /** The elements that were left as somebody answered them herself. */
  function leftAlone(request: FastifyRequest, framework: Framework): readonly FrameworkElement[] {
    const { gelaten } = request.query as Record<string, unknown>;
    const ids = typeof gelaten === 'string' ? gelaten.split(',') : [];
    return framework.elements.filter(({ id }) => ids.includes(id));
  }

  async function existing(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { status?: number; values?: Readonly<Record<string, string>>; errors?: FieldErrors } = {},
  ) {
    const view = await read(request);
    if (!view) return start(reply);
    if (!view.mayAnswerAll) return notAsked(request, reply, view);
    const actor = edge.actor(request);
    const publicly = await edge.look(request, 'own', (tx, time) => readKnownPublicly(tx, actor, time));
    const { onderdelen = '', ...values } = form.values ?? {};
    const page = (
      <ScanExistingPage
        frame={edge.frame(request)}
        framework={view.framework}
        answers={view.answers}
        known={new Set(view.known.keys())}
        regions={view.regions}
        offers={view.offers}
        publicly={publicly.map(knownView)}
        mayConfirm={ANSWERERS.includes(actor.role)}
        values={{ ...values, onderdelen: onderdelen.split(' ').filter(Boolean) }}
        errors={form.errors ?? {}}
        formKeys={{ add: edge.formKey(), takeOver: edge.formKey(), confirm: edge.formKey() }}
        confirmed={Object.keys(request.query as object).find(isKnownDone)}
        saved={saved(request)}
        leftAlone={leftAlone(request, view.framework)}
      />
    );
    return edge.html(reply, page, form.status);
  }

  app.get(EXISTING, { config: ANSWERING }, (request, reply) => existing(request, reply));

  app.post(
    EXISTING,
    { config: { ...ANSWERING, action: 'approach.note-existing', fields: ExistingForm } },
    async (request, reply) => {
      const body = request.body as Record<string, unknown>;
      const form = parseForm(ExistingForm, { ...body, onderdelen: [body.onderdelen ?? []].flat().join(' ') });
      if (!form.ok) return existing(request, reply, { status: 400, ...form });
      const outcome = await edge.command(request, reply, doneAt, (tx, time) =>
        noteExisting(tx, edge.actor(request), existingOf(form.value), time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(doneAt(outcome.value), 303);
      const { code } = outcome.error;
      if (code === 'scan-not-open') return noScan(request, reply);
      if (code === 'not-asked') return start(reply);
      const { field, text } =
        code === 'unknown-element' || code === 'edit-conflict'
          ? { field: 'onderdelen', text: 'Deze onderdelen zijn intussen gewijzigd. Kies ze opnieuw.' }
          : SCAN_REFUSAL_AT[code];
      return existing(request, reply, { status: 409, values: form.values, errors: { [field]: text } });
    },
  );

  app.post(
    `${SCAN_PATH}/regio-overnemen`,
    { config: { ...ANSWERING, action: 'approach.take-over-offers', fields: TakeOverForm } },
    async (request, reply) => {
      const { overnemen } = request.body as Record<string, unknown>;
      const form = parseForm(TakeOverForm, { overnemen: [overnemen ?? []].flat().join(' ') });
      if (!form.ok) return existing(request, reply, { status: 400, errors: form.errors });
      const outcome = await edge.command(request, reply, doneAt, (tx, time) =>
        takeOverOffers(tx, edge.actor(request), { elements: form.value.overnemen }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused' && outcome.error.code === 'scan-not-open') return noScan(request, reply);
      return reply.redirect(outcome.kind === 'done' ? doneAt(outcome.value) : EXISTING, 303);
    },
  );
}
