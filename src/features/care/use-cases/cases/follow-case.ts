import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import type { KeepTables } from '../../../../platform/retention/keep-record.ts';
import { ok, type Result } from '../../../../shared-kernel/result.ts';
import { readyBy } from '../../domain/cases/case-clock.ts';
import type { CaseFile } from '../../domain/cases/case-file.ts';
import { writeNextDay } from '../../persistence/case-store.ts';
import { clocksOf } from '../../persistence/clock-store.ts';
import { openTasks } from '../../persistence/task-store.ts';
import { keepCase } from './begin-case.ts';
import { CASE_SUBJECT } from './case-names.ts';

export type FollowTables = KeepTables | 'care.case_file' | 'care.case_clock' | 'care.task';

/** The case stands in the work list where its nearest clock or task says, and its own term counts from today. */
export async function followCase(
  tx: Tx<FollowTables>,
  tenantId: string,
  file: CaseFile,
  time: DomainTime,
): Promise<Result<Done, never>> {
  const clocks = (await clocksOf(tx, tenantId, file.id)).filter(({ ended }) => !ended).map(readyBy);
  const tasks = (await openTasks(tx, tenantId, file.id)).map(({ dueOn }) => dueOn);
  await writeNextDay(tx, tenantId, file.id, [...clocks, ...tasks].toSorted()[0]);
  await keepCase(tx, tenantId, file, time);
  return ok({ subject: { kind: CASE_SUBJECT, id: file.id } });
}
