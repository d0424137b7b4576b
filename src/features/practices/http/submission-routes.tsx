import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { currentFramework, elementById } from '../../approach/index.ts';
import { PRACTICE_TYPES, type PracticeContent } from '../domain/practice.ts';
import type { ModerationRefusal, Submission } from '../domain/submission.ts';
import { ModeratePage } from '../ui/moderate-page.tsx';
import { SubmissionPage, SubmissionsPage, WaitingPage } from '../ui/submission-pages.tsx';
import { TellPage } from '../ui/tell-page.tsx';
import { namesOf, publish, readModerated, readWaiting, returnSubmission } from '../use-cases/moderate.ts';
import { readQuestion } from '../use-cases/questions.ts';
import { readSubmission, readSubmissions, submitPractice, withdrawSubmission } from '../use-cases/submit.ts';
import { LIBRARY_PATH, MODERATION_PATH, SUBMISSIONS_PATH } from '../use-cases/tables.ts';
import { asked, idIn, pageIn } from './addresses.ts';
import {
  contentOf,
  joinForms,
  PracticeForm,
  PublishForm,
  practiceErrors,
  practiceValues,
  ReturnForm,
  saidIn,
  VersionForm,
} from './practice-form.ts';
import { MODERATORS, OWN_WORK, TELLERS } from './who.ts';

const PAGE = 50;
/** What a question and the answer that helped say already, for who makes a practice of them. */
const valuesFrom = ({ question, answers }: NonNullable<Awaited<ReturnType<typeof readQuestion>>>): FieldValues => ({
  titel: question.title.slice(0, 120),
  probleem: question.text.slice(0, 2000),
  wat: answers.find(({ isAccepted }) => isAccepted)?.text ?? '',
  onderdeel: question.element ?? '',
});
/** An answer of the desk for support, from which somebody of the desk makes a practice; undefined when it is not hers. */
export type DeskAnswers = (
  request: FastifyRequest,
  id: string,
) => Promise<
  | {
      readonly element: string;
      readonly question: string;
      readonly answer: string;
      readonly offer: string | undefined;
      readonly kind: string;
      readonly source: string;
    }
  | undefined
>;
const answerValues = (found: NonNullable<Awaited<ReturnType<DeskAnswers>>>): FieldValues => ({
  soort: found.offer !== undefined && Object.hasOwn(PRACTICE_TYPES, found.offer) ? found.offer : '',
  probleem: found.question.slice(0, 2000),
  wat: `${found.answer}\n\n${found.source}`,
  effect: found.kind,
  onderdeel: found.element,
});
const SENT = `${SUBMISSIONS_PATH}?ingestuurd`;
const NO_MODERATOR = { _form: 'Er is nu niemand die het nakijkt. Probeer het later, of bel VNG.' };

interface Typed {
  readonly status?: number;
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly sawName?: boolean;
  readonly conflict?: boolean;
}

