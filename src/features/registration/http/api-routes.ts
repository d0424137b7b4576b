import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { AnyTx, DomainTime } from '../../../platform/db/transact.ts';
import { type Edge, FeatureClosed } from '../../../platform/http/edge.ts';
import { bodyProblem, headerProblem, refusedFields, sendProblem } from '../../../platform/http/problem.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { err, type Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { Drafted } from '../use-cases/draft-registration.ts';
import { type AtOnceRefusal, registerAtOnce } from '../use-cases/register-at-once.ts';
import { registrationPath } from '../use-cases/registration-names.ts';
import { draftOf, MEMBER_OF, NewRegistrationBody, SendingHeaders, SentBody } from './api-bodies.ts';
import { REFUSED_AT } from './registration-form.ts';
import { REGISTRANTS } from './who.ts';

const PATH = '/api/v1/registraties';

/** Registering from another system. The rules are those of the form, and all of it is one deed: drafted, consented and sent. */
export function registerRegistrationApiRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const mark = options.isDemo ? { merk: DEMO_MARK } : {};
  const answerAt = (location: string) =>
    ({ kenmerk: location.split('/').at(-1)!, ...mark }) satisfies z.output<typeof SentBody>;

  app.post(
    PATH,
    {
      config: {
        access: REGISTRANTS,
        purpose: 'VA-07',
        data: ['D1'],
        sealed: true,
        action: 'registration.register-by-system',
        api: {
          operationId: 'aanmeldingVersturen',
          tags: ['Registraties'],
          summary: 'Een aanmelding versturen',
          description:
            'Meldt een mogelijk slachtoffer aan bij het landelijke register: zonder naam, met naam en toestemming, of als dienst die moet aanmelden. Alles gebeurt in één keer, of niets.',
          headers: SendingHeaders,
          body: NewRegistrationBody,
          responses: {
            201: { description: 'De aanmelding is verstuurd.', schema: SentBody },
            409: {
              description: 'De startpoort voor aanmelden is dicht, of deze sleutel hoort bij een ander bericht.',
            },
          },
        },
      },
    },
    async (request, reply) => {
      const headers = SendingHeaders.safeParse({ 'Idempotency-Key': request.headers['idempotency-key'] });
      if (!headers.success) return sendProblem(reply, headerProblem(headers.error));
      const body = NewRegistrationBody.safeParse(request.body ?? {});
      if (!body.success) return sendProblem(reply, bodyProblem(body.error));
      const actor = edge.actor(request);
      // where a person finds it
      const locationOf = ({ code }: Drafted) => registrationPath(code);
      const run = async (
        tx: AnyTx,
        time: DomainTime,
      ): Promise<Result<Drafted, AtOnceRefusal | { readonly code: 'feature-closed' }>> => {
        if (!(await edge.isFeatureOpen(tx, actor.organisationId, 'registration', time.today)))
          return err({ code: 'feature-closed' });
        return registerAtOnce(tx, { actor, policy: edge.policy }, draftOf(body.data), time);
      };
      const outcome = await edge.command(request, reply, locationOf, run);
      // sent before: the same answer, and no second registration
      if (outcome.kind === 'answered') return reply.code(201).send(answerAt(String(reply.getHeader('location'))));
      if (outcome.kind === 'refused') {
        const { code } = outcome.error;
        if (code === 'feature-closed') throw new FeatureClosed('registration');
        const fields = Object.entries(REFUSED_AT[code] ?? { _form: 'Dit kan nu niet.' });
        const members = fields.map(([field, text]) => [MEMBER_OF[field] ?? field, text]);
        return sendProblem(reply, refusedFields(code, Object.fromEntries(members)));
      }
      const location = locationOf(outcome.value);
      return reply.code(201).header('Location', location).send(answerAt(location));
    },
  );
}
