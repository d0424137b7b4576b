import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { INSTRUMENT_KINDS, type InstrumentKind } from '../domain/instrument.ts';
import { InstrumentPage, InstrumentsPage } from '../ui/instruments-page.tsx';
import { keepInstrument, logUse, readInstruments } from '../use-cases/instruments.ts';
import { INSTRUMENT_REFUSED, InstrumentForm, instrumentFacts, instrumentValues, UseForm } from './instrument-form.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
const WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
const PATH = '/aanpak/instrumenten';

type Words = Readonly<Record<string, string>>;

/** The administrative instruments of a municipality (K6.1) and the log of their use. */
export function registerInstrumentRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const own = { purpose: 'VA-11', data: ['D1'] } as const;
  const one = { ...own, sample: 'instrument-kind' } as const;

  const read = (request: FastifyRequest) =>
    edge.look(request, 'own', async (tx, { today }) => ({
      ...(await readInstruments(tx, edge.actor(request))),
      today,
    }));

  app.get(PATH, { config: { ...own, access: READERS } }, async (request, reply) => {
    const { instruments, uses } = await read(request);
    return edge.html(reply, <InstrumentsPage frame={edge.frame(request)} instruments={instruments} uses={uses} />);
  });

  app.get(`${PATH}/:instrument`, { config: { ...one, access: READERS } }, async (request, reply) =>
    show(request, reply, kindOf(request), 200),
  );

  app.post(
    `${PATH}/:instrument`,
    { config: { ...one, access: WRITERS, action: 'approach.keep-instrument', fields: InstrumentForm } },
    async (request, reply) => {
      const kind = kindOf(request);
      const form = parseForm(InstrumentForm, request.body);
      if (!form.ok) return show(request, reply, kind, 400, { values: form.values, errors: form.errors });
      const input = { kind, facts: instrumentFacts(form.value), seenVersion: form.value.versie };
      const saved = `${PATH}/${kind}?opgeslagen`;
      const outcome = await edge.command(
        request,
        reply,
        () => saved,
        (tx, time) => keepInstrument(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(saved, 303);
      const { code } = outcome.error;
      if (code === 'edit-conflict') return show(request, reply, kind, 409, { values: form.values });
      const errors = { [INSTRUMENT_REFUSED[code].field]: INSTRUMENT_REFUSED[code].text };
      return show(request, reply, kind, 409, { values: form.values, errors });
    },
  );

  app.post(
    `${PATH}/:instrument/gebruik`,
    { config: { ...one, access: WRITERS, action: 'approach.log-instrument-use', fields: UseForm } },
    async (request, reply) => {
      const kind = kindOf(request);
      const form = parseForm(UseForm, request.body);
      if (!form.ok) return show(request, reply, kind, 400, { useValues: form.values, useErrors: form.errors });
      const { datum, waarvoor, uitkomst, slachtoffercheck } = form.value;
      const input = { kind, usedOn: datum, purpose: waarvoor, outcome: uitkomst, isVictimChecked: slachtoffercheck };
      const saved = `${PATH}/${kind}?opgeslagen`;
      const outcome = await edge.command(
        request,
        reply,
        () => saved,
        (tx, time) => logUse(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(saved, 303);
      const { code } = outcome.error;
      if (code === 'edit-conflict') return reply.redirect(`${PATH}/${kind}`, 303);
      const useErrors = { [INSTRUMENT_REFUSED[code].field]: INSTRUMENT_REFUSED[code].text };
      return show(request, reply, kind, 409, { useValues: form.values, useErrors });
    },
  );

  function kindOf(request: FastifyRequest): InstrumentKind {
    const { instrument } = request.params as { instrument: string };
    const kind = INSTRUMENT_KINDS.find((each) => each === instrument);
    if (!kind) throw notFound();
    return kind;
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: InstrumentKind,
    status: number,
    typed: { values?: Words; errors?: Words; useValues?: Words; useErrors?: Words } = {},
  ) {
    const { instruments, uses, today } = await read(request);
    const instrument = instruments.find((each) => each.kind === kind);
    const isConflict = status === 409 && typed.values !== undefined && !typed.errors;
    const stored = instrumentValues(instrument);
    return edge.html(
      reply,
      <InstrumentPage
        frame={edge.frame(request)}
        kind={kind}
        instrument={instrument}
        uses={uses.filter((use) => use.kind === kind)}
        values={typed.values ? { ...typed.values, ...(isConflict && { versie: stored.versie ?? '0' }) } : stored}
        errors={typed.errors}
        useValues={typed.useValues}
        useErrors={typed.useErrors}
        formKey={edge.formKey()}
        useKey={edge.formKey()}
        today={today}
        saved={(request.query as Record<string, unknown>).opgeslagen !== undefined}
        conflict={isConflict}
        mayWrite={WRITERS.includes(edge.actor(request).role)}
      />,
      status,
    );
  }
}
