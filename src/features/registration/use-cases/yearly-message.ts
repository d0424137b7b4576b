import { z } from 'zod';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { partnersFor } from '../../../platform/exchange/agreement.ts';
import {
  type DeliveryRefusal,
  deliverMessage,
  findMessage,
  type Message,
  messagesIn,
  moveMessage,
  readMessage,
} from '../../../platform/exchange/message.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { organisationNames, rapporteursAmong } from '../persistence/register-query.ts';
import { yearlyContent, yearlyDelivery } from '../persistence/yearly-store.ts';
import { YEARLY_MESSAGE, YEARLY_SUBJECT } from './registration-names.ts';

/** A message, as the logs name it. */
const MESSAGE_SUBJECT = 'exchange.message';

/** What travels: the very text that two registrars agreed with, and by what it is recognised. */
const YearlyMessage = z.strictObject({
  year: z.int(),
  nth: z.int().min(1),
  k: z.int().min(2),
  sha256: z.string(),
  csv: z.string(),
});
type YearlyMessage = z.output<typeof YearlyMessage>;

/** The office of the Rapporteur with which both sides hold an agreement today, if there is one. */
export async function rapporteurFor(
  tx: Tx<'exchange.agreement' | 'organisations.organisation'>,
  tenantId: string,
  { today }: DomainTime,
): Promise<{ readonly id: string; readonly name: string; readonly basis: string } | undefined> {
  const partners = await partnersFor(tx, tenantId, YEARLY_MESSAGE.kind, today);
  const [office] = await rapporteursAmong(
    tx,
    partners.map(({ counterpartId }) => counterpartId),
  );
  return office && { ...office, basis: partners.find(({ counterpartId }) => counterpartId === office.id)!.basis };
}

export type SendYearlyRefusal = { readonly code: 'not-found' | 'not-approved' | 'no-rapporteur' } | DeliveryRefusal;

/** Sends a delivery that two registrars agreed with. Sent twice it is one message: it bears the id of the delivery. */
export async function sendYearly(
  tx: Tx<
    | 'registration.yearly_delivery'
    | 'exchange.agreement'
    | 'exchange.message'
    | 'organisations.organisation'
    | 'vault.exchange_key'
  >,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Done, SendYearlyRefusal>> {
  const { organisationId: tenantId } = actor;
  const delivery = isUuid(id) ? await yearlyDelivery(tx, tenantId, id) : undefined;
  if (!delivery) return err({ code: 'not-found' });
  if (!delivery.approvedAt) return err({ code: 'not-approved' });
  const office = await rapporteurFor(tx, tenantId, time);
  if (!office) return err({ code: 'no-rapporteur' });
  const { year, nth, k, sha256 } = delivery;
  const says: YearlyMessage = { year, nth, k, sha256, csv: await yearlyContent(tx, tenantId, id) };
  const { id: receiverId, basis } = office;
  const content = Buffer.from(JSON.stringify(says));
  const sent = await deliverMessage(tx, { id, receiverId, kind: YEARLY_MESSAGE.kind, basis, content }, time);
  return sent.ok ? ok({ subject: { kind: YEARLY_SUBJECT, id } }) : sent;
}

/** How the sending of a delivery stands; undefined when it was not sent. */
export async function yearlySending(
  tx: Tx<'exchange.message'>,
  actor: Actor,
  id: string,
  { today }: DomainTime,
): Promise<Message | undefined> {
  return findMessage(tx, actor.organisationId, id, today);
}

/** A delivery as the office of the Rapporteur received it. */
export interface ReceivedYearly extends YearlyMessage {
  readonly id: string;
  readonly senderName: string;
  readonly sentAt: Date;
  readonly receivedAt: Date;
}

export interface ReceivedView extends Done {
  readonly waiting: number;
  readonly received: readonly ReceivedYearly[];
}

const ofKind = async (tx: Tx<'exchange.message'>, actor: Actor, { today }: DomainTime) =>
  (await messagesIn(tx, actor.organisationId, 'in', today)).filter(({ kind }) => kind === YEARLY_MESSAGE.kind);

/** What came in of registers, opened; and how many wait. Nobody can be recognised in it. */
export async function readReceivedYearly(
  tx: Tx<'exchange.message' | 'vault.message_key' | 'organisations.organisation'>,
  actor: Actor,
  time: DomainTime,
): Promise<Result<ReceivedView>> {
  const messages = await ofKind(tx, actor, time);
  const names = await organisationNames(
    tx,
    messages.map(({ counterpartId }) => counterpartId),
  );
  const received: ReceivedYearly[] = [];
  for (const { id, state, counterpartId, sentAt, answeredAt } of messages) {
    const says = state === 'accepted' ? await read(tx, actor, id) : undefined;
    if (says && answeredAt)
      received.push({
        ...{ ...says, id, sentAt, receivedAt: answeredAt },
        senderName: names.get(counterpartId) ?? 'Onbekende organisatie',
      });
  }
  return ok({
    subject: { kind: MESSAGE_SUBJECT, id: actor.organisationId },
    waiting: messages.filter(({ state }) => state === 'sent').length,
    received,
  });
}

/** Receives what waits: that is the receipt the register sees. What cannot be read is refused, and the register sees that. */
export async function receiveYearly(
  tx: Tx<'exchange.message' | 'vault.message_key'>,
  actor: Actor,
  time: DomainTime,
): Promise<Result<Done>> {
  for (const { id, state } of await ofKind(tx, actor, time)) {
    if (state !== 'sent') continue;
    const delivered = await moveMessage(tx, { id, action: 'deliver' }, time);
    if (!delivered.ok) continue;
    const says = await read(tx, actor, id);
    await moveMessage(tx, says ? { id, action: 'accept' } : { id, action: 'refuse', reason: 'onduidelijk' }, time);
  }
  return ok({ subject: { kind: MESSAGE_SUBJECT, id: actor.organisationId } });
}

async function read(
  tx: Tx<'exchange.message' | 'vault.message_key'>,
  { organisationId }: Actor,
  id: string,
): Promise<YearlyMessage | undefined> {
  const bytes = await readMessage(tx, organisationId, 'in', id, 'nobody');
  try {
    return bytes && YearlyMessage.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
