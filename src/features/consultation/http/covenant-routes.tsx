import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { PartyType } from '../domain/party.ts';
import { organisationChoices, TYPE_WORDS } from '../ui/consultation-words.ts';
import { CovenantsPage, NewCovenantPage } from '../ui/covenant-pages.tsx';
import { COVENANTS_PATH } from '../use-cases/consultation-names.ts';
import {
  endCovenantToday,
  hasApproach,
  otherOrganisations,
  readCovenants,
  recordCovenant,
} from '../use-cases/covenants.ts';
import { CovenantForm, EndCovenantForm, errorsOf } from './consultation-form.ts';
import type { Returned } from './consultation-routes.tsx';
import { pageIn, ticked, withTicked } from './fields.ts';
import { COVENANT_READERS, COVENANT_WRITERS } from './who.ts';

const PAGE = 50;
/** Municipalities are too many to tick; they are written by name. */
const WRITTEN: readonly string[] = ['gemeente', 'provincie'];

/** Covenants and processing agreements: with whom, what for, on which ground, and until when. */
export function registerCovenantRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const reading = { access: COVENANT_READERS, purpose: 'VA-14', data: ['D1'] } as const;
  const writing = { ...reading, access: COVENANT_WRITERS } as const;

  app.get(COVENANTS_PATH, { config: reading }, async (request, reply) => {
    const actor = edge.actor(request);
    const page = pageIn(request.query);
    const { covenants, counts } = await edge.look(request, 'own', async (tx, { today }) => ({
      covenants: await readCovenants(tx, actor, { limit: PAGE + 1, offset: (page - 1) * PAGE }, today),
      counts: await hasApproach(tx, actor.organisationId),
    }));
    const query = request.query as Record<string, unknown>;
    const shown = (
      <CovenantsPage
        frame={edge.frame(request)}
        covenants={covenants.slice(0, PAGE)}
        countsInApproach={counts}
        mayWrite={COVENANT_WRITERS.includes(actor.role)}
        page={page}
        pages={covenants.length > PAGE ? page + 1 : page}
        formKey={edge.formKey()}
        done={query.vastgelegd !== undefined ? 'recorded' : query.beeindigd !== undefined ? 'ended' : undefined}
      />
    );
    return edge.html(reply, shown);
  });

  const known = (request: FastifyRequest) =>
    edge.look(request, 'own', async (tx, { today }) => ({
      organisations: await otherOrganisations(tx, edge.actor(request), today),
      today,
    }));
  async function showForm(request: FastifyRequest, reply: FastifyReply, status = 200, form: Returned = {}) {
    const { organisations, today } = await known(request);
    const page = (
      <NewCovenantPage
        frame={edge.frame(request)}
        organisations={organisationChoices(organisations.filter(({ kind }) => !WRITTEN.includes(kind)))}
        formKey={edge.formKey()}
        values={{ vanaf: writeDutchDate(today), ...form.values }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(`${COVENANTS_PATH}/nieuw`, { config: writing }, (request, reply) => showForm(request, reply));
  app.post(
    COVENANTS_PATH,
    { config: { ...writing, action: 'consultation.record-covenant', fields: CovenantForm } },
    async (request, reply) => {
      const form = parseForm(CovenantForm, request.body);
      const values = withTicked(form.values, request.body, 'partijen');
      if (!form.ok) return showForm(request, reply, 400, { values, errors: form.errors });
      const { soort, naam, doel, grondslag, anderen, vanaf, geldigTot, bespreken } = form.value;
      const { organisations } = await known(request);
      const lines = linesOf(anderen);
      const wrong = lines.find(({ type, name }) => !type && !codeNamed(organisations, name));
      if (wrong) {
        const text = `Zet bij «${wrong.name}» de soort erachter, na een puntkomma: kies uit de lijst.`;
        return showForm(request, reply, 400, { values, errors: { anderen: text } });
      }
      const named = lines.map((line) => ({ ...line, code: codeNamed(organisations, line.name) }));
      const input = {
        kind: soort,
        title: naam,
        purpose: doel,
        basis: grondslag,
        validFrom: vanaf,
        validUntil: geldigTot,
        reviewOn: bespreken,
        codes: [...ticked(request.body, 'partijen'), ...named.flatMap(({ code }) => code ?? [])],
        others: named.flatMap(({ name, type, code }) => (code || !type ? [] : [{ name, type }])),
      };
      const done = `${COVENANTS_PATH}?vastgelegd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => recordCovenant(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code } = outcome.error;
      const errors =
        code === 'unknown-organisation'
          ? { partijen: 'Kies organisaties uit de lijst, niet uw eigen.' }
          : code === 'sounds-like-other'
            ? { anderen: 'Een naam klinkt als een opsporingsdienst. Zet die soort erachter.' }
            : errorsOf(code);
      return showForm(request, reply, 409, { values, errors });
    },
  );
  app.post(
    `${COVENANTS_PATH}/beeindigen`,
    { config: { ...writing, action: 'consultation.end-covenant', fields: EndCovenantForm } },
    async (request, reply) => {
      const form = parseForm(EndCovenantForm, request.body);
      if (!form.ok) throw notFound();
      const done = `${COVENANTS_PATH}?beeindigd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => endCovenantToday(tx, edge.actor(request), form.value.convenantId, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused' && outcome.error.code === 'not-found') throw notFound();
      // over already: what was asked is so
      return reply.redirect(done, 303);
    },
  );
}

/** Lines of «name; kind». */
function linesOf(typed: string): readonly { readonly name: string; readonly type: PartyType | undefined }[] {
  const plain = (word: string) => word.trim().toLowerCase();
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 50)
    .map((line) => {
      const [name = '', kind = ''] = line.split(';');
      const type = Object.entries(TYPE_WORDS).find(([id, label]) => id !== 'own' && plain(label) === plain(kind))?.[0];
      return { name: name.trim(), type: type as PartyType | undefined };
    });
}

const codeNamed = (organisations: readonly { readonly code: string; readonly name: string }[], name: string) =>
  organisations.find((each) => each.name.toLowerCase() === name.toLowerCase())?.code;
