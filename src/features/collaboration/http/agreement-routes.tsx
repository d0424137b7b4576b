import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { AgreementsPage } from '../ui/agreements-page.tsx';
import { NewAgreementPage } from '../ui/new-agreement-page.tsx';
import { counterparts, endAgreementToday, readAgreements, recordAgreement } from '../use-cases/agreements.ts';
import { AGREEMENT_REFUSAL_AT, AgreementForm, EndForm } from './agreement-form.ts';
import { READERS, WRITERS } from './who.ts';

const PATH = '/samenwerken/afspraken';

/** Agreements to exchange messages: what this organisation wrote down, and what others did. */
export function registerAgreementRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const reading = { access: READERS, purpose: 'VA-14', data: ['D1'] } as const;
  // whoever writes an agreement down gets keys, so that others can seal what they send
  const writing = { ...reading, access: WRITERS, sealed: true } as const;

  app.get(PATH, { config: reading }, async (request, reply) => {
    const actor = edge.actor(request);
    const view = await edge.look(request, 'own', (tx, { today }) => readAgreements(tx, actor, today));
    const query = request.query as Record<string, unknown>;
    const done = query.vastgelegd !== undefined ? 'recorded' : query.beeindigd !== undefined ? 'ended' : undefined;
    const page = (
      <AgreementsPage
        frame={edge.frame(request)}
        agreements={view.agreements}
        proposals={view.proposals}
        mayWrite={WRITERS.includes(actor.role)}
        formKey={edge.formKey()}
        done={done}
      />
    );
    return edge.html(reply, page);
  });

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const actor = edge.actor(request);
    const { organisations, kinds, today } = await edge.look(request, 'own', async (tx, time) => ({
      organisations: await counterparts(tx, actor, time.today),
      kinds: (await readAgreements(tx, actor, time.today)).kinds,
      today: time.today,
    }));
    const page = (
      <NewAgreementPage
        frame={edge.frame(request)}
        organisations={organisations}
        kinds={kinds}
        formKey={edge.formKey()}
        values={{ vanaf: writeDutchDate(today), ...form.values }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(`${PATH}/nieuw`, { config: writing }, async (request, reply) => {
    const { organisatie, soort } = request.query as Record<string, unknown>;
    const given = { organisatie, soort };
    const values = Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === 'string'));
    return showForm(request, reply, 200, { values: values as FieldValues });
  });

  app.post(
    PATH,
    { config: { ...writing, action: 'collaboration.record-agreement', fields: AgreementForm } },
    async (request, reply) => {
      const form = parseForm(AgreementForm, request.body);
      if (!form.ok) return showForm(request, reply, 400, form);
      const { organisatie, soort, grondslag, vanaf, geldigTot } = form.value;
      const input = {
        counterpartCode: organisatie,
        kind: soort,
        basis: grondslag,
        validFrom: vanaf,
        validUntil: geldigTot,
      };
      const done = `${PATH}?vastgelegd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => recordAgreement(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { field, text } = AGREEMENT_REFUSAL_AT[outcome.error.code];
      return showForm(request, reply, 409, { values: form.values, errors: { [field]: text } });
    },
  );

  app.post(
    `${PATH}/beeindigen`,
    { config: { ...writing, action: 'collaboration.end-agreement', fields: EndForm } },
    async (request, reply) => {
      const form = parseForm(EndForm, request.body);
      if (!form.ok) throw notFound();
      const done = `${PATH}?beeindigd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => endAgreementToday(tx, edge.actor(request), { id: form.value.afspraak }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused' && outcome.error.code === 'not-found') throw notFound();
      // over already: what was asked is so
      return reply.redirect(done, 303);
    },
  );
}
