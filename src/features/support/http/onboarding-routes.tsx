import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { BODY_CHOICES, cvdrLink, STATEMENT_REFUSED } from '../../approach/index.ts';
import { BeginPage, ImportPolicyPage } from '../ui/onboarding-pages.tsx';
import { begin, bringUpToDate, importPolicy, readOnboarding } from '../use-cases/onboarding.ts';
import { BEGIN_PATH } from '../use-cases/support-names.ts';
import { ASKERS, CONFIG, NothingForm, PolicyForm } from './support-form.ts';

const BEGINNERS: readonly Role[] = ['beheerder', ...ASKERS];
const SAID = ['begonnen', 'bijgewerkt', 'beleid'] as const;

/** The first steps of a municipality, that follow from its facts, and bringing in policy that is public already. */
export function registerBeginRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { ...CONFIG, access: BEGINNERS } as const;

  async function show(request: FastifyRequest, reply: FastifyReply, status = 200, conflict?: string) {
    const actor = edge.actor(request);
    const found = await edge.look(request, 'own', (tx, time) => readOnboarding(tx, actor, time));
    const query = request.query as Record<string, unknown>;
    const page = (
      <BeginPage
        frame={edge.frame(request)}
        role={actor.role}
        {...found}
        said={SAID.find((word) => query[word] !== undefined)}
        conflict={conflict}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(BEGIN_PATH, { config }, (request, reply) => show(request, reply));

  app.post(
    BEGIN_PATH,
    { config: { ...config, action: 'support.begin', fields: NothingForm } },
    async (request, reply) => {
      const done = `${BEGIN_PATH}?begonnen`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => begin(tx, edge.actor(request), time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const isThere = outcome.error.code === 'began-already';
      return show(request, reply, 409, isThere ? 'een collega begon al' : 'er is nu geen balie. Bel VNG');
    },
  );

  app.post(
    `${BEGIN_PATH}/stand`,
    { config: { ...config, action: 'support.bring-up-to-date', fields: NothingForm } },
    async (request, reply) => {
      const done = `${BEGIN_PATH}?bijgewerkt`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => bringUpToDate(tx, edge.actor(request), time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      return show(request, reply, 409, 'VNG en CoMensha kijken nog niet mee');
    },
  );

  const POLICY = `${BEGIN_PATH}/beleid`;
  const importing = { ...CONFIG, access: ASKERS } as const;

  async function showPolicy(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: { readonly values: FieldValues; readonly errors?: FieldErrors } = { values: {} },
    status = 200,
  ) {
    // also reads the clock, which the frame of a demo shows
    await edge.look(request, 'own', async () => undefined);
    const page = (
      <ImportPolicyPage
        frame={edge.frame(request)}
        bodies={BODY_CHOICES}
        values={typed.values}
        errors={typed.errors}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(POLICY, { config: importing }, (request, reply) => showPolicy(request, reply));

  app.post(
    POLICY,
    { config: { ...importing, action: 'support.import-policy', fields: PolicyForm } },
    async (request, reply) => {
      const form = parseForm(PolicyForm, request.body);
      if (!form.ok) return showPolicy(request, reply, form, 400);
      const { titel, cvdr, link, orgaan, datum, geldigTot } = form.value;
      const { values } = form;
      const at = link || (cvdr && cvdrLink(cvdr));
      if (!at)
        return showPolicy(request, reply, { values, errors: { cvdr: 'Vul een CVDR-nummer of een adres in.' } }, 400);
      const done = `${BEGIN_PATH}?beleid`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) =>
          importPolicy(
            tx,
            edge.actor(request),
            {
              evidenceTitle: cvdr ? `${titel} (${cvdr})` : titel,
              link: at,
              adoptingBody: orgaan,
              asOf: datum,
              validUntil: geldigTot,
            },
            time,
          ),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { field, text } = STATEMENT_REFUSED[outcome.error.code];
      return showPolicy(request, reply, { values, errors: { [field]: text } }, 409);
    },
  );
}
