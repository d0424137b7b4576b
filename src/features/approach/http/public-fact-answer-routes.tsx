import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyTx, DomainTime } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import { elementById } from '../domain/framework.ts';
import {
  AnswerKnownPage,
  isKnownDone,
  KNOWN_PATH,
  KnownGonePage,
  KnownPubliclyPage,
  type KnownView,
  MendKnownPage,
} from '../ui/known-publicly-page.tsx';
import { currentFramework } from '../use-cases/framework-editions.ts';
import {
  ANSWERERS,
  type ConfirmRefusal,
  confirmPublicFact,
  type KnownPublicly,
  mendPublicFact,
  readKnownPublicly,
  rejectPublicFact,
} from '../use-cases/public-fact-answers.ts';
import { ConfirmForm, MendForm, RejectForm } from './public-fact-answer-form.ts';
import { sourceValues } from './public-fact-form.ts';
import { STATEMENT_REFUSED } from './statement-form.ts';

const READERS: readonly Role[] = [...ANSWERERS, 'bestuurder'];
const ONE = `${KNOWN_PATH}/:bron`;

const GONE = {
  'source-withdrawn': {
    title: 'VNG trok deze bron in',
    text: 'Er is niets overgenomen. Niemand ziet deze bron meer; u hoeft niets te doen.',
  },
  'answered-before': {
    title: 'Een collega was u net voor',
    text: 'Over deze bron heeft uw gemeente al gezegd of hij klopt. U hoeft niets meer te doen.',
  },
  'named-by-record': {
    title: 'Leg vast wie het zijn',
    text: `De aandachtsfunctionaris en de vervanger legt u vast bij onderdeel ${FOCAL_POINT_ELEMENT}, met hun namen. Er is niets overgenomen.`,
  },
} as const;

/** A source with the title of its element. */
export function knownView(fact: KnownPublicly): KnownView {
  return { ...fact, elementTitle: elementById(currentFramework(), fact.element)?.title ?? fact.element };
}

