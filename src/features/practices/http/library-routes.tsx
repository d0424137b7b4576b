import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { currentFramework, elementById, TRACK_NAMES } from '../../approach/index.ts';
import { EVIDENCE_LEVELS, type EvidenceLevel, PRACTICE_TYPES, type PracticeType } from '../domain/practice.ts';
import { READERS } from '../domain/readers.ts';
import { choicesOf, LibraryPage } from '../ui/library-page.tsx';
import { PracticePage } from '../ui/practice-page.tsx';
import {
  confirmPractice,
  readPractice,
  readTakenOver,
  sayWorksHere,
  searchPractices,
  takeOver,
  WEIGHED,
  withdrawPractice,
} from '../use-cases/library.ts';
import { countWaiting } from '../use-cases/moderate.ts';
import { LIBRARY_PATH, practicePath } from '../use-cases/tables.ts';
import { asked, idIn, pageIn } from './addresses.ts';
import {
  caseDataText,
  GUESSED_TEXT,
  NAME_TEXT,
  saidIn,
  TakeOverForm,
  VersionForm,
  WorksHereForm,
} from './practice-form.ts';
import { LIBRARY, MODERATORS, OWN_WORK, PEER_READERS, TELLERS, USERS } from './who.ts';

const PAGE = 20;
const SAVED = {
  werkt: 'vastgelegd. Uw organisatie staat erbij',
  klopt: 'bevestigd voor twee jaar',
  ingetrokken: 'ingetrokken',
} as const;
const chosen = <T extends string>(words: Readonly<Record<T, string>>, value: string): T | undefined =>
  Object.hasOwn(words, value) ? (value as T) : undefined;

const TAKEN_ALREADY = 'uw gemeente nam dit al over';

interface Typed {
  readonly status?: number;
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly sawName?: boolean;
  readonly conflict?: string;
}

