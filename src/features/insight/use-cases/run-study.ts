import { createHash } from 'node:crypto';
import { type CaptureTable, canonicalText, type StratifiedTable, VERSION } from '@in-beeld/statistics';
import { runInThread, type ThreadOutcome, type ThreadRun } from '../../../platform/threads/run-in-thread.ts';
import { workerFile } from '../../../platform/threads/worker-file.ts';
import type { Study, StudyOptions } from '../domain/study.ts';

export interface StudyTask {
  readonly table: CaptureTable;
  readonly options: StudyOptions;
  /** The same people told apart by properties, when there are. */
  readonly stratified?: StratifiedTable;
}

export type StudyOutcome = ThreadOutcome<Study>;

/** 'sha256:…' of a table, whatever the order of its rows: names the data a result came from. */
export function tableHash(table: CaptureTable): string {
  return `sha256:${createHash('sha256').update(canonicalText(table)).digest('hex')}`;
}

/** Studies a table in a thread of its own, at most `limitMs` long. */
export function runStudy(
  task: StudyTask,
  limitMs: number,
  notice: (share: number) => void = () => {},
  file: URL = workerFile('features/insight/study-worker'),
): ThreadRun<Study> {
  return runInThread<Study>(file, task, limitMs, notice);
}

const kept = new Map<string, Promise<StudyOutcome>>();
const MOST_KEPT = 8;

/** The study of a published table: computed once, kept by the hash of the table, the options and the version. */
export function keptStudy(task: StudyTask, limitMs: number): Promise<StudyOutcome> {
  const key = [tableHash(task.table), JSON.stringify(task.options), VERSION].join(' ');
  const known = kept.get(key);
  if (known) return known;
  const { outcome } = runStudy(task, limitMs);
  kept.set(key, outcome);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  void outcome.then(({ kind }) => {
    if (kind !== 'done') kept.delete(key); // the next visitor tries again
  });
  return outcome;
}