/** Telling what was done, and what came of it: sent in, looked over, published or sent back. */
export function registerSubmissionRoutes(app: FastifyInstance, edge: Edge<PageFrame>, answers: DeskAnswers): void {
  const telling = { ...OWN_WORK, access: TELLERS } as const;
  const formOf = (request: FastifyRequest, typed: Typed) => ({
    frame: edge.frame(request),
    errors: typed.errors,
    sawName: typed.sawName ?? false,
    formKey: edge.formKey(),
    elements: currentFramework().elements,
  });

  const tell = (request: FastifyRequest, reply: FastifyReply, typed: Typed = {}) =>
    edge.html(reply, <TellPage {...formOf(request, typed)} values={typed.values ?? {}} />, typed.status);

  app.get(`${LIBRARY_PATH}/nieuw`, { config: telling }, async (request, reply) => {
    const from = asked(request, 'vraag');
    const found = isUuid(from) ? await edge.look(request, 'published', (tx) => readQuestion(tx, from)) : undefined;
    const answered = asked(request, 'verzoek');
    const answer = isUuid(answered) ? await answers(request, answered) : undefined;
    if (answer) return tell(request, reply, { values: answerValues(answer) });
    const onderdeel = asked(request, 'onderdeel');
    return tell(request, reply, {
      values: found ? valuesFrom(found) : /^K\d\.\d$/.test(onderdeel) ? { onderdeel } : {},
    });
  });

  /** Sends in what the form says; what is refused stands beside its field. */
  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string | undefined,
    again: (typed: Typed) => FastifyReply | Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    const form = parseForm(PracticeForm, joinForms(request.body));
    if (!form.ok) return again({ status: 400, ...form });
    const input = {
      content: contentOf(form.value),
      said: saidIn(form.value),
      ...(id && { again: { id, seenVersion: form.value.versie } }),
    };
    const outcome = await edge.command(
      request,
      reply,
      () => SENT,
      (tx, time) => submitPractice(tx, edge.actor(request), input, time),
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(SENT, 303);
    const { error } = outcome;
    const typed = { status: 409, values: form.values };
    if (error.code === 'not-found') throw notFound();
    if (error.code === 'edit-conflict') return again({ ...typed, conflict: true });
    if (error.code === 'no-moderator') return again({ ...typed, errors: NO_MODERATOR });
    return again({ ...typed, errors: practiceErrors(error), sawName: error.code === 'looks-like-name' });
  }

  app.post(
    LIBRARY_PATH,
    { config: { ...telling, action: 'practices.submit', fields: PracticeForm } },
    (request, reply) => send(request, reply, undefined, (typed) => tell(request, reply, typed)),
  );

  app.get(SUBMISSIONS_PATH, { config: telling }, async (request, reply) => {
    const page = pageIn(request);
    const limits = { limit: PAGE + 1, offset: (page - 1) * PAGE };
    const found = await edge.look(request, 'own', (tx) => readSubmissions(tx, edge.actor(request), limits));
    return edge.html(
      reply,
      <SubmissionsPage
        frame={edge.frame(request)}
        submissions={found.slice(0, PAGE)}
        page={page}
        hasMore={found.length > PAGE}
        sent={(request.query as Record<string, unknown>).ingestuurd !== undefined}
      />,
    );
  });

  const own = { ...telling, sample: 'submission-id' } as const;
  const OWN = `${SUBMISSIONS_PATH}/:inzending`;

  async function showOwn(request: FastifyRequest, reply: FastifyReply, typed: Typed = {}) {
    const id = idIn(request, 'inzending');
    const submission = await edge.look(request, 'own', (tx) => readSubmission(tx, edge.actor(request), id));
    if (!submission) throw notFound();
    const stored =
      submission.kind === 'practice'
        ? practiceValues(submission.content as PracticeContent, submission.version)
        : { versie: String(submission.version) };
    const values = typed.values ? { ...typed.values, versie: String(submission.version) } : stored;
    const page = (
      <SubmissionPage
        {...formOf(request, typed)}
        submission={submission}
        values={values}
        conflict={typed.conflict ?? false}
        withdrawKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, typed.status);
  }
  app.get(OWN, { config: own }, (request, reply) => showOwn(request, reply));
  app.post(OWN, { config: { ...own, action: 'practices.submit-again', fields: PracticeForm } }, (request, reply) =>
    send(request, reply, idIn(request, 'inzending'), (typed) => showOwn(request, reply, typed)),
  );

  app.post(
    `${OWN}/intrekken`,
    { config: { ...own, action: 'practices.withdraw-submission', fields: VersionForm } },
    async (request, reply) => {
      const id = idIn(request, 'inzending');
      const form = parseForm(VersionForm, request.body);
      // only the version that was seen is in it
      if (!form.ok) return showOwn(request, reply, { status: 409, conflict: true });
      const done = `${SUBMISSIONS_PATH}/${id}`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => withdrawSubmission(tx, edge.actor(request), { id, seenVersion: form.value.versie }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return showOwn(request, reply, { status: 409, conflict: true });
    },
  );

  registerModerationRoutes(app, edge);
}

const MODERATED = {
  'already-moderated': 'een collega keek dit al na',
  'edit-conflict': 'de inzender paste dit intussen aan. Lees het opnieuw',
  'own-submission': 'wat u zelf instuurde, kijkt een collega na',
} as const;
const DONE = {
  gepubliceerd: 'gepubliceerd. De inzender krijgt bericht',
  terug: 'teruggestuurd. De inzender krijgt bericht',
};

function registerModerationRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { ...OWN_WORK, access: MODERATORS } as const;
  const acting = (request: FastifyRequest) => ({ actingForId: edge.actor(request).organisationId });

  app.get(MODERATION_PATH, { config }, async (request, reply) => {
    const page = pageIn(request);
    const actor = edge.actor(request);
    const limits = { limit: PAGE + 1, offset: (page - 1) * PAGE };
    const found = await edge.look(request, 'mandate', (tx) => readWaiting(tx, actor, limits), acting(request));
    const names = await edge.look(request, 'published', (tx) =>
      namesOf(
        tx,
        found.map(({ tenantId }) => tenantId),
      ),
    );
    const waiting = found.slice(0, PAGE).map((each) => ({
      ...each,
      senderName: names.get(each.tenantId) ?? '',
      isOwn: each.submittedBy === actor.personId,
    }));
    const done = Object.keys(request.query as object).find((key) => Object.hasOwn(DONE, key));
    return edge.html(
      reply,
      <WaitingPage
        frame={edge.frame(request)}
        waiting={waiting}
        page={page}
        hasMore={found.length > PAGE}
        done={done && DONE[done as keyof typeof DONE]}
      />,
    );
  });

  const one = { ...config, sample: 'moderated-submission-id' } as const;
  const ONE = `${MODERATION_PATH}/:inzending`;

  async function moderated(request: FastifyRequest): Promise<Submission> {
    const id = idIn(request, 'inzending');
    const actor = edge.actor(request);
    const found = await edge.look(request, 'mandate', (tx) => readModerated(tx, actor, id), acting(request));
    if (!found) throw notFound();
    return found;
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Omit<Typed, 'conflict'> & { readonly conflict?: string } = {},
  ) {
    const submission = await moderated(request);
    const names = await edge.look(request, 'published', (tx) => namesOf(tx, [submission.tenantId]));
    const { element } = submission.content as { readonly element?: string };
    const page = (
      <ModeratePage
        frame={edge.frame(request)}
        submission={submission}
        senderName={names.get(submission.tenantId) ?? ''}
        elementTitle={element && elementById(currentFramework(), element)?.title}
        isOwn={submission.submittedBy === edge.actor(request).personId}
        values={typed.values ?? {}}
        errors={typed.errors}
        conflict={typed.conflict}
        keys={{ publish: edge.formKey(), back: edge.formKey() }}
      />
    );
    return edge.html(reply, page, typed.status);
  }
  app.get(ONE, { config: one }, (request, reply) => show(request, reply));

  /** With the errors beside their fields; or without, when somebody decided meanwhile and there is no form any more. */
  async function showAgain(request: FastifyRequest, reply: FastifyReply, form: Pick<Typed, 'values' | 'errors'>) {
    const { state, submittedBy } = await moderated(request);
    if (state === 'waiting' && submittedBy !== edge.actor(request).personId && !('versie' in (form.errors ?? {})))
      return show(request, reply, { status: 400, ...form });
    return show(request, reply, { status: 409, conflict: MODERATED['edit-conflict'] });
  }

  /** Decides in the house of who sent it in, or at home when a colleague did. */
  async function decide(
    request: FastifyRequest,
    reply: FastifyReply,
    done: string,
    run: (tx: AnyTx, id: string, time: DomainTime) => Promise<Result<Done, ModerationRefusal>>,
  ): Promise<FastifyReply> {
    const { id, tenantId } = await moderated(request);
    const isHome = tenantId === edge.actor(request).organisationId;
    const outcome = await edge.command(
      request,
      reply,
      () => done,
      (tx, time) => run(tx, id, time),
      isHome ? {} : { door: 'mandate', tenantId, ...acting(request) },
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(done, 303);
    if (outcome.error.code === 'not-found') throw notFound();
    return show(request, reply, { status: 409, conflict: MODERATED[outcome.error.code] });
  }

  app.post(
    `${ONE}/publiceren`,
    { config: { ...one, action: 'practices.publish', fields: PublishForm } },
    async (request, reply) => {
      const form = parseForm(PublishForm, request.body);
      if (!form.ok) return showAgain(request, reply, form);
      const seen = { seenVersion: form.value.versie, isVerified: form.value.nagekeken === 'ja' };
      return decide(request, reply, `${MODERATION_PATH}?gepubliceerd`, (tx, id, time) =>
        publish(tx, edge.actor(request), { id, ...seen }, time),
      );
    },
  );

  app.post(
    `${ONE}/terugsturen`,
    { config: { ...one, action: 'practices.return', fields: ReturnForm } },
    async (request, reply) => {
      const form = parseForm(ReturnForm, request.body);
      if (!form.ok) return showAgain(request, reply, form);
      const seen = { seenVersion: form.value.versie, reason: form.value.reden };
      return decide(request, reply, `${MODERATION_PATH}?terug`, (tx, id, time) =>
        returnSubmission(tx, edge.actor(request), { id, ...seen }, time),
      );
    },
  );
}