/** What others told: finding it, reading it, taking it over, and saying that it works here too. */
export function registerLibraryRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const may = (request: FastifyRequest, roles: readonly string[]) => roles.includes(edge.actor(request).role);

  app.get(LIBRARY_PATH, { config: { ...LIBRARY, access: READERS } }, async (request, reply) => {
    const page = pageIn(request);
    const values = {
      zoek: asked(request, 'zoek'),
      soort: asked(request, 'soort'),
      onderdeel: asked(request, 'onderdeel'),
      bewijs: asked(request, 'bewijs'),
    };
    const filter = {
      words: values.zoek,
      type: chosen<PracticeType>(PRACTICE_TYPES, values.soort),
      element: values.onderdeel || undefined,
      evidence: chosen<EvidenceLevel>(EVIDENCE_LEVELS, values.bewijs),
    };
    const found = await edge.look(request, 'published', async (tx, { today }) => ({
      ...(await searchPractices(tx, filter, { limit: PAGE, offset: (page - 1) * PAGE })),
      today,
    }));
    const actor = edge.actor(request);
    const waiting = may(request, MODERATORS)
      ? await edge.look(request, 'mandate', (tx) => countWaiting(tx, actor), { actingForId: actor.organisationId })
      : undefined;
    const filled = Object.entries(values).filter(([, value]) => value !== '');
    return edge.html(
      reply,
      <LibraryPage
        frame={edge.frame(request)}
        {...found}
        weighed={WEIGHED}
        page={page}
        pages={Math.max(1, Math.ceil(found.total / PAGE))}
        hrefOf={(to) => `${LIBRARY_PATH}?${new URLSearchParams([...filled, ['pagina', String(to)]])}`}
        values={values}
        elements={currentFramework().elements}
        isFiltered={filled.length > 0}
        mayTell={may(request, TELLERS)}
        mayCompare={may(request, PEER_READERS)}
        mayAsk={may(request, USERS)}
        waiting={waiting}
      />,
    );
  });

  const one = { sample: 'practice-id' } as const;
  const ONE = `${LIBRARY_PATH}/:praktijk`;

  async function show(request: FastifyRequest, reply: FastifyReply, typed: Typed = {}) {
    const id = idIn(request, 'praktijk');
    const actor = edge.actor(request);
    const found = await edge.look(request, 'published', async (tx, { today }) => ({
      view: await readPractice(tx, actor, id),
      today,
    }));
    if (!found.view) throw notFound();
    const { practice, uses } = found.view;
    const mayPlan = may(request, USERS);
    const actionId = mayPlan ? await edge.look(request, 'own', (tx) => readTakenOver(tx, actor, id)) : undefined;
    const saysWorks = uses.some((use) => use.kind === 'works-here' && use.organisationId === actor.organisationId);
    const saved = Object.keys(request.query as object).find((key) => Object.hasOwn(SAVED, key));
    const page = (
      <PracticePage
        frame={edge.frame(request)}
        practice={practice}
        uses={uses}
        elementTitle={practice.element && elementById(currentFramework(), practice.element)?.title}
        today={found.today}
        plan={mayPlan ? { actionId, tracks: choicesOf(TRACK_NAMES) } : undefined}
        maySayWorks={mayPlan && practice.source.id !== actor.organisationId && !saysWorks}
        mayKeep={may(request, MODERATORS) && practice.publisherId === actor.organisationId}
        values={typed.values ?? {}}
        errors={typed.errors}
        sawName={typed.sawName ?? false}
        keys={{ plan: edge.formKey(), works: edge.formKey(), keep: edge.formKey(), withdraw: edge.formKey() }}
        saved={typed.status ? undefined : saved && SAVED[saved as keyof typeof SAVED]}
        conflict={typed.conflict}
      />
    );
    return edge.html(reply, page, typed.status);
  }

  app.get(ONE, { config: { ...LIBRARY, ...one, access: READERS } }, (request, reply) => show(request, reply));

  app.post(
    `${ONE}/overnemen`,
    { config: { ...OWN_WORK, ...one, access: USERS, action: 'practices.take-over', fields: TakeOverForm } },
    async (request, reply) => {
      const practiceId = idIn(request, 'praktijk');
      const form = parseForm(TakeOverForm, request.body);
      if (!form.ok) {
        const isTaken = await edge.look(request, 'own', (tx) => readTakenOver(tx, edge.actor(request), practiceId));
        // the form is not there any more, so neither is a field to put an error beside
        if (isTaken) return show(request, reply, { status: 409, conflict: TAKEN_ALREADY });
        return show(request, reply, { status: 400, ...form });
      }
      const { titel: title, spoor: track, termijn: dueOn } = form.value;
      const outcome = await edge.command(
        request,
        reply,
        ({ actionId }: Done & { readonly actionId: string }) => actionPath(actionId),
        (tx, time) => takeOver(tx, edge.actor(request), { practiceId, title, track, dueOn }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(actionPath(outcome.value.actionId), 303);
      const again = { status: 409, values: form.values };
      switch (outcome.error.code) {
        case 'not-found':
          throw notFound();
        case 'no-plan':
          return show(request, reply, {
            ...again,
            conflict: 'uw gemeente heeft nog geen plan. Maak het eerst, bij Aanpak, en neem dit daarna over',
          });
        case 'in-plan-already':
          return show(request, reply, { ...again, conflict: TAKEN_ALREADY });
        case 'due-in-past':
          return show(request, reply, {
            ...again,
            errors: { termijn: 'Deze dag is al voorbij. Vul een dag in die nog komt.' },
          });
      }
    },
  );

  app.post(
    `${ONE}/werkt-ook`,
    { config: { ...OWN_WORK, ...one, access: USERS, action: 'practices.say-works-here', fields: WorksHereForm } },
    async (request, reply) => {
      const practiceId = idIn(request, 'praktijk');
      const form = parseForm(WorksHereForm, request.body);
      if (!form.ok) return show(request, reply, { status: 400, ...form });
      const done = `${practicePath(practiceId)}?werkt`;
      const input = { practiceId, changed: form.value.anders, said: saidIn(form.value) };
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => sayWorksHere(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const again = (errors: FieldErrors, sawName = false) =>
        show(request, reply, { status: 409, values: form.values, errors, sawName });
      const { error } = outcome;
      switch (error.code) {
        case 'not-found':
          throw notFound();
        case 'holds-case-data':
          return again({ anders: caseDataText(error.found) });
        case 'looks-like-name':
          return again({ anders: NAME_TEXT }, true);
        case 'can-be-guessed':
          return again({ raden: GUESSED_TEXT });
        case 'noted-already':
          return show(request, reply, { status: 409, conflict: 'uw organisatie zei dit al' });
        case 'own-practice':
          return show(request, reply, { status: 409, conflict: 'dit is uw eigen voorbeeld' });
      }
    },
  );

  function keeping(
    at: string,
    action: string,
    saved: keyof typeof SAVED,
    run: (
      tx: AnyTx,
      request: FastifyRequest,
      input: { readonly id: string; readonly seenVersion: number },
      time: DomainTime,
    ) => Promise<Result<Done, { readonly code: 'not-found' | 'edit-conflict' }>>,
  ) {
    app.post(
      `${ONE}/${at}`,
      { config: { ...OWN_WORK, ...one, access: MODERATORS, action, fields: VersionForm } },
      async (request, reply) => {
        const id = idIn(request, 'praktijk');
        const form = parseForm(VersionForm, request.body);
        const moved = 'dit is intussen veranderd. Kijk wat er nu staat';
        // only the version that was seen is in it
        if (!form.ok) return show(request, reply, { status: 409, conflict: moved });
        const done = `${practicePath(id)}?${saved}`;
        const outcome = await edge.command(
          request,
          reply,
          () => done,
          (tx, time) => run(tx, request, { id, seenVersion: form.value.versie }, time),
        );
        if (outcome.kind === 'answered') return reply;
        if (outcome.kind === 'done') return reply.redirect(done, 303);
        if (outcome.error.code === 'not-found') throw notFound();
        return show(request, reply, { status: 409, conflict: moved });
      },
    );
  }
  keeping('klopt-nog', 'practices.confirm', 'klopt', (tx, request, input, time) =>
    confirmPractice(tx, edge.actor(request), input, time),
  );
  keeping('intrekken', 'practices.withdraw', 'ingetrokken', (tx, request, input, time) =>
    withdrawPractice(tx, edge.actor(request), input, time),
  );
}

const actionPath = (id: string) => `/aanpak/plan/acties/${id}?opgeslagen`;
