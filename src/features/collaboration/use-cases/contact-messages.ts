import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { agreementsOf, agreementsOfOthers } from '../../../platform/exchange/agreement.ts';
import {
  type DeliveryRefusal,
  deliverMessage,
  findMessage,
  type Message,
  type MoveRefusal,
  messagesIn,
  moveMessage,
  readMessage,
} from '../../../platform/exchange/message.ts';
import { messageKinds } from '../../../platform/exchange/message-kind.ts';
import { actionsIn, type MessageAction, type MessageState } from '../../../platform/exchange/transitions.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { KeepTables } from '../../../platform/retention/keep-record.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { agreementOn } from '../domain/agreement.ts';
import { CONTACT_REQUEST, type ContactRequest, holdsBsn, lastDayFor } from '../domain/contact-request.ts';
import { type Organisation, organisationsById } from '../persistence/organisation-names.ts';
import { keepMessage } from './keep-message.ts';

type Tables = 'exchange.message' | 'exchange.message_kind' | 'organisations.organisation';

export type { MessageAction, MessageState };

export type SendRefusal = DeliveryRefusal | { readonly code: 'unknown-counterpart' | 'holds-bsn' };

/** Asks another organisation to get in touch. What it says is sealed; the receiver has two weeks to answer. */
export async function sendContactRequest(
  tx: Tx<Tables | KeepTables | 'exchange.agreement' | 'vault.exchange_key'>,
  actor: Actor,
  input: { readonly receiverCode: string; readonly question: string; readonly reachable: string },
  time: DomainTime,
): Promise<Result<Done, SendRefusal>> {
  if (holdsBsn(input.question) || holdsBsn(input.reachable)) return err({ code: 'holds-bsn' });
  const receiver = (await receivers(tx, actor, time.today)).find(({ code }) => code === input.receiverCode);
  if (!receiver) return err({ code: 'unknown-counterpart' });
  const says: ContactRequest = {
    question: input.question,
    reachable: input.reachable,
    askedBy: actor.personName,
  };
  const id = newId();
  const sent = await deliverMessage(
    tx,
    {
      id,
      receiverId: receiver.id,
      kind: CONTACT_REQUEST.kind,
      basis: receiver.basis,
      content: Buffer.from(JSON.stringify(says)),
      expiresOn: lastDayFor(time.today),
    },
    time,
  );
  if (!sent.ok) return sent;
  await keepMessage(tx, actor.organisationId, id, time.today);
  return ok({ subject: { kind: 'exchange.message', id } });
}

export type ContactMoveRefusal = MoveRefusal | { readonly code: 'answered-elsewhere' };

/**
 * Takes a message in, accepts or refuses it, or takes it back: what the table of states allows. Kinds with a room of their own move only
 * there: more must happen with them than the message can tell, a case that begins or a consent that ends.
 */
export async function moveContactMessage(
  tx: Tx<Tables>,
  actor: Actor,
  input: {
    readonly id: string;
    readonly action: Exclude<MessageAction, 'expire'>;
    readonly reason?: string;
    readonly elsewhere: ReadonlySet<string>;
  },
  time: DomainTime,
): Promise<Result<Done, ContactMoveRefusal>> {
  const message = await findMessage(tx, actor.organisationId, input.id, time.today);
  if (message && input.elsewhere.has(message.kind)) return err({ code: 'answered-elsewhere' });
  const moved = await moveMessage(tx, input, time);
  return moved.ok ? ok({ subject: { kind: 'exchange.message', id: input.id } }) : moved;
}

/** An organisation that may be sent a contact request today, and what that rests on. */
export interface Receiver extends Organisation {
  readonly basis: string;
}

/** With whom both sides hold an agreement for contact requests today, by name. */
export async function receivers(
  tx: Tx<'exchange.agreement' | 'organisations.organisation'>,
  actor: Actor,
  today: PlainDate,
): Promise<readonly Receiver[]> {
  const isOurs = ({ kind }: { readonly kind: string }) => kind === CONTACT_REQUEST.kind;
  const own = (await agreementsOf(tx, actor.organisationId)).filter(isOurs);
  const theirs = (await agreementsOfOthers(tx)).filter(isOurs);
  const held = own.filter(
    (each) =>
      agreementOn(
        each,
        theirs.filter(({ counterpartId }) => counterpartId === each.counterpartId),
        today,
      ) === 'holds',
  );
  const names = await organisationsById(
    tx,
    held.map(({ counterpartId }) => counterpartId),
  );
  return held
    .flatMap(({ counterpartId, basis }) => {
      const organisation = names.get(counterpartId);
      return organisation ? [{ ...organisation, basis }] : [];
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'));
}

export interface MessageView extends Message {
  readonly counterpart: Organisation;
  readonly kindLabel: string;
}

/** What was received and sent, newest first, without what it says. */
export async function readMessages(
  tx: Tx<Tables>,
  actor: Actor,
  today: PlainDate,
): Promise<{ readonly received: readonly MessageView[]; readonly sent: readonly MessageView[] }> {
  const received = await messagesIn(tx, actor.organisationId, 'in', today);
  const sent = await messagesIn(tx, actor.organisationId, 'out', today);
  const view = await viewing(tx, [...received, ...sent]);
  return { received: received.map(view), sent: sent.map(view) };
}

/** One message with what may be done with it; undefined when this organisation has no such message. */
export async function readOneMessage(
  tx: Tx<Tables>,
  actor: Actor,
  id: string,
  today: PlainDate,
): Promise<{ readonly message: MessageView; readonly actions: readonly MessageAction[] } | undefined> {
  const message = await findMessage(tx, actor.organisationId, id, today);
  if (!message) return undefined;
  const view = await viewing(tx, [message]);
  return { message: view(message), actions: actionsIn(message.state, message.box === 'out' ? 'sender' : 'receiver') };
}

/**
 * What a contact request says, as long as this side may know it. The transaction was lent keys. `alike` are kinds of other features
 * that say their things in the same words: a question, and how the sender is reached, without a person in it.
 */
export async function openContactRequest(
  tx: Tx<Tables | 'vault.message_key'>,
  actor: Actor,
  { id, box, kind, state }: Message,
  alike: ReadonlySet<string>,
): Promise<ContactRequest | undefined> {
  if (
    !(kind === CONTACT_REQUEST.kind || alike.has(kind)) ||
    (box === 'in' && !['delivered', 'accepted'].includes(state))
  )
    return undefined;
  const content = await readMessage(tx, actor.organisationId, box, id, 'nobody');
  return content && (JSON.parse(content.toString('utf8')) as ContactRequest);
}

async function viewing(tx: Tx<Tables>, messages: readonly Message[]): Promise<(message: Message) => MessageView> {
  const kinds = await messageKinds(tx);
  const names = await organisationsById(
    tx,
    messages.map(({ counterpartId }) => counterpartId),
  );
  return (message) => ({
    ...message,
    counterpart: names.get(message.counterpartId) ?? {
      id: message.counterpartId,
      code: '',
      name: 'Onbekende organisatie',
    },
    kindLabel: kinds.find(({ kind }) => kind === message.kind)?.label ?? message.kind,
  });
}
