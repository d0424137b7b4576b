import type { Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { DueWork } from '../../../platform/runner/run-due.ts';
import { lendKeys } from '../../../platform/vault/lending.ts';
import type { LinkageKey } from '../../../platform/vault/linkage-key.ts';
import type { Vault } from '../../../platform/vault/vault.ts';
import { compareNameless, NAMELESS_OFFERED } from '../domain/linkage/compare-nameless.ts';
import { type Comparable, comparable, comparePersons } from '../domain/linkage/compare-persons.ts';
import { keepCandidates, type NewCandidate } from '../persistence/candidate-store.ts';
import {
  aroundWithoutName,
  holdLinkages,
  type Linkable,
  layTokens,
  noteLinked,
  readLinkables,
  sharingMarks,
  type WorthComparing,
} from '../persistence/linkage-store.ts';

/** So many records are opened and compared for one at most: with a name, and without. Together two thousand. */
const MOST_NAMED = 1_800;
const MOST_NAMELESS = 100;
/** So many that came in are compared together: opening and asking is shared. */
const TOGETHER = 25;

type Tables =
  | 'registration.linkage_record'
  | 'registration.linkage_token'
  | 'registration.candidate'
  | 'registration.delivery'
  | 'registration.record'
  | 'exchange.message'
  | 'vault.dossier_key';

/**
 * Compares what came in with everything the register has, after it was taken in; what waits too goes along. Killed halfway it begins
 * again where it was; done twice it gives the same. It shows nothing to anybody and merges nothing: what it finds is offered to a
 * registrar.
 */
export function linkageWork(vault: Pick<Vault, 'keysFor' | 'linkageKeyFor'>): DueWork {
  // what went along with another in this round
  const done = new Set<string>();
  return {
    kind: 'registration.link',
    table: 'registration.linkage_record',
    dueColumn: 'link_at',
    waiting: 'link_at is not null',
    async run({ tenantId, id }, enterAs) {
      if (done.delete(id)) return;
      const [keys, linkageKey] = [await vault.keysFor(tenantId), await vault.linkageKeyFor(tenantId)];
      const link = (most: number) =>
        enterAs('own', async (tx, { now }) => {
          lendKeys(tx, keys);
          return linkDeliveries(tx, tenantId, linkageKey, await holdLinkages(tx, tenantId, id, now, most), now);
        });
      // one that cannot be compared does not keep the others waiting
      const linked = await link(TOGETHER).catch(() => link(1));
      for (const each of linked) if (each !== id) done.add(each);
    },
  };
}

/** Compares these deliveries. @returns their ids */
async function linkDeliveries(
  tx: Tx<Tables>,
  tenantId: string,
  key: LinkageKey,
  ids: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  if (ids.length === 0) return ids;
  const readable = [...(await readLinkables(tx, tenantId, ids)).values()].filter(
    ({ content }) => content !== undefined,
  );
  const cut: string[] = [];
  if (readable.length > 0) {
    await layTokens(tx, tenantId, key, readable);
    const readableIds = readable.map(({ deliveryId }) => deliveryId);
    const sharing = await sharingMarks(tx, tenantId, readableIds, MOST_NAMED);
    const around = await aroundWithoutName(tx, tenantId, readableIds, MOST_NAMELESS);
    const others = await readLinkables(tx, tenantId, [
      ...new Set([...sharing, ...around].map(({ deliveryId }) => deliveryId)),
    ]);
    const byFor = (pairs: readonly WorthComparing[]) => Map.groupBy(pairs, ({ forId }) => forId);
    const [sharers, neighbours] = [byFor(sharing), byFor(around)];
    const of = (pairs: typeof sharers, own: Linkable, most: number) =>
      (pairs.get(own.deliveryId) ?? []).slice(0, most).flatMap(({ deliveryId }) => {
        const other = others.get(deliveryId);
        return other && other.rootId !== own.rootId ? [other] : [];
      });
    for (const [forId, all] of sharers) if (all.length > MOST_NAMED) cut.push(forId);
    const prepared = new Map([...readable, ...others.values()].map((each) => [each.deliveryId, comparableOf(each)]));
    const found = readable.flatMap((own) => [
      ...alikeByName(own, of(sharers, own, MOST_NAMED), prepared),
      ...alikeWithoutName(own, of(neighbours, own, 2 * MOST_NAMELESS)),
    ]);
    await keepCandidates(tx, tenantId, found, now);
  }
  await noteLinked(tx, tenantId, ids, now, cut);
  return ids;
}

function alikeByName(
  own: Linkable,
  others: readonly Linkable[],
  prepared: ReadonlyMap<string, Comparable | undefined>,
): readonly NewCandidate[] {
  const one = prepared.get(own.deliveryId);
  if (!one) return [];
  return others.flatMap((other) => {
    const against = prepared.get(other.deliveryId);
    if (!against) return [];
    const likeness = comparePersons(one, against);
    // the very same name and day is offered whatever else differs
    const isExact = own.identityIndex !== null && own.identityIndex === other.identityIndex;
    if (!likeness && !isExact) return [];
    const kind = isExact ? 'exact' : likeness!.kind;
    return [{ ...pairOf(own, other), kind, points: likeness?.points ?? 0, reasons: likeness?.reasons ?? [] }];
  });
}

function alikeWithoutName(own: Linkable, others: readonly Linkable[]): readonly NewCandidate[] {
  const found = others.flatMap((other) => {
    if (!own.content || !other.content || (own.person && other.person)) return [];
    const likeness = compareNameless(
      { content: own.content, place: own.region },
      { content: other.content, place: other.region },
    );
    return likeness ? [{ ...pairOf(own, other), ...likeness }] : [];
  });
  return found.sort((a, b) => b.points - a.points).slice(0, NAMELESS_OFFERED);
}

const comparableOf = ({ person, content, region, receivedOn }: Linkable) =>
  person && content ? comparable(person, content, { place: region, receivedOn }) : undefined;

const pairOf = (own: Linkable, other: Linkable) => ({
  id: newId(),
  recordId: own.recordId,
  otherId: other.recordId,
  dossierId: own.dossierId,
  otherDossierId: other.dossierId,
});
