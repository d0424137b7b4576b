import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { checkState } from '../domain/release/proposal.ts';
import { readCounts } from '../domain/release/read-counts.ts';
import { PreviewPage, ProposalPage } from '../ui/release/proposal-page.tsx';
import { PROPOSALS_PATH as PATH, ProposalsPage } from '../ui/release/proposals-page.tsx';
import { countsProblemText } from '../ui/release/release-texts.ts';
import { type InTenant, openCheckDesk, writeChecks } from '../use-cases/release/check-desk.ts';
import { allEditions } from '../use-cases/release/editions.ts';
import {
  type Checkable,
  checkAgain,
  mayPropose,
  propertiesToday,
  propose,
  readProposal,
  recentProposals,
} from '../use-cases/release/proposals.ts';
import { askRelease, previewOf, proposalStanding } from '../use-cases/release/release-figures.ts';
import { textOfFile } from './estimate-form.ts';
import { AskForm, exampleCounts, ProposalForm } from './proposal-form.ts';

const CONFIG = { access: ['analist'], purpose: 'VA-12', data: ['D1', 'D9', 'D10'] } as const;
const ONE = { ...CONFIG, sample: 'proposal-id' } as const;
const AGAIN_SECONDS = 2;

/** What stands beside which field when a request is refused. */
const ASK_REFUSALS: Readonly<Record<string, { readonly field: string; readonly text: string }>> = {
  'not-safe': { field: 'reden', text: 'Dit voorstel is niet veilig gecontroleerd. Laat het opnieuw controleren.' },
  'check-stale': {
    field: 'reden',
    text: 'Na deze controle kwam een andere uitgave uit. Laat opnieuw controleren en vraag het dan.',
  },
  'not-the-office': { field: 'bureau', text: 'Kies het bureau van de Nationaal Rapporteur.' },
  'decider-ended': { field: 'bureau', text: 'Deze organisatie bestaat niet meer. Kies een andere.' },
  'asked-before': { field: 'reden', text: 'Dit is al gevraagd. Het verzoek staat bij Goedkeuringen.' },
};

