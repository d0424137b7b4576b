import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodObject } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { MessagePage } from '../ui/message-page.tsx';
import { MessagesPage } from '../ui/messages-page.tsx';
import { NewContactRequestPage } from '../ui/new-contact-request-page.tsx';
import { ReceivedDocumentPage } from '../ui/received-document-page.tsx';
import {
  type MessageAction,
  moveContactMessage,
  openContactRequest,
  readMessages,
  readOneMessage,
  receivers,
  sendContactRequest,
} from '../use-cases/contact-messages.ts';
import { type DocumentKinds, readReceivedDocument } from '../use-cases/received-document.ts';
import {
  ContactRequestForm,
  MOVE_REFUSED,
  NothingForm,
  RefuseForm,
  SEND_REFUSAL_AT,
  WithdrawForm,
} from './message-form.ts';
import { CORRESPONDENTS, MESSAGE_READERS } from './who.ts';

const PATH = '/samenwerken/berichten';

/** What somebody in these roles may begin from a document that was handed over, while its part of the product is on. */
export interface NextStep {
  readonly roles: readonly Role[];
  readonly gate: string;
  readonly label: string;
  readonly hrefOf: (messageId: string) => string;
}

/** Where messages of a kind are answered or taken back, when that is not among the other messages. */
export interface OwnRoom {
  /** Where that is, as the end of a sentence. */
  readonly label: string;
  /** The page of one that was received, for these roles. */
  readonly received?: { readonly roles: readonly Role[]; readonly hrefOf: (messageId: string) => string };
}
export type OwnRooms = ReadonlyMap<string, OwnRoom>;