/** What public sources say of a municipality: it takes them over, mends them or says that they are not right. */
export function registerPublicFactAnswerRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: ANSWERERS, purpose: 'VA-11', data: ['D0'] } as const;
  const one = { ...config, sample: 'known-public-fact-id' } as const;

  app.get(KNOWN_PATH, { config: { ...config, access: READERS } }, async (request, reply) => {
    const actor = edge.actor(request);
    const known = await edge.look(request, 'own', (tx, time) => readKnownPublicly(tx, actor, time));
    return edge.html(
      reply,
      <KnownPubliclyPage
        frame={edge.frame(request)}
        facts={known.map(knownView)}
        mayAnswer={ANSWERERS.includes(actor.role)}
        formKey={edge.formKey()}
        done={Object.keys(request.query as object).find(isKnownDone)}
      />,
    );
  });

  const idOf = (request: FastifyRequest) => {
    const { bron } = request.params as { bron: string };
    if (!isUuid(bron)) throw notFound();
    return bron;
  };
  async function find(request: FastifyRequest): Promise<KnownView | undefined> {
    const id = idOf(request);
    const known = await edge.look(request, 'own', (tx, time) => readKnownPublicly(tx, edge.actor(request), time));
    const fact = known.find((each) => each.id === id);
    return fact && knownView(fact);
  }

  interface Shown {
    readonly status?: number;
    readonly values?: FieldValues;
    readonly errors?: FieldErrors;
    readonly conflict?: boolean;
    readonly fromScan?: boolean;
  }
  type Show = (request: FastifyRequest, reply: FastifyReply, shown?: Shown) => Promise<FastifyReply>;

  const answer: Show = async (request, reply, { status, values, errors, conflict, fromScan } = {}) => {
    const fact = await find(request);
    if (!fact) throw notFound();
    const page = (
      <AnswerKnownPage
        frame={edge.frame(request)}
        fact={fact}
        values={values ?? {}}
        errors={errors}
        formKeys={{ confirm: edge.formKey(), reject: edge.formKey() }}
        conflict={conflict ?? false}
        fromScan={fromScan ?? false}
      />
    );
    return edge.html(reply, page, status);
  };
  const mend: Show = async (request, reply, { status, values, errors, conflict } = {}) => {
    const fact = await find(request);
    if (!fact || fact.element === FOCAL_POINT_ELEMENT) throw notFound();
    const page = (
      <MendKnownPage
        frame={edge.frame(request)}
        fact={fact}
        values={values ?? sourceValues(fact)}
        errors={errors}
        formKey={edge.formKey()}
        conflict={conflict ?? false}
      />
    );
    return edge.html(reply, page, status);
  };

  /** Runs what the municipality says; refused, it shows why, over what stands there now. */
  async function say(
    request: FastifyRequest,
    reply: FastifyReply,
    done: string,
    run: (tx: AnyTx, time: DomainTime) => ReturnType<typeof confirmPublicFact>,
    show: Show,
    shown: Shown,
  ): Promise<FastifyReply> {
    const outcome = await edge.command(request, reply, () => done, run);
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(done, 303);
    return refused(request, reply, outcome.error, show, shown);
  }

  function refused(
    request: FastifyRequest,
    reply: FastifyReply,
    { code }: ConfirmRefusal,
    show: Show,
    shown: Shown,
  ): Promise<FastifyReply> | FastifyReply {
    if (code === 'not-found') throw notFound();
    if (code === 'source-withdrawn' || code === 'answered-before' || code === 'named-by-record')
      return edge.html(reply, <KnownGonePage frame={edge.frame(request)} {...GONE[code]} />, 409);
    if (code === 'edit-conflict') return show(request, reply, { ...shown, status: 409, conflict: true });
    if (code === 'decided-too-long-ago') return show(request, reply, { ...shown, status: 409 });
    const { field, text } = STATEMENT_REFUSED[code];
    return show(request, reply, { ...shown, status: 409, errors: { [field]: text } });
  }

  const back = (vanuit: string, done: string) =>
    vanuit === 'scan' ? `/aanpak/scan/wat-is-er-al?${done}` : `${KNOWN_PATH}?${done}`;

  app.get(ONE, { config: one }, (request, reply) =>
    answer(request, reply, { fromScan: (request.query as Record<string, unknown>).vanuit === 'scan' }),
  );

  app.post(
    `${ONE}/overnemen`,
    { config: { ...one, action: 'approach.confirm-public-fact', fields: ConfirmForm } },
    async (request, reply) => {
      const id = idOf(request);
      const form = parseForm(ConfirmForm, request.body);
      const fromScan = form.values.vanuit === 'scan';
      if (!form.ok) return answer(request, reply, { status: 400, ...form, fromScan });
      const { versie, vanuit, orgaan, geldigTot } = form.value;
      const input = { id, seenVersion: versie, adoptingBody: orgaan, validUntil: geldigTot };
      const run = (tx: AnyTx, time: DomainTime) => confirmPublicFact(tx, edge.actor(request), input, time);
      return say(request, reply, back(vanuit, 'overgenomen'), run, answer, { values: form.values, fromScan });
    },
  );

  app.post(
    `${ONE}/klopt-niet`,
    { config: { ...one, action: 'approach.reject-public-fact', fields: RejectForm } },
    async (request, reply) => {
      const id = idOf(request);
      const form = parseForm(RejectForm, request.body);
      const fromScan = form.values.vanuit === 'scan';
      if (!form.ok) return answer(request, reply, { status: 400, ...form, fromScan });
      const { versie, vanuit, reden } = form.value;
      const input = { id, seenVersion: versie, reason: reden };
      const run = (tx: AnyTx, time: DomainTime) => rejectPublicFact(tx, edge.actor(request), input, time);
      return say(request, reply, back(vanuit, 'onjuist'), run, answer, { values: form.values, fromScan });
    },
  );

  app.get(`${ONE}/aanpassen`, { config: one }, (request, reply) => mend(request, reply));

  app.post(
    `${ONE}/aanpassen`,
    { config: { ...one, action: 'approach.mend-public-fact', fields: MendForm } },
    async (request, reply) => {
      const id = idOf(request);
      const form = parseForm(MendForm, request.body);
      if (!form.ok) return mend(request, reply, { status: 400, ...form });
      const { versie, titel, vindplaats, orgaan, datum, geldigTot } = form.value;
      const mended = { title: titel, link: vindplaats, adoptingBody: orgaan, decidedOn: datum, validUntil: geldigTot };
      const run = (tx: AnyTx, time: DomainTime) =>
        mendPublicFact(tx, edge.actor(request), { id, seenVersion: versie, mended }, time);
      return say(request, reply, back('', 'overgenomen'), run, mend, { values: form.values });
    },
  );
}
