import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { MasterKey } from '../../../platform/vault/master-key.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { elementById, elementsOf, type FrameworkElement, type Plateau } from '../domain/framework.ts';
import { type Answer, type Evidence, missingOf, NO_EVIDENCE } from '../domain/scan.ts';
import { ScanAnswerPage } from '../ui/scan-answer-page.tsx';
import { ScanDifferencesPage } from '../ui/scan-differences-page.tsx';
import { ScanExistingPage } from '../ui/scan-existing-page.tsx';
import { NoScanPage, NotAskedPage, ScanPage, ScanRefusedPage } from '../ui/scan-page.tsx';
import { ScanThemePage } from '../ui/scan-theme-page.tsx';
import { STATE_WORDS } from '../ui/scan-words.ts';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { readEvidence } from '../use-cases/keep-evidence.ts';
import { type OpenScan, readOpenScan } from '../use-cases/read-scan.ts';
import { readResult } from '../use-cases/result.ts';
import {
  chooseAnswer,
  finishAnswering,
  inviteRespondent,
  noteExisting,
  openScan,
  SCAN_WRITERS,
  type SettleRefusal,
  saveAnswers,
  settleScan,
  takeOverOffers,
} from '../use-cases/scan.ts';
import { keepUpload } from './keep-upload.ts';
import {
  AnswerForm,
  answerValues,
  ChoiceForm,
  ExistingForm,
  existingOf,
  givenOf,
  givenOfTheme,
  InviteForm,
  SCAN_REFUSAL_AT,
  SettleForm,
  ThemeFormShape,
  themeFields,
  themeForm,
} from './scan-form.ts';

/** Everybody who can be asked: whoever works in a municipality. */
const COLLEAGUES: readonly Role[] = [
  'medewerker',
  'teamleider',
  'aandachtsfunctionaris',
  'beleidsmedewerker',
  'bestuurder',
  'fg',
  'ciso',
  'beheerder',
];

const PATH = '/aanpak/scan';

