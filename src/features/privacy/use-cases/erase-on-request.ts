import type { AnyTx, DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { noteReceivers, tellReceivers } from '../../../platform/exchange/erasure.ts';
import { BY_REQUEST, eraseAtOnce } from '../../../platform/retention/erase-at-once.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { keepRecord } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type ErasureRefusal, judgeErasure, type ReceivedPlace } from '../domain/rights-request.ts';
import { keptOf } from '../persistence/rights-store.ts';
import { findReceived } from './erased-elsewhere.ts';
import { changeRequestOf, type NotFound, type RightsTables } from './rights-requests.ts';

/** How each part of the product erases what it keeps, and where what came by a message stands. */
export interface Erasing {
  readonly erasers: readonly Eraser[];
  readonly receivedPlaces: readonly ReceivedPlace[];
}

export type RequestedErasureRefusal =
  | ErasureRefusal
  | { readonly code: 'erasure-held' | 'nothing-kept' | 'found-otherwise' };

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id) => other.includes(id));

/**
 * Erases what somebody asked to have erased, now: all her dossiers, or what came by the message that a notice is about. Two people
 * granted it; what is held back, by a person or by what it belongs to, or was read in an emergency that waits for its review, keeps all
 * of it. Who took in what was shared of it is told in the same transaction.
 */
export async function eraseOnRequest(
  tx: AnyTx & Tx<RightsTables>,
  actor: Actor,
  id: string,
  { erasers, receivedPlaces }: Erasing,
  time: DomainTime,
): Promise<Result<Done, NotFound | RequestedErasureRefusal>> {
  const tenantId = actor.organisationId;
  return changeRequestOf<RequestedErasureRefusal>(tx, actor, id, async (request) => {
    const judged = judgeErasure(request);
    if (!judged.ok) return judged;
    const { notice, dossierIds } = request;
    const received = notice && (await findReceived(tx, tenantId, notice.ids, receivedPlaces));
    // somebody made a dossier of it after two people looked
    if (received && !isSame(received.dossierIds, dossierIds)) return err({ code: 'found-otherwise' });
    const kept = received ? received.kept : await keptOf(tx, tenantId, dossierIds);
    if (kept.length === 0) return err({ code: 'nothing-kept' });
    await noteReceivers(tx, id);
    for (const subject of kept) {
      const eraser = erasers.find(({ subjectKind }) => subjectKind === subject.kind);
      // whatever went before it comes back: a refusal rolls the deed back
      if (!eraser || !(await eraseAtOnce(tx, tenantId, subject, eraser, time, BY_REQUEST)))
        return err({ code: 'erasure-held' });
    }
    for (const told of await tellReceivers(tx, tenantId, id, time))
      await keepRecord(tx, {
        tenantId,
        rule: 'rights-request',
        subject: { kind: 'exchange.message', id: told },
        startsOn: time.today,
      });
    return ok({ erasedAt: time.now, erasedByName: actor.personName });
  });
}
