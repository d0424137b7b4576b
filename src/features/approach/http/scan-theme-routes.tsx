import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { givenEnd } from '../domain/fact.ts';
import { elementById, elementsOf, type FrameworkElement, type Plateau } from '../domain/framework.ts';
import { type Evidence, missingOf, NO_EVIDENCE } from '../domain/scan.ts';
import { ScanThemePage } from '../ui/scan-theme-page.tsx';
import { STATE_WORDS } from '../ui/scan-words.ts';
import { currentFramework } from '../use-cases/framework-editions.ts';
import type { OpenScan } from '../use-cases/read-scan.ts';
import { saveAnswers } from '../use-cases/scan-answers.ts';
import { givenOfTheme, SCAN_REFUSAL_AT, ThemeFormShape, themeFields, themeForm } from './scan-form.ts';
import { typedTheme } from './scan-typed.ts';
import { ANSWERING, SCAN_PATH, type ScanVisits } from './scan-visits.tsx';

/** The questions of one theme on one page, per plateau. */
export function registerScanThemeRoutes(app: FastifyInstance, edge: Edge<PageFrame>, visits: ScanVisits): void {
  const { read, saved, start, notAsked, noScan, ownAnswers } = visits;

  /** The page of a theme, for the edition of the scan; what the edition does not have is not there. */
  async function openTheme(request: FastifyRequest, plateau: Plateau) {
    const { thema } = request.params as { thema: string };
    const view = await read(request);
    const framework = view?.framework ?? currentFramework();
    const theme = framework.themes.find(({ id }) => id === thema);
    const elements = theme ? elementsOf(framework, theme.id, plateau) : [];
    if (!theme || elements.length === 0) throw notFound();
    const following = framework.themes[framework.themes.indexOf(theme) + 1];
    const next =
      following && plateau === 'basis'
        ? {
            href: `${SCAN_PATH}/thema/${following.id}`,
            label: `Ga verder met thema ${following.id}: ${following.title}`,
          }
        : { href: SCAN_PATH, label: 'Ga terug naar de scan' };
    return { view, theme, elements, next };
  }

  function showTheme(
    request: FastifyRequest,
    reply: FastifyReply,
    plateau: Plateau,
    { theme, elements, next }: Omit<Awaited<ReturnType<typeof openTheme>>, 'view'>,
    view: OpenScan,
    form: { status?: number; values?: FieldValues; errors?: FieldErrors; conflict?: FrameworkElement | undefined } = {},
  ) {
    const { membershipId } = edge.actor(request);
    const own = ownAnswers(request, view);
    const isAsked = (element: string) =>
      view.questions.some((question) => question.element === element && question.askedById === membershipId);
    const shown = Object.fromEntries(
      [...own.values()].flatMap(({ element, state, evidence }) => [
        [themeFields(element).state, STATE_WORDS[state].value],
        [themeFields(element).evidence, evidence.title ?? ''],
      ]),
    );
    const missing = elements.flatMap((element) => {
      const answer = own.get(element.id);
      const lack = answer && !view.known.has(element.id) && missingOf(answer, isAsked(element.id));
      return lack ? [{ element, missing: lack }] : [];
    });
    const page = (
      <ScanThemePage
        frame={edge.frame(request)}
        theme={theme}
        plateau={plateau}
        elements={elements}
        known={view.known}
        earlier={view.earlier}
        own={own}
        documents={[...documentsOf(view).keys()]}
        fieldsOf={themeFields}
        missing={missing}
        values={form.values ?? shown}
        errors={form.errors ?? {}}
        formKey={edge.formKey()}
        saved={saved(request)}
        conflict={form.conflict}
        next={next}
      />
    );
    return edge.html(reply, page, form.status);
  }

  for (const plateau of ['basis', 'verdieping'] as const) {
    const suffix = plateau === 'verdieping' ? '/verdieping' : '';
    const path = `${SCAN_PATH}/thema/:thema${suffix}`;
    const sample = 'approach-theme';

    app.get(path, { config: { ...ANSWERING, sample } }, async (request, reply) => {
      const { view, ...page } = await openTheme(request, plateau);
      if (!view) return start(reply);
      if (!view.mayAnswerAll) return notAsked(request, reply, view);
      return showTheme(request, reply, plateau, page, view);
    });

    app.post(
      path,
      { config: { ...ANSWERING, sample, action: 'approach.answer-theme', fields: ThemeFormShape } },
      async (request, reply) => {
        const { view, ...page } = await openTheme(request, plateau);
        if (!view) return noScan(request, reply, typedTheme(page.elements, request.body));
        if (!view.mayAnswerAll) return notAsked(request, reply, view, 409);
        const asked = page.elements.filter(({ id }) => !view.known.has(id));
        const form = parseForm(themeForm(asked), request.body);
        if (!form.ok) return showTheme(request, reply, plateau, page, view, { status: 400, ...form });
        const answers = givenOfTheme(asked, form.values, ownAnswers(request, view), documentsOf(view));
        const first = asked[0];
        if (answers.length === 0 && first) {
          const errors = { [themeFields(first.id).state]: 'Kies bij ten minste één onderdeel een antwoord.' };
          return showTheme(request, reply, plateau, page, view, { status: 400, values: form.values, errors });
        }
        const done = `${SCAN_PATH}/thema/${page.theme.id}${suffix}?bewaard`;
        const outcome = await edge.command(
          request,
          reply,
          () => done,
          (tx, time) => saveAnswers(tx, edge.actor(request), { answers }, time),
        );
        if (outcome.kind === 'answered') return reply;
        if (outcome.kind === 'done') return reply.redirect(done, 303);
        const { error } = outcome;
        if (error.code === 'scan-not-open') return noScan(request, reply, typedTheme(asked, form.values));
        if (error.code === 'not-asked') return notAsked(request, reply, view, 409);
        const now = await read(request);
        if (!now) return noScan(request, reply, typedTheme(asked, form.values));
        if (error.code === 'edit-conflict' || error.code === 'unknown-element') {
          const conflict = elementById(view.framework, error.element);
          return showTheme(request, reply, plateau, page, now, { status: 409, values: form.values, conflict });
        }
        // a document that was chosen no longer fits: its days are mended with the answer itself
        const errors = { [themeFields(error.element).evidence]: SCAN_REFUSAL_AT[error.code].text };
        return showTheme(request, reply, plateau, page, now, { status: 409, values: form.values, errors });
      },
    );
  }
}

/** Documents that were named before: in this scan, and in the one before it. */
function documentsOf({ answers, earlier }: OpenScan): ReadonlyMap<string, Evidence> {
  const before = [...earlier.values()].map(
    ({ evidenceTitle, evidenceLink, evidenceFileId, adoptingBody, lapsesOn, isEndGiven }) => ({
      ...NO_EVIDENCE,
      title: evidenceTitle,
      link: evidenceLink,
      fileId: evidenceFileId,
      adoptingBody,
      validUntil: givenEnd({ lapsesOn, isEndGiven }),
    }),
  );
  return new Map(
    [...before, ...answers.map(({ evidence }) => evidence)].flatMap((evidence) =>
      evidence.title ? [[evidence.title, evidence] as const] : [],
    ),
  );
}
