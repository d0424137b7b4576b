import type { AnyTx, Done, Tx } from '../../../platform/db/transact.ts';
import { notifyRole } from '../../../platform/deadlines/notify.ts';
import { ERASED_ELSEWHERE } from '../../../platform/exchange/erasure.ts';
import { moveMessages } from '../../../platform/exchange/many-messages.ts';
import type { Arrived } from '../../../platform/exchange/message-work.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import { keepRecord } from '../../../platform/retention/keep-record.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { ReceivedPlace, RightsRequest } from '../domain/rights-request.ts';
import { insertRequest, type Kept, keptOf, madeOf, noticesOf, stillKept } from '../persistence/rights-store.ts';
import {
  changeRequestOf,
  NOTHING_PROPOSED,
  type NotFound,
  RIGHTS_PATH,
  RIGHTS_SUBJECT,
  type RightsTables,
  watchTerm,
} from './rights-requests.ts';

/** Something that was shared here was erased where it came from. */
export const ERASED_NOTICE = 'privacy.erased-elsewhere';

/** What this organisation still holds of the messages that notices are about. */
export interface Received {
  /** The dossiers that were made of them. */
  readonly dossierIds: readonly string[];
  /** Every record to erase: those of the dossiers, what stands by itself, and the messages. */
  readonly kept: readonly Kept[];
}

/** Looks in every part of the product for what was made of the messages that these notices are about. */
export async function findReceived(
  tx: AnyTx,
  tenantId: string,
  noticeIds: readonly string[],
  places: readonly ReceivedPlace[],
): Promise<Received> {
  const messageIds = (await noticesOf(tx, tenantId, noticeIds)).map(({ aboutId }) => aboutId);
  if (messageIds.length === 0) return { dossierIds: [], kept: [] };
  const { dossierIds, kept } = await madeOf(tx, tenantId, messageIds, places);
  const byDossier = await keptOf(tx, tenantId, dossierIds);
  const messages = messageIds.map((id) => ({ kind: 'exchange.message', id }));
  return { dossierIds, kept: [...byDossier, ...(await stillKept(tx, tenantId, [...kept, ...messages]))] };
}

const findingOf = ({ dossierIds, kept }: Received): Pick<RightsRequest, 'finding' | 'dossierIds'> => ({
  finding: dossierIds.length > 0 || kept.length > 0 ? 'held' : 'nothing',
  dossierIds,
});

/**
 * Takes notices in: what one organisation erased at one moment is one request, with what was found already. The officers for data
 * protection hear of it at once, and one of them before its term ends.
 */
async function arrived(
  tx: AnyTx,
  { tenantId, ids }: Arrived,
  places: readonly ReceivedPlace[],
  now: Date,
): Promise<void> {
  const time = { now, today: dutchDay(now) };
  const [officer] = await colleaguesOf(tx, tenantId, time.today, ['fg']);
  const taken = await moveMessages(tx, { ids, action: 'deliver' }, time);
  const bySender = Map.groupBy(await noticesOf(tx, tenantId, taken), ({ senderId }) => senderId);
  for (const notices of bySender.values()) {
    const id = newId();
    const { senderName } = notices[0]!;
    const noticeIds = notices.map((each) => each.id);
    await insertRequest(
      tx,
      tenantId,
      {
        id,
        kind: 'erase',
        reference: `G-${noticeIds[0]!.slice(0, 8)}`,
        receivedOn: time.today,
        askedBy: 'sender',
        contact: 'sender',
        notice: { ids: noticeIds, senderName },
        ...findingOf(await findReceived(tx, tenantId, noticeIds, places)),
      },
      { name: senderName, at: now },
    );
    const messages = noticeIds.map((noticeId) => ({ kind: 'exchange.message', id: noticeId }));
    for (const subject of [{ kind: RIGHTS_SUBJECT, id }, ...messages])
      await keepRecord(tx, { tenantId, rule: 'rights-request', subject, startsOn: time.today });
    if (officer)
      await watchTerm(tx, tenantId, officer.membershipId, { id, receivedOn: time.today, extendedOn: undefined }, time);
    await notifyRole(tx, { tenantId, role: 'fg', kind: ERASED_NOTICE, path: `${RIGHTS_PATH}/${id}` }, now);
  }
}

/** What is done when a notice comes in, by its kind. */
export const privacyArrivals = (places: readonly ReceivedPlace[]) =>
  new Map([
    [ERASED_ELSEWHERE.kind, (tx: AnyTx, message: Arrived, now: Date) => arrived(tx, message, places, now)] as const,
  ]);

/** Looks again what is held of what a notice is about; whatever was proposed on what was found before is not proposed any more. */
export async function lookAgain(
  tx: AnyTx & Tx<RightsTables>,
  actor: Actor,
  id: string,
  places: readonly ReceivedPlace[],
): Promise<Result<Done, NotFound | { readonly code: 'request-answered' | 'erased-before' }>> {
  type Refused = NotFound | { readonly code: 'request-answered' | 'erased-before' };
  return changeRequestOf<Refused>(tx, actor, id, async ({ notice, answeredAt, erasedAt }) => {
    if (!notice) return err({ code: 'not-found' });
    if (answeredAt) return err({ code: 'request-answered' });
    if (erasedAt) return err({ code: 'erased-before' });
    return ok({ ...NOTHING_PROPOSED, ...findingOf(await findReceived(tx, actor.organisationId, notice.ids, places)) });
  });
}
