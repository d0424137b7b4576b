import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { AnyTx, DomainTime } from '../../../platform/db/transact.ts';
import { type Edge, FeatureClosed, notFound } from '../../../platform/http/edge.ts';
import { bodyProblem, headerProblem, refusedFields, sendProblem } from '../../../platform/http/problem.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { err, type Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { isSignalCode } from '../domain/signal-report.ts';
import { readRecorded } from '../use-cases/own-reports.ts';
import type { Received } from '../use-cases/pass-on.ts';
import { type ForSourceRefusal, recordForSource } from '../use-cases/record-for-source.ts';
import {
  CodeParams,
  forSourceOf,
  NewSignalBody,
  ReceivedBody,
  SendingHeaders,
  STATUS_VALUES,
  StatusBody,
} from './api-bodies.ts';
import { sourceRefusalAt } from './for-source-form.ts';
import { FOLLOWERS } from './who.ts';

const BASE = '/api/v1/signalen';
/** What a registered system of the municipality comes for. */
const ONLY = 'signalen';
type Refusal = ForSourceRefusal | { readonly code: 'feature-closed' };

/**
 * Passing a signal on from a system of the municipality, and asking how it stands. The rules are those of the form: 112 first,
 * no numbers and no names of persons, persons only with an open start gate.
 */
export function registerSignalApiRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const mark = options.isDemo ? { merk: DEMO_MARK } : {};
  const passing = { access: FOLLOWERS, purpose: 'VA-01' } as const;
  const tags = ['Signalen'];

  app.post(
    BASE,
    {
      config: {
        ...passing,
        data: ['D1'],
        sealed: true,
        action: 'signals.pass-on-by-system',
        api: {
          operationId: 'signaalDoorgeven',
          tags,
          only: ONLY,
          summary: 'Een signaal doorgeven',
          description:
            'Geeft een signaal door aan de aandachtsfunctionaris van de eigen gemeente. Bij gevaar is eerst 112 gebeld. Nummers van personen worden geweigerd; wat op een naam of kenteken lijkt ook, tot iemand het nakeek.',
          headers: SendingHeaders,
          body: NewSignalBody,
          responses: {
            201: { description: 'Het signaal is ontvangen.', schema: ReceivedBody },
            409: {
              description:
                'De startpoort voor signalen over personen is dicht, of deze sleutel hoort bij een ander bericht.',
            },
          },
        },
      },
    },
    async (request, reply) => {
      const headers = SendingHeaders.safeParse({ 'Idempotency-Key': request.headers['idempotency-key'] });
      if (!headers.success) return sendProblem(reply, headerProblem(headers.error));
      const body = NewSignalBody.safeParse(request.body ?? {});
      if (!body.success) return sendProblem(reply, bodyProblem(body.error));
      const actor = edge.actor(request);
      const passed = forSourceOf(body.data);
      const locationOf = ({ code }: Received) => `${BASE}/${code}`;
      const run = async (tx: AnyTx, time: DomainTime): Promise<Result<Received, Refusal>> => {
        const keepsPersons = await edge.isFeatureOpen(tx, actor.organisationId, 'signals', time.today);
        if (passed.recorded.kind === 'person' && !keepsPersons) return err({ code: 'feature-closed' });
        return recordForSource(tx, actor, { ...passed, keepsPersons }, time);
      };
      const outcome = await edge.command(request, reply, locationOf, run);
      // sent before: the same answer, and no second signal
      if (outcome.kind === 'answered') return reply.code(201).send(receivedAt(String(reply.getHeader('location'))));
      if (outcome.kind === 'refused') {
        if (outcome.error.code === 'feature-closed') throw new FeatureClosed('signals');
        return sendProblem(reply, refusedFields(outcome.error.code, fieldsOf(outcome.error)));
      }
      const location = locationOf(outcome.value);
      return reply.code(201).header('Location', location).send(receivedAt(location));
    },
  );

  const receivedAt = (location: string) =>
    ({ kenmerk: location.slice(BASE.length + 1), ...mark }) satisfies z.output<typeof ReceivedBody>;

  app.get(
    `${BASE}/:kenmerk`,
    {
      config: {
        ...passing,
        data: ['D1', 'D2'],
        sample: 'recorded-signal-code',
        api: {
          operationId: 'signaalstandOpvragen',
          tags,
          only: ONLY,
          summary: 'De stand van een eigen signaal opvragen',
          description:
            'Of een signaal dat u zelf doorgaf is ontvangen, loopt of klaar is: dertig dagen lang, en nooit wat er is gevonden.',
          params: CodeParams,
          responses: { 200: { description: 'De stand.', schema: StatusBody } },
        },
      },
    },
    async (request, reply) => {
      const { kenmerk } = request.params as { kenmerk: string };
      if (!isSignalCode(kenmerk)) throw notFound();
      const found = await edge.look(request, 'own', (tx, { today }) =>
        readRecorded(tx, edge.actor(request), kenmerk, today),
      );
      if (!found) throw notFound();
      return reply.send({
        kenmerk,
        ontvangstDatum: found.receivedOn,
        stand: STATUS_VALUES[found.status],
        ...mark,
      } satisfies z.output<typeof StatusBody>);
    },
  );
}

/** The words of the form at the members of the message: a day is called so in the interface between systems. */
function fieldsOf(refusal: ForSourceRefusal): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(sourceRefusalAt(refusal)).map(([field, text]) => [
      field === 'beslisVoor' ? 'beslisVoorDatum' : field,
      text,
    ]),
  );
}
