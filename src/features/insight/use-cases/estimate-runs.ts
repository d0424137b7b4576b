import { canonicalStratifiedText, canonicalText, readTable, type TableText, VERSION } from '@in-beeld/statistics';
import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { ThreadRun } from '../../../platform/threads/run-in-thread.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type EstimateRun, RUN_LIMIT_MS, type RunSummary, runState } from '../domain/estimate-run.ts';
import type { Study, StudyOptions } from '../domain/study.ts';
import { addRun, endRun, listRuns, loadRun, openRuns } from '../persistence/run-store.ts';
import { runStudy, tableHash } from './run-study.ts';

type RunTx = Tx<'insight.run'>;

export type RunRefusal = { readonly code: 'run-in-progress' | 'not-found' };
export interface Requested {
  readonly subject: { readonly kind: 'estimate-run'; readonly id: string };
  readonly run: EstimateRun;
}

const MOST_LISTED = 50;

/** Asks for a computation. A person has one at a time; a run that was lost with its server makes place. */
export async function requestRun(
  tx: RunTx,
  actor: Actor,
  input: { readonly read: TableText; readonly options: StudyOptions; readonly repeatsId?: string },
  time: DomainTime,
): Promise<Result<Requested, RunRefusal>> {
  for (const open of await openRuns(tx, actor.organisationId, actor.personId)) {
    if (runState(open, time.now) === 'busy') return err({ code: 'run-in-progress' });
    await endRun(tx, actor.organisationId, open.id, { ending: 'lost', study: null, at: time.now });
  }
  const run: EstimateRun = {
    id: newId(),
    personId: actor.personId,
    personName: actor.personName,
    repeatsId: input.repeatsId ?? null,
    captureTable: textOf(input.read),
    tableHash: tableHash(input.read.table),
    observed: input.read.table.observed,
    options: input.options,
    version: VERSION,
    requestedAt: time.now,
    ending: null,
    endedAt: null,
    study: null,
  };
  if (!(await addRun(tx, actor.organisationId, run))) return err({ code: 'run-in-progress' });
  return ok({ subject: { kind: 'estimate-run', id: run.id }, run });
}

/** The same table and options once more, by whoever of the organisation asks. */
export async function repeatRun(
  tx: RunTx,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Requested, RunRefusal>> {
  const before = await readRun(tx, actor, id);
  const read = before && tableOf(before);
  if (!before || !read) return err({ code: 'not-found' });
  return requestRun(tx, actor, { read, options: before.options, repeatsId: before.id }, time);
}

export async function readRun(tx: RunTx, actor: Actor, id: string): Promise<EstimateRun | undefined> {
  return isUuid(id) ? loadRun(tx, actor.organisationId, id) : undefined;
}

export async function recentRuns(tx: RunTx, actor: Actor): Promise<readonly RunSummary[]> {
  return listRuns(tx, actor.organisationId, MOST_LISTED);
}

/** The table of a run; nothing when its text is no table. */
export function tableOf({
  captureTable,
  options,
}: Pick<EstimateRun, 'captureTable' | 'options'>): TableText | undefined {
  const read = readTable(captureTable, { covariates: options.covariates ?? [] });
  return read.ok ? read.value : undefined;
}

/** A table as text that does not depend on the order of its rows, with its properties when it has any. */
function textOf(read: TableText): string {
  return read.covariates.length > 0 ? canonicalStratifiedText(read) : canonicalText(read.table);
}

/** Who asked for a computation stops it. What ended already stays as it was. */
export async function cancelRun(
  tx: RunTx,
  actor: Actor,
  id: string,
  { now }: DomainTime,
): Promise<Result<{ readonly subject: Requested['subject'] }, RunRefusal>> {
  const run = await readRun(tx, actor, id);
  if (run?.personId !== actor.personId) return err({ code: 'not-found' });
  await endRun(tx, actor.organisationId, id, { ending: 'cancelled', study: null, at: now });
  return ok({ subject: { kind: 'estimate-run', id } });
}

/** Opens a transaction as an organisation, long after the request that asked for it was answered. */
export type InTenant = (tenantId: string, run: (tx: RunTx, time: DomainTime) => Promise<void>) => Promise<void>;

/** Computes runs after they were asked for, and writes down how they ended. */
export interface RunDesk {
  start(tenantId: string, run: EstimateRun): void;
  /** Ends the thread of a run, when this process has it. */
  stop(id: string): void;
  /** How far a run is, from 0 to 1; undefined when another process has it, or nobody. */
  shareOf(id: string): number | undefined;
  /** Ends every thread, and waits until that is written down. */
  close(): Promise<void>;
}

export function openRunDesk(inTenant: InTenant, complain: (problem: unknown) => void): RunDesk {
  const busy = new Map<string, { readonly study: ThreadRun<Study>; share: number; readonly written: Promise<void> }>();
  return {
    start(tenantId, run) {
      const read = tableOf(run);
      if (!read) throw new Error(`the table of run ${run.id} cannot be read back`);
      const task = { table: read.table, options: run.options, ...(read.covariates.length > 0 && { stratified: read }) };
      const study = runStudy(task, RUN_LIMIT_MS, (share) => {
        const entry = busy.get(run.id);
        if (entry) entry.share = share;
      });
      const written = study.outcome
        .then((outcome) =>
          inTenant(tenantId, (tx, { now }) =>
            endRun(tx, tenantId, run.id, {
              ending: outcome.kind === 'stopped' ? 'died' : outcome.kind,
              study: outcome.kind === 'done' ? outcome.answer : null,
              at: now,
            }),
          ),
        )
        .catch(complain)
        .finally(() => busy.delete(run.id));
      busy.set(run.id, { study, share: 0, written });
    },
    stop: (id) => busy.get(id)?.study.stop(),
    shareOf: (id) => busy.get(id)?.share,
    async close() {
      const all = [...busy.values()];
      for (const { study } of all) study.stop();
      await Promise.all(all.map(({ written }) => written));
    },
  };
}
