import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type BulkMode, type BulkProblem, bulkStanding, DISCARDED } from '../domain/bulk-table.ts';
import { type Bulk, bulkOfPerson, bulksBy, holdBulk, markBulk } from '../persistence/bulk-store.ts';
import { BULK_SUBJECT } from './registration-names.ts';

export type BulkRefusal = {
  readonly code: 'not-found' | 'bulk-moved-on' | 'bulk-has-problems' | 'bulk-nothing-to-send';
};

/**
 * Says how the rows of a file are registered, and lets it begin: all of them or none, or the good ones and not the others. The rest
 * is work in the background (`bulkWork`). Also for one that stopped: then it goes on where it was.
 */
export async function startBulk(
  tx: Tx<'registration.bulk'>,
  actor: Actor,
  input: { readonly id: string; readonly mode: BulkMode },
  time: DomainTime,
): Promise<Result<Done, BulkRefusal>> {
  const held = await heldBulk(tx, actor, input.id);
  if (!held.ok) return held;
  const bulk = held.value;
  const standing = bulkStanding(bulk);
  if (standing !== 'read' && standing !== 'stopped') return err({ code: 'bulk-moved-on' });
  // what went already cannot become all or nothing any more
  const mode = bulk.sentCount > 0 ? 'good' : input.mode;
  if (mode === 'all' && bulk.goodCount < bulk.rowCount) return err({ code: 'bulk-has-problems' });
  if (bulk.goodCount === bulk.knownCount) return err({ code: 'bulk-nothing-to-send' });
  const begin = { mode, startedAt: bulk.startedAt ?? time.now, nextAt: time.now, stoppedBy: null };
  await markBulk(tx, actor.organisationId, bulk.id, begin);
  return ok({ subject: { kind: BULK_SUBJECT, id: bulk.id } });
}

/** Lets go of a file: what was read of it is gone at once. What was registered from it stays. */
export async function discardBulk(
  tx: Tx<'registration.bulk'>,
  actor: Actor,
  input: { readonly id: string },
  time: DomainTime,
): Promise<Result<Done, BulkRefusal>> {
  const held = await heldBulk(tx, actor, input.id);
  if (!held.ok) return held;
  const standing = bulkStanding(held.value);
  if (standing !== 'read' && standing !== 'stopped') return err({ code: 'bulk-moved-on' });
  await markBulk(tx, actor.organisationId, input.id, { finishedAt: time.now, nextAt: null, stoppedBy: DISCARDED });
  return ok({ subject: { kind: BULK_SUBJECT, id: input.id } });
}

/** A file of her own. Another's is not there. */
async function heldBulk(
  tx: Tx<'registration.bulk'>,
  actor: Actor,
  id: string,
): Promise<Result<Bulk, { readonly code: 'not-found' }>> {
  const bulk = await holdBulk(tx, actor.organisationId, id);
  return bulk?.recordedBy === actor.personId ? ok(bulk) : err({ code: 'not-found' });
}

const PAGE_SIZE = 50;
const FILES_ON_PAGE = 20;

/** A file of her own, with one page of what is wrong in it; undefined when it is not there. */
export interface BulkView {
  readonly bulk: Bulk;
  readonly problems: readonly BulkProblem[];
  readonly problemCount: number;
  readonly pages: number;
}

export async function readBulk(
  tx: Tx<'registration.bulk'>,
  actor: Actor,
  id: string,
  page: number,
): Promise<BulkView | undefined> {
  const at = { offset: (page - 1) * PAGE_SIZE, size: PAGE_SIZE };
  const found = await bulkOfPerson(tx, actor.organisationId, actor.personId, id, at);
  return found && { ...found, pages: Math.max(1, Math.ceil(found.problemCount / PAGE_SIZE)) };
}

/** Her own files, newest first. */
export async function readBulks(
  tx: Tx<'registration.bulk'>,
  actor: Actor,
  page: number,
): Promise<{ readonly bulks: readonly Bulk[]; readonly total: number; readonly pages: number }> {
  const at = { offset: (page - 1) * FILES_ON_PAGE, size: FILES_ON_PAGE };
  const { rows, total } = await bulksBy(tx, actor.organisationId, actor.personId, at);
  return { bulks: rows, total, pages: Math.max(1, Math.ceil(total / FILES_ON_PAGE)) };
}
