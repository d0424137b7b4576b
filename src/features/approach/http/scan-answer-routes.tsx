import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { elementById, type FrameworkElement } from '../domain/framework.ts';
import { ScanAnswerPage } from '../ui/scan-answer-page.tsx';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { readEvidence } from '../use-cases/keep-evidence.ts';
import type { OpenScan } from '../use-cases/read-scan.ts';
import { SCAN_WRITERS } from '../use-cases/scan.ts';
import { saveAnswers } from '../use-cases/scan-answers.ts';
import type { KeepUpload } from './keep-upload.ts';
import { AnswerForm, answerValues, givenOf, SCAN_REFUSAL_AT } from './scan-form.ts';
import { typedAnswer } from './scan-typed.ts';
import { ANSWERING, SCAN_PATH, type ScanVisits } from './scan-visits.tsx';

/** One element: state, evidence, remark, or a question to a colleague. */
export function registerScanAnswerRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  visits: ScanVisits,
  keepUpload: KeepUpload,
): void {
  const { read, saved, start, notAsked, noScan, ended, ownAnswers } = visits;

  const ANSWER = `${SCAN_PATH}/onderdeel/:onderdeel`;

  async function openAnswer(request: FastifyRequest) {
    const { onderdeel } = request.params as { onderdeel: string };
    const view = await read(request);
    const element = elementById(view?.framework ?? currentFramework(), onderdeel);
    if (!element) throw notFound();
    return { view, element };
  }

  async function showAnswer(
    request: FastifyRequest,
    reply: FastifyReply,
    view: OpenScan,
    element: FrameworkElement,
    form: { status?: number; values?: FieldValues; errors?: FieldErrors; conflict?: boolean } = {},
  ) {
    const { membershipId, role } = edge.actor(request);
    const own = ownAnswers(request, view).get(element.id);
    const questions = view.questions.filter((question) => question.element === element.id);
    const asked = new Set(
      questions.filter(({ askedById }) => askedById === membershipId).map(({ colleagueId }) => colleagueId),
    );
    const values = form.values ?? answerValues(own);
    const fileId = String(values.bewijsstukId ?? '');
    const evidence = isUuid(fileId)
      ? await edge.look(request, 'own', (tx) => readEvidence(tx, edge.actor(request), fileId))
      : undefined;
    const page = (
      <ScanAnswerPage
        frame={edge.frame(request)}
        element={element}
        known={view.known.get(element.id)}
        own={own}
        questions={questions}
        me={membershipId}
        answersOfOthers={view.answers.filter(
          ({ element: about, respondentId }) => about === element.id && asked.has(respondentId),
        )}
        regions={view.regions}
        colleagues={view.colleagues}
        evidence={evidence}
        values={values}
        errors={form.errors ?? {}}
        formKey={edge.formKey()}
        conflict={form.conflict ?? false}
        saved={saved(request)}
        mayAnswerAll={view.mayAnswerAll}
        mayRecordFocalPoint={SCAN_WRITERS.includes(role)}
      />
    );
    return edge.html(reply, page, form.status);
  }

  app.get(ANSWER, { config: { ...ANSWERING, sample: 'approach-element' } }, async (request, reply) => {
    const { view, element } = await openAnswer(request);
    if (!view) return (await ended(request, reply, element.id)) ?? start(reply);
    if (!view.mayAnswer(element.id)) return (await ended(request, reply, element.id)) ?? notAsked(request, reply, view);
    return showAnswer(request, reply, view, element);
  });

  app.post(
    ANSWER,
    {
      config: {
        ...ANSWERING,
        sample: 'approach-element',
        action: 'approach.answer-element',
        fields: AnswerForm,
        multipart: true,
      },
    },
    async (request, reply) => {
      const { view, element } = await openAnswer(request);
      if (!view) return noScan(request, reply, typedAnswer(element, request.body));
      if (!view.mayAnswer(element.id)) return notAsked(request, reply, view, 409);
      const done = `${SCAN_PATH}/onderdeel/${element.id}?bewaard`;
      const { body, error: atFile } = await keepUpload(request, reply, done);
      const form = parseForm(AnswerForm, body);
      if (!form.ok || atFile) {
        const errors = { ...(form.ok ? {} : form.errors), ...(atFile && { bewijsstuk: atFile }) };
        return showAnswer(request, reply, view, element, { status: 400, values: form.values, errors });
      }
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => saveAnswers(tx, edge.actor(request), { answers: [givenOf(element.id, form.value)] }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { error } = outcome;
      if (error.code === 'scan-not-open') return noScan(request, reply, typedAnswer(element, form.values));
      if (error.code === 'not-asked') return notAsked(request, reply, view, 409);
      if (error.code === 'edit-conflict' || error.code === 'unknown-element') {
        const now = await read(request);
        if (!now) return noScan(request, reply, typedAnswer(element, form.values));
        const versie = String(ownAnswers(request, now).get(element.id)?.version ?? 0);
        return showAnswer(request, reply, now, element, {
          status: 409,
          values: { ...form.values, versie },
          conflict: true,
        });
      }
      const { field, text } = SCAN_REFUSAL_AT[error.code];
      return showAnswer(request, reply, view, element, { status: 409, values: form.values, errors: { [field]: text } });
    },
  );
}
