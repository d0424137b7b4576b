import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import type { AgreementRefusal } from '../domain/agreement.ts';
import { AGREEMENT_WORDS, AgreementsPage } from '../ui/agreements-page.tsx';
import { endShelterAgreement, readAgreements, recordShelterAgreement } from '../use-cases/agreements.ts';
import { AGREEMENTS_PATH } from '../use-cases/shelter-names.ts';
import { chosen, date, text, whole } from './fields.ts';
import { AGREEMENT_KEEPERS, AGREEMENT_READERS } from './who.ts';

const RecordForm = z.object({
  soort: chosen(AGREEMENT_WORDS, 'Kies wat u afsprak.'),
  met: text(120).min(1, 'Vul in met welke organisatie.'),
  plekken: whole(1, 500, 'Vul een getal in van 1 tot en met 500.', 0),
  besloten: date('Vul in wanneer het is besloten.'),
  tot: date('Vul in tot wanneer het geldt.'),
});
const EndForm = z.object({ opvangafspraak: z.uuid('Kies een afspraak.') });

const REFUSED_AT: Readonly<Record<AgreementRefusal['code'], FieldErrors>> = {
  'decided-in-future': { besloten: 'Deze dag ligt in de toekomst.' },
  'ends-before-decision': { tot: 'Deze dag moet na het besluit liggen.' },
  'lapsed-before': { tot: 'Deze dag is al voorbij.' },
  'places-missing': { plekken: 'Vul in hoeveel plekken u afsprak.' },
};

/** What a municipality agreed about shelter: it counts in the approach until its day, and then no more. */
export function registerAgreementRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: AGREEMENT_READERS, purpose: 'VA-11', data: ['D1'] } as const;
  const writing = { ...config, access: AGREEMENT_KEEPERS } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
    status = 200,
  ) {
    const view = await edge.look(request, 'own', async (tx, { today }) => ({
      agreements: await readAgreements(tx, edge.actor(request)),
      today,
    }));
    const page = (
      <AgreementsPage
        frame={edge.frame(request)}
        {...view}
        mayRecord={AGREEMENT_KEEPERS.includes(edge.actor(request).role)}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(AGREEMENTS_PATH, { config }, (request, reply) => show(request, reply));

  app.post(
    AGREEMENTS_PATH,
    { config: { ...writing, action: 'shelter.record-agreement', fields: RecordForm } },
    async (request, reply) => {
      const form = parseForm(RecordForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const { soort, met, plekken, besloten, tot } = form.value;
      const input = {
        kind: soort,
        withName: met,
        places: plekken === 0 ? undefined : plekken,
        decidedOn: besloten,
        validUntil: tot,
      };
      const outcome = await edge.command(
        request,
        reply,
        () => AGREEMENTS_PATH,
        (tx, time) => recordShelterAgreement(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(AGREEMENTS_PATH, 303);
      return show(request, reply, { values: form.values, errors: REFUSED_AT[outcome.error.code] }, 409);
    },
  );

  app.post(
    `${AGREEMENTS_PATH}/beeindigen`,
    { config: { ...writing, action: 'shelter.end-agreement', fields: EndForm } },
    async (request, reply) => {
      const form = parseForm(EndForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const outcome = await edge.command(
        request,
        reply,
        () => AGREEMENTS_PATH,
        (tx, time) => endShelterAgreement(tx, edge.actor(request), { id: form.value.opvangafspraak }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused') throw notFound();
      return reply.redirect(AGREEMENTS_PATH, 303);
    },
  );
}