/** The scan: open it, ask colleagues, begin with what exists, answer per theme, settle differences and the whole. */
export function registerScanRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly keys: MasterKey },
): void {
  const config = { access: COLLEAGUES, purpose: 'VA-11', data: ['D1'] } as const;
  const leading = { ...config, access: SCAN_WRITERS } as const;

  const read = (request: FastifyRequest) =>
    edge.look(request, 'own', (tx, time) => readOpenScan(tx, edge.actor(request), time));
  const saved = (request: FastifyRequest) => (request.query as Record<string, unknown>).bewaard !== undefined;
  const start = (reply: FastifyReply) => reply.redirect(PATH, 303);

  function notAsked(request: FastifyRequest, reply: FastifyReply, view: OpenScan, status = 200) {
    return edge.html(reply, <NotAskedPage frame={edge.frame(request)} ownerName={view.scan.ownerName} />, status);
  }

  function refused(request: FastifyRequest, reply: FastifyReply, title: string, text: string) {
    const page = (
      <ScanRefusedPage frame={edge.frame(request)} title={title} text={text} href={PATH} link="Terug naar de scan" />
    );
    return edge.html(reply, page, 409);
  }
  const noScan = (request: FastifyRequest, reply: FastifyReply) =>
    refused(
      request,
      reply,
      'Er loopt geen scan meer',
      'De scan is intussen vastgesteld. Wat u net invulde, is niet bewaard.',
    );

  // ---- the scan as a whole

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
    const done = (['gevraagd', 'klaar', 'geopend'] as const).find((each) => query[each] !== undefined);
    const page = (
      <ScanPage
        frame={frame}
        view={view}
        me={actor.membershipId}
        formKeys={{ invite: edge.formKey(), finish: edge.formKey(), settle: edge.formKey() }}
        values={form.values ?? {}}
        errors={form.errors ?? {}}
        done={done && ({ gevraagd: 'invited', klaar: 'finished', geopend: 'opened' } as const)[done]}
      />
    );
    return edge.html(reply, page, form.status);
  }

  app.get(PATH, { config }, (request, reply) => home(request, reply));

  app.post(PATH, { config: { ...leading, action: 'approach.open-scan' } }, async (request, reply) => {
    const done = `${PATH}?geopend`;
    const outcome = await edge.command(
      request,
      reply,
      () => done,
      (tx, time) => openScan(tx, edge.actor(request), { framework: currentFramework() }, time),
    );
    if (outcome.kind === 'answered') return reply;
    // somebody else opened one: there it is
    return reply.redirect(outcome.kind === 'done' ? done : PATH, 303);
  });

  app.post(
    `${PATH}/uitnodigen`,
    { config: { ...leading, action: 'approach.invite-respondent', fields: InviteForm } },
    async (request, reply) => {
      const form = parseForm(InviteForm, request.body);
      if (!form.ok) return home(request, reply, { status: 400, ...form });
      const done = `${PATH}?gevraagd`;
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

  app.post(`${PATH}/klaar`, { config: { ...config, action: 'approach.finish-answering' } }, async (request, reply) => {
    const done = `${PATH}?klaar`;
    const outcome = await edge.command(
      request,
      reply,
      () => done,
      (tx, time) => finishAnswering(tx, edge.actor(request), time),
    );
    if (outcome.kind === 'answered') return reply;
    return reply.redirect(outcome.kind === 'done' ? done : PATH, 303);
  });

  app.post(
    `${PATH}/vaststellen`,
    { config: { ...leading, action: 'approach.settle-scan', fields: SettleForm } },
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

  // ---- what exists already

  const EXISTING = `${PATH}/wat-is-er-al`;

  async function existing(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { status?: number; values?: Readonly<Record<string, string>>; errors?: FieldErrors } = {},
  ) {
    const view = await read(request);
    if (!view) return start(reply);
    if (!view.mayAnswerAll) return notAsked(request, reply, view);
    const { onderdelen = '', ...values } = form.values ?? {};
    const page = (
      <ScanExistingPage
        frame={edge.frame(request)}
        framework={view.framework}
        answers={view.answers}
        known={new Set(view.known.keys())}
        regions={view.regions}
        offers={view.offers}
        values={{ ...values, onderdelen: onderdelen.split(' ').filter(Boolean) }}
        errors={form.errors ?? {}}
        formKeys={{ add: edge.formKey(), takeOver: edge.formKey() }}
        saved={saved(request)}
      />
    );
    return edge.html(reply, page, form.status);
  }

  app.get(EXISTING, { config }, (request, reply) => existing(request, reply));

  app.post(
    EXISTING,
    { config: { ...config, action: 'approach.note-existing', fields: ExistingForm } },
    async (request, reply) => {
      const body = request.body as Record<string, unknown>;
      const form = parseForm(ExistingForm, { ...body, onderdelen: [body.onderdelen ?? []].flat().join(' ') });
      if (!form.ok) return existing(request, reply, { status: 400, ...form });
      const done = `${EXISTING}?bewaard`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => noteExisting(tx, edge.actor(request), existingOf(form.value), time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
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
    `${PATH}/regio-overnemen`,
    { config: { ...config, action: 'approach.take-over-offers' } },
    async (request, reply) => {
      const done = `${EXISTING}?bewaard`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => takeOverOffers(tx, edge.actor(request), time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused' && outcome.error.code === 'scan-not-open') return noScan(request, reply);
      return reply.redirect(outcome.kind === 'done' ? done : EXISTING, 303);
    },
  );

  // ---- per theme

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
        ? { href: `${PATH}/thema/${following.id}`, label: `Ga verder met thema ${following.id}: ${following.title}` }
        : { href: PATH, label: 'Ga terug naar de scan' };
    return { view, theme, elements, next };
  }

  function ownAnswers(request: FastifyRequest, { answers }: OpenScan): ReadonlyMap<string, Answer> {
    const { membershipId } = edge.actor(request);
    return new Map(
      answers.filter(({ respondentId }) => respondentId === membershipId).map((answer) => [answer.element, answer]),
    );
  }

  /** Documents that were named before: in this scan, and in the one before it. */
  function documentsOf({ answers, earlier }: OpenScan): ReadonlyMap<string, Evidence> {
    const before = [...earlier.values()].map(
      ({ evidenceTitle, evidenceLink, evidenceFileId, adoptingBody, lapsesOn }) => ({
        ...NO_EVIDENCE,
        title: evidenceTitle,
        link: evidenceLink,
        fileId: evidenceFileId,
        adoptingBody,
        validUntil: lapsesOn,
      }),
    );
    return new Map(
      [...before, ...answers.map(({ evidence }) => evidence)].flatMap((evidence) =>
        evidence.title ? [[evidence.title, evidence] as const] : [],
      ),
    );
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
    const path = `${PATH}/thema/:thema${suffix}`;
    const sample = 'approach-theme';

    app.get(path, { config: { ...config, sample } }, async (request, reply) => {
      const { view, ...page } = await openTheme(request, plateau);
      if (!view) return start(reply);
      if (!view.mayAnswerAll) return notAsked(request, reply, view);
      return showTheme(request, reply, plateau, page, view);
    });

    app.post(
      path,
      { config: { ...config, sample, action: 'approach.answer-theme', fields: ThemeFormShape } },
      async (request, reply) => {
        const { view, ...page } = await openTheme(request, plateau);
        if (!view) return noScan(request, reply);
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
        const done = `${PATH}/thema/${page.theme.id}${suffix}?bewaard`;
        const outcome = await edge.command(
          request,
          reply,
          () => done,
          (tx, time) => saveAnswers(tx, edge.actor(request), { answers }, time),
        );
        if (outcome.kind === 'answered') return reply;
        if (outcome.kind === 'done') return reply.redirect(done, 303);
        const { error } = outcome;
        if (error.code === 'scan-not-open') return noScan(request, reply);
        if (error.code === 'not-asked') return notAsked(request, reply, view, 409);
        const now = await read(request);
        if (!now) return noScan(request, reply);
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

  // ---- one element

  const ANSWER = `${PATH}/onderdeel/:onderdeel`;

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

  app.get(ANSWER, { config: { ...config, sample: 'approach-element' } }, async (request, reply) => {
    const { view, element } = await openAnswer(request);
    if (!view) return start(reply);
    if (!view.mayAnswer(element.id)) return notAsked(request, reply, view);
    return showAnswer(request, reply, view, element);
  });

  app.post(
    ANSWER,
    {
      config: {
        ...config,
        sample: 'approach-element',
        action: 'approach.answer-element',
        fields: AnswerForm,
        multipart: true,
      },
    },
    async (request, reply) => {
      const { view, element } = await openAnswer(request);
      if (!view) return noScan(request, reply);
      if (!view.mayAnswer(element.id)) return notAsked(request, reply, view, 409);
      const done = `${PATH}/onderdeel/${element.id}?bewaard`;
      const kept = await keepUpload(edge, request, reply, options.keys, done);
      const form = parseForm(AnswerForm, {
        ...(request.body as object),
        ...(kept.id && { bewijsstukId: kept.id }),
      });
      if (!form.ok || kept.error) {
        const errors = { ...(form.ok ? {} : form.errors), ...(kept.error && { bewijsstuk: kept.error }) };
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
      if (error.code === 'scan-not-open') return noScan(request, reply);
      if (error.code === 'not-asked') return notAsked(request, reply, view, 409);
      if (error.code === 'edit-conflict' || error.code === 'unknown-element') {
        const now = await read(request);
        if (!now) return noScan(request, reply);
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

  // ---- differences

  const DIFFERENCES = `${PATH}/verschillen`;

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

  app.get(DIFFERENCES, { config: leading }, (request, reply) => differences(request, reply));

  app.post(
    DIFFERENCES,
    { config: { ...leading, action: 'approach.choose-answer', fields: ChoiceForm } },
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

const SETTLE_REFUSED: Readonly<Record<Exclude<SettleRefusal['code'], 'scan-not-open'>, string>> = {
  'not-the-owner': 'Alleen wie de scan leidt, kan dit doen. Vraag het aan die collega.',
  'differences-open': 'Niet iedereen zegt hetzelfde. Kies eerst bij elk verschil welk antwoord geldt.',
  'reason-missing': 'Bij een onderdeel staat “niet van toepassing” zonder reden. Vul eerst in waarom.',
  'scan-empty': 'Er is nog niets ingevuld. Vul eerst ten minste één onderdeel in.',
  'edit-conflict': 'De scan is intussen gewijzigd. Bekijk hem opnieuw en stel hem dan vast.',
};
