import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { MessageKind } from '../../../platform/exchange/message-kind.ts';
import { type Remark, type RemarkRefusal, sendRemark, withdrawRemark } from '../../../platform/exchange/remark.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import { holdsBsn } from '../domain/contact-request.ts';
import type { ShownRemark } from '../domain/remark.ts';

/** A thing that two organisations both know, held by somebody who may speak of it. */
export interface RemarkThing extends Done {
  /** By which both sides know it. */
  readonly aboutId: string;
  /** Who can be told something today; nobody when it was taken back. */
  readonly receivers: readonly { readonly id: string; readonly code: string }[];
  readonly kind: MessageKind;
  readonly basis: string;
  /** The rule under which the thing itself is kept. */
  readonly rule: string;
  /** Nothing here is about a person, so a remark is not either. */
  readonly noPersons: boolean;
}

export type SayRefusal = RemarkRefusal | { readonly code: 'holds-bsn' | 'holds-case-data' | 'nothing-to-say-to' };

/** Says something about a thing to the other side: sealed as every message, and kept as long as the thing. */
export async function sayRemark(
  tx: Tx<'exchange.message' | 'vault.exchange_key' | KeepTables>,
  actor: Actor,
  thing: RemarkThing,
  input: { readonly text: string; readonly receiverCode: string },
  time: DomainTime,
): Promise<Result<Done, SayRefusal>> {
  const { receivers, aboutId, kind, basis, rule } = thing;
  const receiver = receivers.length === 1 ? receivers[0] : receivers.find(({ code }) => code === input.receiverCode);
  if (!receiver) return err({ code: 'nothing-to-say-to' });
  if (holdsBsn(input.text)) return err({ code: 'holds-bsn' });
  if (thing.noPersons && guardText(input.text).numbers.length > 0) return err({ code: 'holds-case-data' });
  const tenantId = actor.organisationId;
  const says = { text: input.text, by: actor.personName };
  const sent = await sendRemark(
    tx,
    tenantId,
    { aboutId, receiverId: receiver.id, kind: kind.kind, basis, ...says },
    time,
  );
  if (!sent.ok) return sent;
  const subject = { kind: 'exchange.message', id: sent.value };
  await keepRecord(tx, { tenantId, rule, subject, startsOn: time.today });
  return ok({ subject: thing.subject });
}

/** Takes one's own remark back from a thing; the other side cannot read it any more. */
export async function takeRemarkBack(
  tx: Tx<'exchange.message'>,
  actor: Actor,
  { aboutId, subject }: Pick<RemarkThing, 'aboutId' | 'subject'>,
  id: string,
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' | 'withdrawn-before' }>> {
  const done = await withdrawRemark(tx, actor.organisationId, { id, aboutId }, time);
  return done.ok ? ok({ subject }) : done;
}

/** The remarks at one thing, with the names a page says. */
export const shownRemarks = (
  remarks: readonly Remark[],
  aboutId: string,
  nameOf: (organisationId: string) => string | undefined,
): readonly ShownRemark[] =>
  remarks
    .filter((each) => each.aboutId === aboutId)
    .map(({ id, isOwn, counterpartId, at, says, isWithdrawn }) => {
      const other = nameOf(counterpartId) ?? 'een andere organisatie';
      const house = isOwn ? `uw organisatie, aan ${other}` : other;
      return { id, isOwn, from: says ? `${says.by}, ${house}` : house, at, text: says?.text, isWithdrawn };
    });