/** Messages between organisations: how they stand for who works with them and for who supervises, what they say for the first. */
export function registerMessageRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  alike: ReadonlySet<string>,
  documents: DocumentKinds,
  next: NextStep | undefined,
  rooms: OwnRooms,
): void {
  const elsewhere = new Set(rooms.keys());
  const reading = { access: MESSAGE_READERS, purpose: 'VA-09', data: ['D1', 'D2'] } as const;
  const writing = { ...reading, access: CORRESPONDENTS, sealed: true } as const;
  const isCorrespondent = (request: FastifyRequest) => CORRESPONDENTS.includes(edge.actor(request).role);

  app.get(PATH, { config: reading }, async (request, reply) => {
    const actor = edge.actor(request);
    const { received, sent } = await edge.look(request, 'own', (tx, { today }) => readMessages(tx, actor, today));
    const maySend = isCorrespondent(request);
    return edge.html(reply, <MessagesPage frame={edge.frame(request)} {...{ received, sent, maySend }} />);
  });

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const actor = edge.actor(request);
    const able = await edge.look(request, 'own', (tx, { today }) => receivers(tx, actor, today));
    const page = (
      <NewContactRequestPage
        frame={edge.frame(request)}
        receivers={able}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(`${PATH}/nieuw`, { config: writing }, (request, reply) => showForm(request, reply));

  app.post(
    PATH,
    { config: { ...writing, action: 'collaboration.send-contact-request', fields: ContactRequestForm } },
    async (request, reply) => {
      const form = parseForm(ContactRequestForm, request.body);
      if (!form.ok) return showForm(request, reply, 400, form);
      const { ontvanger, vraag, bereikbaar } = form.value;
      const outcome = await edge.command(
        request,
        reply,
        ({ subject }) => `${PATH}/${subject.id}`,
        (tx, time) =>
          sendContactRequest(
            tx,
            edge.actor(request),
            { receiverCode: ontvanger, question: vraag, reachable: bereikbaar },
            time,
          ),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(`${PATH}/${outcome.value.subject.id}`, 303);
      const { field, text } = SEND_REFUSAL_AT[outcome.error.code];
      return showForm(request, reply, 409, { values: form.values, errors: { [field]: text } });
    },
  );

  const idOf = (request: FastifyRequest) => {
    const { bericht } = request.params as { bericht: string };
    if (!isUuid(bericht)) throw notFound();
    return bericht;
  };

  async function showMessage(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    more: { values?: FieldValues; errors?: FieldErrors; conflict?: string } = {},
    asked?: MessageAction,
  ) {
    const actor = edge.actor(request);
    const mayKnow = isCorrespondent(request);
    const view = await edge.look(request, 'own', async (tx, { today }) => {
      const found = await readOneMessage(tx, actor, idOf(request), today);
      return (
        found && { ...found, request: mayKnow ? await openContactRequest(tx, actor, found.message, alike) : undefined }
      );
    });
    if (!view) throw notFound();
    const { message } = view;
    const room = rooms.get(message.kind);
    const hasPage = message.box === 'in' && room?.received?.roles.includes(actor.role);
    // what is wrong in a form says nothing any more when its move was made meanwhile
    const isMovedOn = asked !== undefined && !view.actions.includes(asked);
    const page = (
      <MessagePage
        frame={edge.frame(request)}
        message={view.message}
        request={view.request}
        carriesDocument={mayKnow && documents.has(view.message.kind)}
        actions={mayKnow && !room ? view.actions : []}
        elsewhere={
          mayKnow && room
            ? { label: room.label, href: hasPage ? room.received?.hrefOf(message.id) : undefined }
            : undefined
        }
        supervises={!mayKnow}
        formKey={edge.formKey()}
        {...(isMovedOn ? { conflict: MOVE_REFUSED['message-moved-on'] } : more)}
      />
    );
    return edge.html(reply, page, isMovedOn ? 409 : status);
  }

  app.get(`${PATH}/:bericht`, { config: { ...reading, sealed: true, sample: 'message-id' } }, (request, reply) =>
    showMessage(request, reply),
  );

  // what another organisation handed over is opened apart, so that the log says who read it
  const document = {
    access: CORRESPONDENTS,
    purpose: 'VA-02',
    data: ['D1', 'D2', 'D3'],
    action: 'collaboration.read-document',
    sealed: true,
    sample: 'handed-over-message-id',
  } as const;
  app.get(`${PATH}/:bericht/document`, { config: document }, async (request, reply) => {
    const asking = { actor: edge.actor(request), policy: edge.policy };
    const id = idOf(request);
    const { role, organisationId } = asking.actor;
    const read = await edge.lookAtPersons(request, async (tx, time) => {
      const found = await readReceivedDocument(tx, asking, { id, kinds: documents }, time);
      if (!found.ok) return found;
      const mayBegin =
        next?.roles.includes(role) && (await edge.isFeatureOpen(tx, organisationId, next.gate, time.today));
      return { ...found, value: { ...found.value, mayBegin } };
    });
    if (!read.ok) throw notFound();
    const { sender, isAccepted, mayBegin, ...received } = read.value;
    const page = (
      <ReceivedDocumentPage
        frame={edge.frame(request)}
        id={id}
        sender={sender?.name ?? 'een andere organisatie'}
        received={received}
        isAccepted={isAccepted}
        next={mayBegin && next ? { href: next.hrefOf(id), label: next.label } : undefined}
      />
    );
    return edge.html(reply.header('Cache-Control', 'no-store'), page);
  });

  /** One of the moves of a message: its own address, its own action in the log. */
  function move(
    verb: string,
    action: Exclude<MessageAction, 'expire'>,
    fields: ZodObject,
    reasonOf: (form: Readonly<Record<string, unknown>>) => string | undefined = () => undefined,
  ) {
    app.post(
      `${PATH}/:bericht/${verb}`,
      { config: { ...writing, action: `collaboration.${action}-message`, sample: 'message-id', fields } },
      async (request, reply) => {
        const id = idOf(request);
        const form = parseForm(fields, request.body);
        if (!form.ok) return showMessage(request, reply, 400, form, action);
        const reason = reasonOf(form.value);
        const outcome = await edge.command(
          request,
          reply,
          () => `${PATH}/${id}`,
          (tx, time) =>
            moveContactMessage(
              tx,
              edge.actor(request),
              { id, action, elsewhere, ...(reason !== undefined && { reason }) },
              time,
            ),
        );
        if (outcome.kind === 'answered') return reply;
        if (outcome.kind === 'done') return reply.redirect(`${PATH}/${id}`, 303);
        const { code } = outcome.error;
        if (code === 'not-found') throw notFound();
        return showMessage(request, reply, 409, { conflict: MOVE_REFUSED[code] });
      },
    );
  }
  move('ontvangen', 'deliver', NothingForm);
  move('aannemen', 'accept', NothingForm);
  move('weigeren', 'refuse', RefuseForm, ({ weigerreden }) => weigerreden as string);
  move('intrekken', 'withdraw', WithdrawForm, ({ intrekreden }) => intrekreden as string);
}
