import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { currentFramework, elementById } from '../../approach/index.ts';
import { CONTACT_WISHES, type Contact, type ContactRefusal, type ContactWish } from '../domain/contact.ts';
import { AskContactPage, ContactPage, ContactsPage } from '../ui/contact-pages.tsx';
import {
  answerContact,
  askContact,
  findReceiver,
  readAsked,
  readAskedOfUs,
  readContact,
  receiveContact,
} from '../use-cases/contacts.ts';
import { readPractice } from '../use-cases/library.ts';
import { namesOf } from '../use-cases/moderate.ts';
import { CONTACT_PATH } from '../use-cases/tables.ts';
import { asked, idIn } from './addresses.ts';
import { SAID, saidIn, text } from './practice-form.ts';
import { OWN_WORK, USERS } from './who.ts';
import { wordsErrors } from './words-errors.ts';

/** So many of each side are shown; older ones have long been answered. */
const SHOWN = 200;
/** Where a municipality is chosen. */
const PEERS = '/praktijk/gemeenten-zoals-u';
const SENT = `${CONTACT_PATH}?verstuurd`;

const AskForm = z.object({
  gemeente: z.string().regex(/^[\w-]{2,20}$/, 'Kies een gemeente.'),
  onderdeel: z.string().max(10, 'Kies een onderdeel uit de lijst.'),
  // which practice it is about, when there is one: everybody reads it, and one that is gone is left out
  praktijk: z.string().max(36, 'Open het voorbeeld opnieuw.'),
  wens: z.enum(Object.keys(CONTACT_WISHES) as [ContactWish, ...ContactWish[]], 'Kies wat u wilt.'),
  tekst: text('Schrijf op wat u wilt weten.', 2000),
  ...SAID,
});
const AnswerForm = z.object({ tekst: text('Schrijf uw antwoord op.', 2000), ...SAID });
const ReceiveForm = z.object({});

interface Typed {
  readonly status?: number;
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly sawName?: boolean;
  readonly conflict?: string;
}

const MOVED: Readonly<Record<Exclude<ContactRefusal['code'], 'not-found'>, string>> = {
  'received-already': 'een collega las dit al',
  'answered-already': 'een collega gaf al antwoord',
};

