import { type AnyTx, type DomainTime, type Done, type Replayed, transact } from '../../../platform/db/transact.ts';
import { newId, newRandomId } from '../../../platform/ids/uuid.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import { keepRecord } from '../../../platform/retention/keep-record.ts';
import type { DueItem, DueWork } from '../../../platform/runner/run-due.ts';
import { destroyDossierKey } from '../../../platform/vault/dossier-keys.ts';
import { lendKeys } from '../../../platform/vault/lending.ts';
import type { Vault } from '../../../platform/vault/vault.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import type { BulkProblem } from '../domain/bulk-table.ts';
import { type Bulk, claimRows, holdBulk, knownRows, markBulk, openRows } from '../persistence/bulk-store.ts';
import { type GoodRow, packedCount, piecesFrom } from './packed-rows.ts';
import { marksOf, problemOf } from './receive-bulk.ts';
import { judgeEntering, registerMany } from './register-many.ts';
import { BULK_SUBJECT } from './registration-names.ts';
import { rulesToday } from './registration-rules.ts';
import { reporterKinds } from './reporter-kinds.ts';

export interface Registering {
  readonly db: Parameters<typeof transact>[0];
  readonly vault: Vault;
  /** Whether registering is on for this organisation (features/privacy). */
  readonly isOpen: (tx: AnyTx, tenantId: string, today: PlainDate) => Promise<boolean>;
  /** The version of VA-07 that holds, for the log of data processing. */
  readonly activityVersion: number;
}

/** Why it stops: a code of its own, or one of the rules. */
type Stop = { readonly code: string };

/**
 * Registers what a file holds, in the name of whoever started it: she still has to work here in that role, and registering still has
 * to be on. Good rows go in pieces, each in a transaction of its own with its own lines in the logs; all or none goes in one. A
 * process that dies leaves the piece undone, and whoever comes next goes on there: a number that was registered is never taken twice.
 */
export const bulkWork = (registering: Registering): DueWork => ({
  kind: 'registration.register-rows',
  table: 'registration.bulk',
  dueColumn: 'next_at',
  waiting: 'next_at is not null',
  async run(item, enterAs) {
    const { tenantId, id } = item;
    // one piece after the other: what is told of each comes after the last, or a large file would wait for it
    for (;;) {
      const bulk = await enterAs('own', (tx) => holdBulk(tx, tenantId, id));
      if (!bulk?.nextAt) return;
      const outcome = await registerNext(registering, item, bulk);
      if ('replayOf' in outcome || outcome.ok) continue;
      const { code } = outcome.error;
      await enterAs('own', (tx) => markBulk(tx, tenantId, id, { nextAt: null, stoppedBy: code }));
    }
  },
});

/** The next piece of a file, as a deed of whoever started it. */
async function registerNext(
  { db, vault, isOpen, activityVersion }: Registering,
  { tenantId, id, dueAt }: DueItem,
  bulk: Bulk,
): Promise<Result<Done, Stop> | Replayed> {
  const actor = actorOf(tenantId, bulk);
  const subject = { kind: BULK_SUBJECT, id };
  return transact<Done, Stop>(
    db,
    {
      ...{ actor, activity: 'VA-07', activityVersion, action: 'registration.register-rows', traceId: newId() },
      about: subject,
      entry: { at: dueAt },
    },
    async (tx, time) => {
      // keys are lent for seconds, and ten thousand rows may take longer
      const lend = async () => lendKeys(tx, await vault.keysFor(tenantId));
      await lend();
      const held = await holdBulk(tx, tenantId, id);
      // another process had it in hand
      if (!held?.nextAt || held.nextRow !== bulk.nextRow) return ok({ subject });
      if (!(await isOpen(tx, tenantId, time.today))) return err({ code: 'gate-closed' });
      const colleagues = await colleaguesOf(tx, tenantId, time.today, [actor.role]);
      if (!colleagues.some(({ membershipId }) => membershipId === actor.membershipId))
        return err({ code: 'no-longer-here' });
      const gone = await goOn(tx, lend, actor, held, time);
      return gone.ok ? ok({ subject }) : gone;
    },
  );
}

