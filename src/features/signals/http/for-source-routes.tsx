import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyTx, DomainTime } from '../../../platform/db/transact.ts';
import type { Edge } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { ReportKind } from '../domain/signal-report.ts';
import { ForSourcePage, ForSourceStartPage } from '../ui/for-source-page.tsx';
import type { Received } from '../use-cases/pass-on.ts';
import { type ForSourceRefusal, recordForSource } from '../use-cases/record-for-source.ts';
import { LocationForSourceForm, PersonForSourceForm, sourceRefusalAt } from './for-source-form.ts';
import { passedOnOf } from './pass-on-form.ts';
import { WEIGHERS } from './who.ts';

const PATH = '/meldingen/namens';

/** The focal point records what came from outside: by telephone, e-mail, at the counter, or from another organisation. */
export function registerForSourceRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const recording = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2'] } as const;
  const isOpenFor = (request: FastifyRequest) =>
    edge.look(request, 'own', (tx, { today }) =>
      edge.isFeatureOpen(tx, edge.actor(request).organisationId, 'signals', today),
    );

  app.get(PATH, { config: recording }, async (request, reply) =>
    edge.html(reply, <ForSourceStartPage frame={edge.frame(request)} takesPersons={await isOpenFor(request)} />),
  );

  function record(kind: ReportKind, step: string) {
    const fields = kind === 'person' ? PersonForSourceForm : LocationForSourceForm;
    const gate = kind === 'person' ? ({ gate: 'signals' } as const) : {};

    async function show(
      request: FastifyRequest,
      reply: FastifyReply,
      status = 200,
      form: { values?: FieldValues; errors?: FieldErrors } = {},
    ) {
      const page = (
        <ForSourcePage
          frame={edge.frame(request)}
          kind={kind}
          keepsPersons={kind === 'person' || (await isOpenFor(request))}
          formKey={edge.formKey()}
          values={form.values ?? {}}
          errors={form.errors}
        />
      );
      return edge.html(reply, page, status);
    }

    app.get(`${PATH}/${step}`, { config: { ...recording, ...gate } }, (request, reply) => show(request, reply));
    app.post(
      `${PATH}/${step}`,
      { config: { ...recording, ...gate, sealed: true, action: 'signals.record-for-source', fields } },
      async (request, reply) => {
        const form = parseForm(fields, request.body);
        if (!form.ok) return show(request, reply, 400, form);
        const { bron: source, magHoren: mayHear, bereiken: sourceReach, beslisVoor: decideBy } = form.value;
        const recorded = { ...passedOnOf(kind, form.value), sourceReach };
        const actor = edge.actor(request);
        const doneAt = ({ code }: Received) => `/meldingen/${code}?vastgelegd`;
        const run = async (tx: AnyTx, at: DomainTime): Promise<Result<Received, ForSourceRefusal>> => {
          const keepsPersons = await edge.isFeatureOpen(tx, actor.organisationId, 'signals', at.today);
          return recordForSource(tx, actor, { recorded, source, mayHear, decideBy, keepsPersons }, at);
        };
        const outcome = await edge.command(request, reply, doneAt, run);
        if (outcome.kind === 'answered') return reply;
        if (outcome.kind === 'done') return reply.redirect(doneAt(outcome.value), 303);
        return show(request, reply, 409, { values: form.values, errors: sourceRefusalAt(outcome.error) });
      },
    );
  }
  record('location', 'plek');
  record('person', 'persoon');
}