/** Asking another municipality to get in touch: with a receipt and an answer that arrive. */
export function registerContactRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { ...OWN_WORK, access: USERS } as const;
  const acting = (request: FastifyRequest) => ({ actingForId: edge.actor(request).organisationId });

  async function asking(
    request: FastifyRequest,
    reply: FastifyReply,
    about: { readonly code: string; readonly element: string; readonly practiceId: string },
    typed: Typed = {},
  ) {
    const actor = edge.actor(request);
    const { place, practice } = await edge.look(request, 'published', async (tx, time) => ({
      place: await findReceiver(tx, actor, about.code, time),
      practice: isUuid(about.practiceId) ? (await readPractice(tx, actor, about.practiceId))?.practice : undefined,
    }));
    // chosen by no page of ours, or ended meanwhile: she chooses anew
    if (!place && typed.status) return reply.redirect(PEERS, 303);
    if (!place) throw notFound();
    const page = (
      <AskContactPage
        frame={edge.frame(request)}
        municipality={place}
        element={elementById(currentFramework(), about.element)}
        practice={practice}
        values={typed.values ?? {}}
        errors={typed.errors}
        sawName={typed.sawName ?? false}
        formKey={edge.formKey()}
      />
    );
    return edge.html(reply, page, typed.status);
  }

  app.get(`${CONTACT_PATH}/nieuw`, { config }, async (request, reply) => {
    const about = {
      code: asked(request, 'gemeente'),
      element: asked(request, 'onderdeel'),
      practiceId: asked(request, 'praktijk'),
    };
    return about.code === '' ? reply.redirect(PEERS, 303) : asking(request, reply, about);
  });

  app.post(
    CONTACT_PATH,
    { config: { ...config, action: 'practices.ask-contact', fields: AskForm } },
    async (request, reply) => {
      const form = parseForm(AskForm, request.body);
      const { gemeente: code = '', onderdeel: element = '', praktijk: practiceId = '' } = form.values;
      const again = (typed: Typed) => asking(request, reply, { code, element, practiceId }, typed);
      if (!form.ok) return again({ status: 400, ...form });
      const { wens: wish, tekst: question } = form.value;
      const said = saidIn(form.value);
      const input = {
        receiverCode: code,
        wish,
        element: element || undefined,
        practiceId: isUuid(practiceId) ? practiceId : undefined,
        question,
        said,
      };
      const outcome = await edge.command(
        request,
        reply,
        () => SENT,
        (tx, time) => askContact(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(SENT, 303);
      if (outcome.error.code === 'unknown-municipality') return reply.redirect(PEERS, 303);
      return again({ status: 409, values: form.values, ...wordsErrors(outcome.error) });
    },
  );

  app.get(CONTACT_PATH, { config }, async (request, reply) => {
    const actor = edge.actor(request);
    const sent = await edge.look(request, 'own', (tx) => readAsked(tx, actor, SHOWN));
    const received = await edge.look(request, 'mandate', (tx) => readAskedOfUs(tx, actor, SHOWN), acting(request));
    const names = await edge.look(request, 'published', (tx) =>
      namesOf(tx, [...sent.map(({ receiverId }) => receiverId), ...received.map(({ tenantId }) => tenantId)]),
    );
    return edge.html(
      reply,
      <ContactsPage
        frame={edge.frame(request)}
        received={received.map((each) => ({ ...each, other: names.get(each.tenantId) ?? '' }))}
        sent={sent.map((each) => ({ ...each, other: names.get(each.receiverId) ?? '' }))}
        isSent={(request.query as Record<string, unknown>).verstuurd !== undefined}
      />,
    );
  });

  const one = { ...config, sample: 'contact-id' } as const;
  const ONE = `${CONTACT_PATH}/:verzoek`;

  async function opened(request: FastifyRequest): Promise<{ contact: Contact; isReceiver: boolean }> {
    const id = idIn(request, 'verzoek');
    const actor = edge.actor(request);
    const own = await edge.look(request, 'own', (tx) => readContact(tx, actor, id, 'asker'));
    if (own) return { contact: own, isReceiver: false };
    const received = await edge.look(
      request,
      'mandate',
      (tx) => readContact(tx, actor, id, 'receiver'),
      acting(request),
    );
    if (!received) throw notFound();
    return { contact: received, isReceiver: true };
  }

  async function show(request: FastifyRequest, reply: FastifyReply, typed: Typed = {}) {
    const { contact, isReceiver } = await opened(request);
    const otherId = isReceiver ? contact.tenantId : contact.receiverId;
    const names = await edge.look(request, 'published', (tx) => namesOf(tx, [otherId]));
    const page = (
      <ContactPage
        frame={edge.frame(request)}
        contact={{ ...contact, other: names.get(otherId) ?? '' }}
        isReceiver={isReceiver}
        element={contact.element ? elementById(currentFramework(), contact.element) : undefined}
        values={typed.values ?? {}}
        errors={typed.errors}
        sawName={typed.sawName ?? false}
        keys={{ receive: edge.formKey(), answer: edge.formKey() }}
        conflict={typed.conflict}
      />
    );
    return edge.html(reply, page, typed.status);
  }
  app.get(ONE, { config: one }, (request, reply) => show(request, reply));

  /** Who is asked reacts in the house of who asked. */
  async function askedOfUs(request: FastifyRequest): Promise<Contact> {
    const { contact, isReceiver } = await opened(request);
    if (!isReceiver) throw notFound();
    return contact;
  }

  app.post(
    `${ONE}/gelezen`,
    { config: { ...one, action: 'practices.receive-contact', fields: ReceiveForm } },
    async (request, reply) => {
      const { id, tenantId } = await askedOfUs(request);
      const done = `${CONTACT_PATH}/${id}`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => receiveContact(tx, edge.actor(request), id, time),
        { door: 'mandate', tenantId, ...acting(request) },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return show(request, reply, { status: 409, conflict: MOVED[outcome.error.code] });
    },
  );

  app.post(
    `${ONE}/antwoord`,
    { config: { ...one, action: 'practices.answer-contact', fields: AnswerForm } },
    async (request, reply) => {
      const { id, tenantId } = await askedOfUs(request);
      const form = parseForm(AnswerForm, request.body);
      if (!form.ok) return show(request, reply, { status: 400, ...form });
      const done = `${CONTACT_PATH}/${id}`;
      const input = { id, text: form.value.tekst, said: saidIn(form.value) };
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => answerContact(tx, edge.actor(request), input, time),
        { door: 'mandate', tenantId, ...acting(request) },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { error } = outcome;
      if (error.code === 'not-found') throw notFound();
      if (error.code === 'received-already' || error.code === 'answered-already')
        return show(request, reply, { status: 409, conflict: MOVED[error.code] });
      return show(request, reply, { status: 409, values: form.values, ...wordsErrors(error) });
    },
  );
}
