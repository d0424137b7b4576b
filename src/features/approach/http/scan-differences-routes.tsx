import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { ScanDifferencesPage } from '../ui/scan-differences-page.tsx';
import { chooseAnswer } from '../use-cases/scan-settlement.ts';
import { ChoiceForm } from './scan-form.ts';
import { LEADING, SCAN_PATH, type ScanVisits, SETTLE_REFUSED } from './scan-visits.tsx';

/** Where respondents differ, whoever leads the scan chooses. */
export function registerScanDifferenceRoutes(app: FastifyInstance, edge: Edge<PageFrame>, visits: ScanVisits): void {
  const { read, saved, start, refused, noScan } = visits;

  const DIFFERENCES = `${SCAN_PATH}/verschillen`;

  async function differences(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    returned?: Parameters<typeof ScanDifferencesPage>[0]['returned'],
  ) {
    const view = await read(request);
    if (!view) return start(reply);
    const { onderdeel } = request.query as Record<string, unknown>;
    const page = (
      <ScanDifferencesPage
        frame={edge.frame(request)}
        framework={view.framework}
        differences={view.differences}
        mayChoose={view.isOwner}
        formKey={edge.formKey}
        returned={returned}
        saved={saved(request)}
        open={typeof onderdeel === 'string' ? onderdeel : undefined}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(DIFFERENCES, { config: LEADING }, (request, reply) => differences(request, reply));

  app.post(
    DIFFERENCES,
    { config: { ...LEADING, action: 'approach.choose-answer', fields: ChoiceForm } },
    async (request, reply) => {
      const form = parseForm(ChoiceForm, request.body);
      const element = form.values.onderdeel ?? '';
      const back = (errors: FieldErrors, isConflict = false) => ({
        element,
        values: form.values,
        errors,
        isConflict,
      });
      if (!form.ok) return differences(request, reply, 400, back(form.errors));
      const view = await read(request);
      if (!view) return noScan(request, reply);
      const difference = view.differences.find((each) => each.element === form.value.onderdeel);
      const chosen = difference?.answers[form.value.keuze - 1];
      if (!chosen) return differences(request, reply, 409, back({ keuze: 'Kies een van de antwoorden.' }));
      const { onderdeel, gezien, reden } = form.value;
      const input = { element: onderdeel, respondentId: chosen.respondentId, seen: gezien, reason: reden };
      const done = `${DIFFERENCES}?bewaard`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => chooseAnswer(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'scan-not-open') return noScan(request, reply);
      if (outcome.error.code === 'not-the-owner')
        return refused(request, reply, 'Uw keuze is niet bewaard', SETTLE_REFUSED['not-the-owner']);
      return differences(request, reply, 409, back({}, true));
    },
  );
}