/** From counts to a public table: propose, wait for the attacker, read, ask the second organisation (ADR 13). */
export function registerProposalRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean; readonly inTenant: InTenant },
): void {
  const desk = openCheckDesk(writeChecks(options.inTenant), (problem) =>
    app.log.error({ err: problem }, 'onthullingscontrole'),
  );
  app.addHook('preClose', () => desk.close());
  const pageOf = ({ subject }: Checkable) => `${PATH}/${subject.id}`;
  const idOf = (request: FastifyRequest) => (request.params as { id: string }).id;

  async function showList(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    values: FieldValues = {},
    errors?: FieldErrors,
  ) {
    const actor = edge.actor(request);
    const seen = await edge.look(request, 'own', async (tx, { now, today }) => ({
      now,
      mayPropose: await mayPropose(tx, actor, today),
      proposals: await recentProposals(tx, actor),
      editions: await allEditions(tx),
      properties: await propertiesToday(tx, today),
    }));
    const page = (
      <ProposalsPage
        frame={edge.frame(request)}
        {...seen}
        exampleHref={options.isDemo ? `${PATH}/voorbeeld.csv` : undefined}
        values={values}
        errors={errors}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(PATH, { config: CONFIG }, (request, reply) => showList(request, reply));

  if (options.isDemo)
    app.get(`${PATH}/voorbeeld.csv`, { config: { ...CONFIG, demoOnly: true } }, async (request, reply) => {
      const text = await edge.look(request, 'own', async (tx, { today }) =>
        exampleCounts(await propertiesToday(tx, today), Number(today.slice(0, 4))),
      );
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('Content-Disposition', 'attachment; filename="verzonnen-aantallen.csv"')
        .send(text);
    });

  app.post(
    PATH,
    { config: { ...CONFIG, action: 'insight.propose-release', fields: ProposalForm, multipart: true } },
    async (request, reply) => {
      const actor = edge.actor(request);
      const { bestand } = request.uploads;
      const pasted = String((request.body as Record<string, unknown>).tabel ?? '');
      const text = bestand ? textOfFile(bestand.bytes) : pasted;
      const known = await edge.look(request, 'own', async (tx, { today }) => ({
        properties: await propertiesToday(tx, today),
        year: Number(today.slice(0, 4)),
      }));
      const form = parseForm(ProposalForm, { ...(request.body as object), ...(bestand && { tabel: '' }) });
      const read = readCounts(text, known.properties, known.year);
      const place = bestand ? 'bestand' : 'tabel';
      if (!form.ok || !read.ok)
        return showList(request, reply, 400, form.values, {
          ...(form.ok ? {} : form.errors),
          ...(read.ok ? {} : { [place]: countsProblemText(read.problem, columnNumber(text, read.problem.column)) }),
        });
      const outcome = await edge.command(request, reply, pageOf, (tx, time) =>
        propose(tx, actor, { title: form.value.titel, read: read.value }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused')
        return showList(request, reply, 409, form.values, {
          titel: 'Alleen het landelijke register maakt een voorstel. Vraag het een analist van CoMensha.',
        });
      desk.start(actor.organisationId, outcome.value);
      return reply.redirect(pageOf(outcome.value), 303);
    },
  );

  async function showOne(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const actor = edge.actor(request);
    const id = idOf(request);
    const own = await edge.look(request, 'own', async (tx, time) => {
      const proposal = await readProposal(tx, actor, id);
      return proposal && { proposal, now: time.now, ...(await proposalStanding(tx, actor, proposal, time)) };
    });
    if (!own) {
      const result = await previewFor(request, id);
      return edge.html(reply, <PreviewPage frame={edge.frame(request)} result={result} path={`${PATH}/${id}`} />);
    }
    if (checkState(own.proposal, own.now) === 'busy') reply.header('Refresh', String(AGAIN_SECONDS));
    const page = (
      <ProposalPage
        frame={edge.frame(request)}
        {...own}
        share={desk.shareOf(id)}
        formKey={edge.formKey()}
        values={form.values}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  /** What another organisation laid before this one. @throws 404 when it did not. */
  async function previewFor(request: FastifyRequest, id: string) {
    const actor = edge.actor(request);
    const result = await edge.look(request, 'mandate', (tx) => previewOf(tx, actor, id), {
      actingForId: actor.organisationId,
    });
    if (!result) throw notFound();
    return result;
  }

  app.get(`${PATH}/:id`, { config: ONE }, (request, reply) => showOne(request, reply));

  app.get(`${PATH}/:id.json`, { config: ONE }, async (request, reply) => {
    const id = idOf(request);
    const actor = edge.actor(request);
    const own = await edge.look(request, 'own', async (tx, { now }) => {
      const proposal = await readProposal(tx, actor, id);
      return proposal && { stand: checkState(proposal, now), check: proposal.check };
    });
    const body = own ?? { stand: 'safe', check: { result: await previewFor(request, id), sha256: undefined } };
    return reply.send({
      ...(options.isDemo && { merk: DEMO_MARK }),
      id,
      stand: body.stand,
      controlegetal: body.check?.sha256 ?? null,
      verslag: body.check?.result?.report ?? null,
      cijfers: body.check?.result?.figures ?? null,
    });
  });

  app.post(
    `${PATH}/:id/controleren`,
    { config: { ...ONE, action: 'insight.check-release' } },
    async (request, reply) => {
      const actor = edge.actor(request);
      const outcome = await edge.command(request, reply, pageOf, (tx, time) =>
        checkAgain(tx, actor, idOf(request), time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') {
        desk.start(actor.organisationId, outcome.value);
        return reply.redirect(pageOf(outcome.value), 303);
      }
      if (outcome.error.code !== 'check-running') throw notFound();
      return showOne(request, reply, 409, {
        errors: { _controle: 'Er loopt al een controle. Wacht tot die klaar is.' },
      });
    },
  );

  app.post(
    `${PATH}/:id/vragen`,
    { config: { ...ONE, action: 'insight.ask-release', fields: AskForm } },
    async (request, reply) => {
      const form = parseForm(AskForm, request.body);
      if (!form.ok) return showOne(request, reply, 400, form);
      const actor = edge.actor(request);
      const { bureau, reden } = form.value;
      const done = `${PATH}/${idOf(request)}`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => askRelease(tx, actor, { id: idOf(request), reason: reden, officeId: bureau }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const refusal = ASK_REFUSALS[outcome.error.code];
      if (!refusal) throw notFound();
      return showOne(request, reply, 409, { values: form.values, errors: { [refusal.field]: refusal.text } });
    },
  );
}

/** The place of a column by its name in the first line, from 1. */
function columnNumber(text: string, column: string | undefined): number | undefined {
  const head =
    text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? '';
  const at = head.split(/[;,\t]/).findIndex((name) => name.trim().replace(/^"(.*)"$/, '$1') === column);
  return column === undefined || at < 0 ? undefined : at + 1;
}