/** Who started it, as the logs name her. */
function actorOf(tenantId: string, bulk: Bulk): Actor {
  return {
    personId: bulk.recordedBy,
    personName: bulk.recordedByName,
    membershipId: bulk.recordedMembership,
    organisationId: tenantId,
    organisationCode: '',
    organisationName: '',
    role: bulk.recordedRole as Role,
    scope: 'own-records',
  };
}

async function goOn(
  tx: AnyTx,
  lend: () => Promise<void>,
  actor: Actor,
  bulk: Bulk,
  time: DomainTime,
): Promise<Result<undefined, Stop>> {
  const { organisationId: tenantId } = actor;
  const packed = await openRows(tx, tenantId, bulk.id);
  if (!packed) return err({ code: 'rows-gone' });
  let [nextRow, sent, known] = [bulk.nextRow, 0, 0];
  const more: BulkProblem[] = [];
  for await (const piece of piecesFrom(packed, bulk.nextRow)) {
    await lend();
    const registered = await registerPiece(tx, actor, bulk, piece, time);
    if (!registered.ok) return registered;
    nextRow += piece.length;
    sent += registered.value.sent;
    known += registered.value.known;
    more.push(...registered.value.problems);
    if (bulk.mode === 'good') break;
  }
  if (bulk.mode === 'all' && more.length > 0) return err({ code: 'rows-changed' });
  const counts = { sentCount: bulk.sentCount + sent, knownCount: bulk.knownCount + known, nextRow, more };
  if (nextRow < packedCount(packed)) {
    await markBulk(tx, tenantId, bulk.id, counts);
    return ok(undefined);
  }
  await markBulk(tx, tenantId, bulk.id, { ...counts, nextAt: null, finishedAt: time.now });
  // what was read is nowhere needed any more: what is registered is sealed under keys of its own
  await destroyDossierKey(tx, tenantId, bulk.dossierId, time.now);
  await keepRecord(tx, {
    tenantId,
    rule: 'registration-copy',
    subject: { kind: BULK_SUBJECT, id: bulk.id },
    dossierId: bulk.dossierId,
    startsOn: time.today,
  });
  return ok(undefined);
}

/** Claims the numbers of some rows and registers those that were free and still hold. */
async function registerPiece(
  tx: AnyTx,
  actor: Actor,
  bulk: Bulk,
  piece: readonly GoodRow[],
  time: DomainTime,
): Promise<Result<{ readonly sent: number; readonly known: number; readonly problems: readonly BulkProblem[] }, Stop>> {
  const { organisationId: tenantId } = actor;
  const rules = await rulesToday(tx, time.today);
  const kinds = await reporterKinds(tx, actor);
  const problems: BulkProblem[] = [];
  const holding = piece.filter(({ line, entry }) => {
    const judged = judgeEntering(kinds, rules, entry, time);
    if (!judged.ok) problems.push(problemOf(line, judged.error.code));
    return judged.ok;
  });
  const marked = holding.map((row) => {
    const { references, contents } = marksOf(tx, row);
    return {
      row,
      registrationId: newRandomId(),
      reference: references[0]!,
      content: contents[0]!,
      references,
      contents,
    };
  });
  // before they were claimed: a number under an earlier key is not seen by the claim
  const before = await knownRows(
    tx,
    tenantId,
    marked.flatMap(({ references }) => references),
  );
  const isKnown = ({ references }: (typeof marked)[number]) =>
    references.some((mark) => before.has(mark.toString('hex')));
  const claimed = await claimRows(
    tx,
    tenantId,
    bulk.id,
    newId,
    marked.filter((row) => !isKnown(row)),
  );
  const free = marked.filter(({ registrationId }) => claimed.has(registrationId));
  const taken = marked.filter(({ registrationId }) => !claimed.has(registrationId));
  const now = await knownRows(
    tx,
    tenantId,
    taken.flatMap(({ references }) => references),
  );
  let known = 0;
  for (const { row, references, contents } of taken) {
    const content = references.map((mark) => now.get(mark.toString('hex'))).find((mark) => mark);
    if (content && contents.some((mark) => mark.equals(content))) known += 1;
    else problems.push({ line: row.line, column: 'nummer', code: 'number-used-before' });
  }
  const registered = await registerMany(
    tx,
    actor,
    free.map(({ row, registrationId }) => ({ ...row.entry, id: registrationId })),
    time,
  );
  if (!registered.ok) return err({ code: registered.error.code });
  return ok({ sent: free.length, known, problems });
}
