import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { listMunicipalities } from '../../organisations/index.ts';
import { COLUMN_OF } from '../domain/public-fact-import.ts';
import { CorrectPublicFactPage, EnterPublicFactPage, PublicFactClosedPage } from '../ui/public-fact-entry-page.tsx';
import { ENTRY_STATES, type EntryState, PROBLEM_TEXTS } from '../ui/public-fact-words.ts';
import { isEntryDone, PUBLIC_FACTS_PATH, PublicFactsPage } from '../ui/public-facts-page.tsx';
import {
  correctPublicFact,
  ENTERERS,
  type EnteredFact,
  type EntryRefusal,
  enterPublicFacts,
  PUBLIC_FACT_ELEMENTS,
  readEntered,
  readEntry,
  readImportGround,
  withdrawPublicFact,
} from '../use-cases/public-facts.ts';
import { CorrectionForm, PublicFactForm, sourceOf, sourceValues, WithdrawalForm } from './public-fact-form.ts';
import { registerPublicFactImportRoutes } from './public-fact-import-routes.tsx';

const PAGE = 100;

/** What VNG enters about municipalities from public sources: one by one, and corrected or withdrawn. */
export function registerPublicFactRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: ENTERERS, purpose: 'VA-12', data: ['D0'] } as const;
  registerPublicFactImportRoutes(app, edge, config);

  app.get(PUBLIC_FACTS_PATH, { config }, async (request, reply) => {
    const query = request.query as Record<string, unknown>;
    const filter = typeof query.gemeente === 'string' ? query.gemeente.slice(0, 100) : '';
    const { entered, today } = await edge.look(request, 'published', async (tx, time) => ({
      entered: await readEntered(tx, edge.actor(request)),
      today: time.today,
    }));
    const views = entered.map((fact) => ({ ...fact, state: stateOf(fact, today), reason: fact.answer?.reason }));
    const order = Object.keys(ENTRY_STATES);
    const found = views
      .filter(({ municipality }) => dutchFold(municipality.name).includes(dutchFold(filter)))
      .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const asked = Number(query.pagina);
    const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
    const counts = Object.fromEntries(
      order.map((state) => [state, views.filter((view) => view.state === state).length]),
    ) as Record<EntryState, number>;
    return edge.html(
      reply,
      <PublicFactsPage
        frame={edge.frame(request)}
        entries={found.slice((page - 1) * PAGE, page * PAGE)}
        counts={counts}
        filter={filter}
        found={found.length}
        page={page}
        pages={pages}
        done={Object.keys(query).find(isEntryDone)}
      />,
    );
  });

  async function entering(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { status?: number; values?: FieldValues; errors?: FieldErrors } = {},
  ) {
    const { municipalities, today } = await edge.look(request, 'published', async (tx, time) => ({
      municipalities: await listMunicipalities(tx, time.today),
      today: time.today,
    }));
    const page = (
      <EnterPublicFactPage
        frame={edge.frame(request)}
        municipalities={municipalities}
        elements={PUBLIC_FACT_ELEMENTS}
        values={form.values ?? { bekekenOp: writeDutchDate(today) }}
        errors={form.errors}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, form.status);
  }

  app.get(`${PUBLIC_FACTS_PATH}/nieuw`, { config }, (request, reply) => entering(request, reply));

  app.post(
    PUBLIC_FACTS_PATH,
    { config: { ...config, action: 'approach.enter-public-fact', fields: PublicFactForm } },
    async (request, reply) => {
      const form = parseForm(PublicFactForm, request.body);
      if (!form.ok) return entering(request, reply, { status: 400, ...form });
      const source = sourceOf(form.value);
      if (!source)
        return entering(request, reply, {
          status: 400,
          values: form.values,
          errors: { vindplaats: PROBLEM_TEXTS['link-missing'] },
        });
      const refuse = (code: keyof typeof COLUMN_OF) =>
        entering(request, reply, {
          status: 409,
          values: form.values,
          errors: { [COLUMN_OF[code]]: PROBLEM_TEXTS[code] },
        });
      const ground = await edge.look(request, 'published', (tx, { today }) =>
        readImportGround(tx, edge.actor(request), today),
      );
      const { gemeente, onderdeel } = form.value;
      const place = ground.municipalities.get(gemeente);
      if (!place) return refuse(ground.ended.has(gemeente) ? 'municipality-ended' : 'unknown-municipality');
      const facts = [{ ...source, municipalityId: place.id, element: onderdeel }];
      const done = `${PUBLIC_FACTS_PATH}?ingevoerd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => enterPublicFacts(tx, edge.actor(request), { facts, stated: ground.stated }, time),
      );
      if (outcome.kind === 'answered') return reply;
      return outcome.kind === 'done' ? reply.redirect(done, 303) : refuse(outcome.error.code);
    },
  );

  const one = { ...config, sample: 'public-fact-id' } as const;
  const ONE = `${PUBLIC_FACTS_PATH}/:bron`;
  const idOf = (request: FastifyRequest) => {
    const { bron } = request.params as { bron: string };
    if (!isUuid(bron)) throw notFound();
    return bron;
  };

  async function opened(request: FastifyRequest): Promise<EnteredFact> {
    const id = idOf(request);
    const entry = await edge.look(request, 'published', (tx) => readEntry(tx, edge.actor(request), id));
    if (!entry) throw notFound();
    return entry;
  }

  async function correcting(
    request: FastifyRequest,
    reply: FastifyReply,
    entry: EnteredFact,
    form: { status?: number; values?: FieldValues; errors?: FieldErrors; conflict?: boolean } = {},
  ) {
    const { outcome, reason } = entry.answer ?? {};
    if (outcome === 'bevestigd' || outcome === 'aangepast') return closed(request, reply, form.status && 409);
    const page = (
      <CorrectPublicFactPage
        frame={edge.frame(request)}
        id={entry.id}
        municipality={entry.municipality.name}
        element={entry.element}
        version={entry.version}
        reason={reason}
        conflict={form.conflict ?? false}
        values={form.values ?? sourceValues(entry)}
        errors={form.errors}
        formKey={edge.formKey()}
        withdrawKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, form.status);
  }

  function closed(request: FastifyRequest, reply: FastifyReply, status?: number) {
    const page = (
      <PublicFactClosedPage
        frame={edge.frame(request)}
        title="De gemeente heeft dit overgenomen"
        text="Wat hier stond, is nu de eigen opgave van de gemeente. Alleen zij kan het wijzigen. U hoeft niets meer te doen."
      />
    );
    return edge.html(reply, page, status);
  }

  /** The answer to a refused correction or withdrawal, over what stands there now. */
  async function refused(
    request: FastifyRequest,
    reply: FastifyReply,
    { code }: EntryRefusal,
    values?: FieldValues,
  ): Promise<FastifyReply> {
    if (code === 'not-found') throw notFound();
    if (code === 'already-confirmed') return closed(request, reply, 409);
    return correcting(request, reply, await opened(request), {
      status: 409,
      conflict: true,
      ...(values && { values }),
    });
  }

  app.get(ONE, { config: one }, async (request, reply) => correcting(request, reply, await opened(request)));

  app.post(
    ONE,
    { config: { ...one, action: 'approach.correct-public-fact', fields: CorrectionForm } },
    async (request, reply) => {
      const entry = await opened(request);
      const form = parseForm(CorrectionForm, request.body);
      if (!form.ok) return correcting(request, reply, entry, { status: 400, ...form });
      const content = sourceOf(form.value);
      const again = (status: number, errors: FieldErrors) =>
        correcting(request, reply, entry, { status, values: form.values, errors });
      if (!content) return again(400, { vindplaats: PROBLEM_TEXTS['link-missing'] });
      const done = `${PUBLIC_FACTS_PATH}?gewijzigd`;
      const input = { id: entry.id, seenVersion: form.value.versie, content };
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => correctPublicFact(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code } = outcome.error;
      if (code === 'not-found' || code === 'already-confirmed' || code === 'edit-conflict')
        return refused(request, reply, { code }, form.values);
      return again(409, { [COLUMN_OF[code]]: PROBLEM_TEXTS[code] });
    },
  );

  app.post(
    `${ONE}/intrekken`,
    { config: { ...one, action: 'approach.withdraw-public-fact', fields: WithdrawalForm } },
    async (request, reply) => {
      // not looked up first: sent twice, the second finds it withdrawn and is answered as the first
      const id = idOf(request);
      const form = parseForm(WithdrawalForm, request.body);
      if (!form.ok)
        return correcting(request, reply, await opened(request), {
          status: 400,
          errors: { _versie: 'Deze bron is niet ingetrokken. Kijk hem na en trek hem opnieuw in.' },
        });
      const done = `${PUBLIC_FACTS_PATH}?ingetrokken`;
      const input = { id, seenVersion: form.value.versie };
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => withdrawPublicFact(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      return outcome.kind === 'done' ? reply.redirect(done, 303) : refused(request, reply, outcome.error);
    },
  );
}

/** How far an entry is today. */
function stateOf({ answer, municipality }: EnteredFact, today: PlainDate): EntryState {
  if (answer?.outcome === 'bevestigd') return 'confirmed';
  if (answer?.outcome === 'aangepast') return 'mended';
  if (municipality.endedOn !== undefined && municipality.endedOn <= today) return 'ended';
  return answer ? 'rejected' : 'waiting';
}
