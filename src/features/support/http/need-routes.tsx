import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { RequestPage } from '../ui/request-page.tsx';
import { AskSupportPage, SupportPage } from '../ui/support-pages.tsx';
import { readOwnEntry, readSessions } from '../use-cases/desk.ts';
import { askSupport, followUp, readNeeds, readOwnRequest } from '../use-cases/needs.ts';
import { requestPath, SUPPORT_PATH } from '../use-cases/support-names.ts';
import { ASKERS, AskForm, CONFIG, EffectForm, idIn, MOVED, READERS, titleOf } from './support-form.ts';

interface Typed {
  readonly status?: number;
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly conflict?: string;
}

/** What a municipality needs by its own approach, asking for it, and saying what the help changed. */
export function registerNeedRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const reading = { ...CONFIG, access: READERS } as const;
  const asking = { ...CONFIG, access: ASKERS } as const;
  const asks = (request: FastifyRequest) => ASKERS.includes(edge.actor(request).role);

  app.get(SUPPORT_PATH, { config: reading }, async (request, reply) => {
    const actor = edge.actor(request);
    const { needs, requests, sessions } = await edge.look(request, 'own', async (tx, time) => ({
      ...(await readNeeds(tx, actor, time)),
      sessions: await readSessions(tx, actor, time.today),
    }));
    const entry = await edge.look(request, 'published', (tx, { today }) => readOwnEntry(tx, actor, today));
    const titled = <Each extends { readonly element: string }>(each: Each) => ({
      ...each,
      title: titleOf(each.element),
    });
    return edge.html(
      reply,
      <SupportPage
        frame={edge.frame(request)}
        needs={needs.map(titled)}
        requests={requests.map(titled)}
        entry={entry}
        sessions={sessions}
        mayAsk={asks(request)}
        isAsked={(request.query as Record<string, unknown>).gevraagd !== undefined}
      />,
    );
  });

  async function ask(request: FastifyRequest, reply: FastifyReply, element: string, typed: Typed = {}) {
    const { needs } = await edge.look(request, 'own', (tx, time) => readNeeds(tx, edge.actor(request), time));
    const need = needs.find((each) => each.element === element);
    // met or asked meanwhile: the list says so
    if (!need) return reply.redirect(SUPPORT_PATH, 303);
    const page = (
      <AskSupportPage
        frame={edge.frame(request)}
        need={{ ...need, title: titleOf(element) }}
        values={typed.values ?? {}}
        errors={typed.errors}
        formKey={edge.formKey()}
        conflict={typed.conflict}
      />
    );
    return edge.html(reply, page, typed.status);
  }

  app.get(`${SUPPORT_PATH}/nieuw`, { config: asking }, (request, reply) => {
    const { onderdeel } = request.query as Record<string, unknown>;
    return ask(request, reply, typeof onderdeel === 'string' ? onderdeel : '');
  });

  app.post(SUPPORT_PATH, { config: { ...asking, action: 'support.ask', fields: AskForm } }, async (request, reply) => {
    const form = parseForm(AskForm, request.body);
    const element = form.values.onderdeel ?? '';
    if (!form.ok) {
      const known = titleOf(element) !== '';
      return known ? ask(request, reply, element, { status: 400, ...form }) : reply.redirect(SUPPORT_PATH, 303);
    }
    const done = `${SUPPORT_PATH}?gevraagd`;
    const outcome = await edge.command(
      request,
      reply,
      () => done,
      (tx, time) => askSupport(tx, edge.actor(request), { element, wish: form.value.wens }, time),
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(done, 303);
    const again = { status: 409, values: form.values };
    switch (outcome.error.code) {
      case 'no-need':
      case 'asked-already':
        return reply.redirect(SUPPORT_PATH, 303);
      case 'no-desk':
        return ask(request, reply, element, { ...again, conflict: 'er is nu geen balie. Bel VNG' });
      case 'holds-case-data': {
        const wens = 'Hier staat een nummer of adres van een persoon. Haal het weg.';
        return ask(request, reply, element, { ...again, errors: { wens } });
      }
    }
  });

  const one = { sample: 'support-request-id' } as const;
  const ONE = `${SUPPORT_PATH}/verzoeken/:verzoek`;

  async function show(request: FastifyRequest, reply: FastifyReply, typed: Typed = {}) {
    const actor = edge.actor(request);
    const id = idIn(request, 'verzoek');
    const found = await edge.look(request, 'own', (tx) => readOwnRequest(tx, actor, id));
    if (!found) throw notFound();
    const page = (
      <RequestPage
        frame={edge.frame(request)}
        side="municipality"
        {...found}
        municipality={actor.organisationName}
        elementTitle={titleOf(found.request.element)}
        mayMove={asks(request)}
        values={typed.values ?? {}}
        errors={typed.errors}
        keys={{ first: edge.formKey(), second: edge.formKey(), third: edge.formKey() }}
        conflict={typed.conflict}
      />
    );
    return edge.html(reply, page, typed.status);
  }
  app.get(ONE, { config: { ...reading, ...one } }, (request, reply) => show(request, reply));

  app.post(
    ONE,
    { config: { ...asking, ...one, action: 'support.follow-up', fields: EffectForm } },
    async (request, reply) => {
      const id = idIn(request, 'verzoek');
      const form = parseForm(EffectForm, request.body);
      if (!form.ok) {
        const found = await edge.look(request, 'own', (tx) => readOwnRequest(tx, edge.actor(request), id));
        // the form is there once the help was given, and until somebody said what it changed
        const isThere = found?.request.state === 'helped' && !('versie' in form.errors);
        if (isThere || !found) return show(request, reply, { status: 400, ...form });
        return show(request, reply, { status: 409, conflict: MOVED['wrong-state'] });
      }
      const done = requestPath(id);
      const input = { id, seenVersion: form.value.versie, effect: form.value.opbrengst };
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => followUp(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code } = outcome.error;
      if (code === 'not-found' || code === 'planned-in-past') throw notFound();
      return show(request, reply, { status: 409, conflict: MOVED[code] });
    },
  );
}
