import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { typedNumber } from '../../../platform/http/typed-number.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { ContactPage } from '../ui/contact-page.tsx';
import { changeContact, readContact } from '../use-cases/contact.ts';
import { CONTACT_PATH, OWN_PATH } from '../use-cases/shelter-names.ts';
import { text } from './fields.ts';
import { PLACE_REFUSED } from './place-form.ts';
import { SHELTER_WORKERS } from './who.ts';

const ContactForm = z.object({ versie: z.coerce.number().int().min(0), nummer: typedNumber, uren: text(120) });

/** On which number whoever places people calls this shelter. */
export function registerContactRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: SHELTER_WORKERS, purpose: 'VA-05', data: ['D1'] } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
    status = 200,
  ) {
    const contact = await edge.look(request, 'own', (tx) => readContact(tx, edge.actor(request).organisationId));
    const page = (
      <ContactPage
        frame={edge.frame(request)}
        version={contact?.version ?? 0}
        formKey={edge.formKey()}
        values={{ nummer: contact?.number ?? '', uren: contact?.hours ?? '', ...form.values }}
        errors={form.errors ?? {}}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(CONTACT_PATH, { config }, (request, reply) => show(request, reply));
  app.post(
    CONTACT_PATH,
    { config: { ...config, action: 'shelter.change-contact', fields: ContactForm } },
    async (request, reply) => {
      const form = parseForm(ContactForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const { versie: version, nummer: number, uren: hours } = form.value;
      const done = `${OWN_PATH}?nummer`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => changeContact(tx, edge.actor(request), { version, number, hours }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      return show(request, reply, { errors: PLACE_REFUSED[outcome.error.code] ?? {} }, 409);
    },
  );
}
