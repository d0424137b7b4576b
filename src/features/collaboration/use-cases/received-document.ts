import { z } from 'zod';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { findMessage, readMessage } from '../../../platform/exchange/message.ts';
import type { Policy } from '../../../platform/policy/policy.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type Organisation, organisationsById } from '../persistence/organisation-names.ts';

/** A message that carries a document of its own, beside what any contact request says. It is read as it was sent: nothing is added. */
const Carried = z.object({
  question: z.string(),
  reachable: z.string(),
  askedBy: z.string(),
  document: z.object({
    title: z.string(),
    blocks: z.array(
      z.union([
        z.object({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
        z.object({ kind: z.literal('paragraph'), text: z.string() }),
      ]),
    ),
  }),
});
type Carried = z.infer<typeof Carried>;

/** What was handed over to this organisation, as it may be read today. */
export interface ReceivedDocument extends Done, Carried {
  readonly sender: Organisation | undefined;
  readonly isAccepted: boolean;
}

/** Kinds of message that carry a document, and for which purpose their documents are read. */
export type DocumentKinds = ReadonlyMap<string, string>;

/**
 * Opens the document that a message carries, for who received it; a row in the log of data processing. Not there, sent by ourselves, not
 * taken in yet, taken back or refused: one answer. Whoever sent it reads it where it belongs.
 */
export async function readReceivedDocument(
  tx: Tx<'exchange.message' | 'vault.message_key' | 'organisations.organisation'>,
  { actor, policy }: { readonly actor: Actor; readonly policy: Policy },
  { id, kinds }: { readonly id: string; readonly kinds: DocumentKinds },
  time: DomainTime,
): Promise<Result<ReceivedDocument, { readonly code: 'not-found' }>> {
  const message = await findMessage(tx, actor.organisationId, id, time.today);
  const purpose = message && kinds.get(message.kind);
  if (!message || purpose === undefined || message.box !== 'in' || !isReadable(message.state))
    return err({ code: 'not-found' });
  // the exchange brought it to this organisation, and her role answers what comes in here
  const facts = { isReceived: true, isOwnOrganisation: true, reach: 'assigned' } as const;
  const asked = { who: actor.role, letter: 'R', dataClass: 'D3', purpose, facts } as const;
  if (!policy.decide(asked).allowed) return err({ code: 'not-found' });
  const subject = { kind: 'exchange.message', id };
  const content = await readMessage(tx, actor.organisationId, 'in', id, subject);
  if (!content) return err({ code: 'not-found' });
  const names = await organisationsById(tx, [message.counterpartId]);
  return ok({
    subject,
    ...Carried.parse(JSON.parse(content.toString('utf8'))),
    sender: names.get(message.counterpartId),
    isAccepted: message.state === 'accepted',
  });
}

/** The receiver may read it from the moment she took it in, until it is taken back, refused or left unanswered. */
export const isReadable = (state: string): boolean => state === 'delivered' || state === 'accepted';
