import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodObject, z } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { organisationsOfKind } from '../../organisations/index.ts';
import type { RequestRefusal, RequestState } from '../domain/request.ts';
import { unsupportedRegions } from '../domain/results.ts';
import { RequestPage } from '../ui/request-page.tsx';
import { DeskPage, ProgrammePage } from '../ui/support-pages.tsx';
import {
  givePlace,
  planHelp,
  readAtDesk,
  readDesk,
  readProgramme,
  readResults,
  readSessions,
  recordHelp,
  regionOfEach,
  takeRequest,
} from '../use-cases/desk.ts';
import { readBeginning } from '../use-cases/onboarding.ts';
import { DESK_PATH, deskRequestPath, PROGRAMME_PATH } from '../use-cases/support-names.ts';
import {
  CONFIG,
  DESK,
  HelpForm,
  idIn,
  MOVED,
  PlaceForm,
  PlanForm,
  pageIn,
  titleOf,
  VersionForm,
} from './support-form.ts';

const PAGE = 50;

/** The shared desk of VNG and CoMensha: taking a request, planning what comes, saying that it was given; and whom to call first. */
export function registerDeskRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { ...CONFIG, access: DESK } as const;
  const acting = (request: FastifyRequest) => ({ actingForId: edge.actor(request).organisationId });
  const names = (request: FastifyRequest) =>
    edge.look(
      request,
      'published',
      async (tx, { today }) =>
        new Map((await organisationsOfKind(tx, 'gemeente', today)).map(({ id, name }) => [id, name])),
    );

  app.get(DESK_PATH, { config }, async (request, reply) => {
    const page = pageIn(request);
    const actor = edge.actor(request);
    const limits = { limit: PAGE + 1, offset: (page - 1) * PAGE };
    const municipalities = await names(request);
    const { found, today } = await edge.look(
      request,
      'mandate',
      async (tx, time) => ({ found: await readDesk(tx, actor, [...municipalities.keys()], limits), today: time.today }),
      acting(request),
    );
    return edge.html(
      reply,
      <DeskPage
        frame={edge.frame(request)}
        requests={found.slice(0, PAGE).map((each) => ({
          ...each,
          title: titleOf(each.element),
          municipality: municipalities.get(each.tenantId) ?? 'Onbekende gemeente',
        }))}
        page={page}
        hasMore={found.length > PAGE}
        today={today}
      />,
    );
  });

  app.get(PROGRAMME_PATH, { config }, async (request, reply) => {
    const actor = edge.actor(request);
    const begin = { limit: PAGE, offset: 0 };
    const municipalities = await names(request);
    const stuck = await edge.look(
      request,
      'mandate',
      (tx) => readBeginning(tx, actor, [...municipalities.keys()], begin, 'stuck'),
      acting(request),
    );
    const { list, regionOf, codeOf } = await edge.look(request, 'published', async (tx, { today }) => ({
      list: await readProgramme(tx, today),
      ...(await regionOfEach(tx, today)),
    }));
    const did = await edge.look(request, 'mandate', (tx, time) => readResults(tx, actor, time), acting(request));
    const supported = new Set([...did.supportedIds].flatMap((id) => codeOf.get(id) ?? []));
    const pages = Math.max(1, Math.ceil(list.length / PAGE));
    const page = Math.min(pageIn(request), pages);
    return edge.html(
      reply,
      <ProgrammePage
        frame={edge.frame(request)}
        entries={list.map((entry, index) => ({ ...entry, place: index + 1 })).slice((page - 1) * PAGE, page * PAGE)}
        total={list.length}
        done={{ results: did.results, regions: unsupportedRegions(list, regionOf, supported) }}
        stuck={stuck.map((each) => ({
          ...each,
          municipality: municipalities.get(each.tenantId) ?? 'Onbekende gemeente',
        }))}
        page={page}
        pages={pages}
      />,
    );
  });

  const one = { ...config, sample: 'desk-request-id' } as const;
  const ONE = `${DESK_PATH}/:verzoek`;

  async function atDesk(request: FastifyRequest) {
    const id = idIn(request, 'verzoek');
    const actor = edge.actor(request);
    const found = await edge.look(request, 'mandate', (tx) => readAtDesk(tx, actor, id), acting(request));
    if (!found) throw notFound();
    return found;
  }

  const ownSessions = (request: FastifyRequest) =>
    edge.look(request, 'own', (tx, { today }) => readSessions(tx, edge.actor(request), today, 'own'));

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: {
      readonly status?: number;
      readonly values?: FieldValues;
      readonly errors?: FieldErrors;
      readonly conflict?: string;
    } = {},
  ) {
    const found = await atDesk(request);
    const page = (
      <RequestPage
        frame={edge.frame(request)}
        side="desk"
        {...found}
        municipality={(await names(request)).get(found.request.tenantId) ?? 'Onbekende gemeente'}
        elementTitle={titleOf(found.request.element)}
        mayMove
        values={typed.values ?? {}}
        errors={typed.errors}
        keys={{ first: edge.formKey(), second: edge.formKey(), third: edge.formKey() }}
        sessions={found.request.state === 'taken' ? await ownSessions(request) : []}
        conflict={typed.conflict}
      />
    );
    return edge.html(reply, page, typed.status);
  }
  app.get(ONE, { config: one }, (request, reply) => show(request, reply));

  /** One step of the desk, in the house of the municipality that asked. */
  function step<Form extends ZodObject>(
    at: string,
    action: string,
    fields: Form,
    formIn: RequestState,
    run: (
      tx: AnyTx,
      actor: Actor,
      id: string,
      form: z.output<Form>,
      time: DomainTime,
    ) => Promise<Result<Done, RequestRefusal | { readonly code: 'session-full' }>>,
  ) {
    app.post(`${ONE}/${at}`, { config: { ...one, action, fields } }, async (request, reply) => {
      const { id, tenantId, state } = (await atDesk(request)).request;
      const form = parseForm(fields, request.body);
      if (!form.ok) {
        // the form of another state is not there any more, so neither is a field to put an error beside
        const isThere = state === formIn && !('versie' in form.errors);
        if (isThere) return show(request, reply, { status: 400, ...form });
        return show(request, reply, { status: 409, conflict: MOVED['wrong-state'] });
      }
      const done = deskRequestPath(id);
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => run(tx, edge.actor(request), id, form.value, time),
        { door: 'mandate', tenantId, ...acting(request) },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      const again = { status: 409, values: form.values };
      if (code === 'planned-in-past')
        return show(request, reply, {
          ...again,
          errors: { datum: 'Deze dag is al voorbij. Vul een dag in die nog komt.' },
        });
      if (code === 'session-full') {
        const sessie = await sayFull(request, form.values.sessie ?? '');
        return show(request, reply, { ...again, errors: { sessie } });
      }
      return show(request, reply, { ...again, conflict: MOVED[code] });
    });
  }
  step('opnemen', 'support.take', VersionForm, 'asked', (tx, actor, id, { versie }, time) =>
    takeRequest(tx, actor, { id, seenVersion: versie }, time),
  );
  step('plannen', 'support.plan', PlanForm, 'taken', (tx, actor, id, { versie, aanbod, datum }, time) =>
    planHelp(tx, actor, { id, seenVersion: versie, offer: aanbod, on: datum }, time),
  );
  /** That it is full, and when the next of its kind has a place. */
  async function sayFull(request: FastifyRequest, id: string): Promise<string> {
    const sessions = await ownSessions(request);
    const full = sessions.find((each) => each.id === id);
    const next = sessions.find(({ offer, taken, places }) => offer === full?.offer && taken < places);
    return next
      ? `Dit is vol. De volgende datum is ${writeDutchDate(next.heldOn)}: ${next.title}.`
      : 'Dit is vol, en er staat geen volgende datum. Plan er een bij Gepland aanbod.';
  }
  step('plek', 'support.give-place', PlaceForm, 'taken', (tx, actor, id, { versie, sessie }, time) =>
    givePlace(tx, actor, { id, seenVersion: versie, sessionId: sessie }, time),
  );
  step('gegeven', 'support.record-help', HelpForm, 'taken', (tx, actor, id, { versie, wat }, time) =>
    recordHelp(tx, actor, { id, seenVersion: versie, what: wat }, time),
  );
}
