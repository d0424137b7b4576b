import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { type CaptureTable, canonicalText, VERSION } from '@in-beeld/statistics';
import type { Study, StudyOptions } from '../domain/study.ts';
import { workerFile } from '../worker-file.ts';

export interface StudyTask {
  readonly table: CaptureTable;
  readonly options: StudyOptions;
}

export type StudyMessage = { readonly share: number } | { readonly study: Study };

/** A study, or why there is none: it took too long, or its thread died. */
export type StudyOutcome =
  | { readonly kind: 'done'; readonly study: Study }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'died' };

export interface StudyRun {
  readonly outcome: Promise<StudyOutcome>;
  /** Ends the thread; the outcome is then `died`. */
  readonly stop: () => void;
}

/** One study at a time for the whole process: it takes a processor for seconds, and pages come first. */
const line = { last: Promise.resolve() as Promise<unknown> };
const MEMORY_MB = 512;

/** 'sha256:…' of a table, whatever the order of its rows: names the data a result came from. */
export function tableHash(table: CaptureTable): string {
  return `sha256:${createHash('sha256').update(canonicalText(table)).digest('hex')}`;
}

/**
 * Studies a table in a thread of its own, after the studies that wait already, and at most `limitMs` long from its start.
 * Never rejects: a thread that dies is an outcome.
 */
export function runStudy(
  task: StudyTask,
  limitMs: number,
  notice: (share: number) => void = () => {},
  file: URL = workerFile('study-worker'),
): StudyRun {
  const control: { worker?: Worker; isStopped?: boolean } = {};
  const start = () =>
    new Promise<StudyOutcome>((resolve) => {
      if (control.isStopped) return resolve({ kind: 'died' });
      const worker = new Worker(file, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
      control.worker = worker;
      worker.unref(); // a study never keeps the process from ending
      const end = (outcome: StudyOutcome) => {
        clearTimeout(timer);
        resolve(outcome);
        void worker.terminate();
      };
      const timer = setTimeout(() => end({ kind: 'too-long' }), limitMs);
      timer.unref();
      worker.on('message', (message: StudyMessage) => {
        if ('study' in message) end({ kind: 'done', study: message.study });
        else notice(message.share);
      });
      worker.once('error', () => end({ kind: 'died' }));
      worker.once('exit', () => end({ kind: 'died' }));
    });
  const outcome = line.last.then(start, start);
  line.last = outcome;
  return {
    outcome,
    stop: () => {
      control.isStopped = true;
      void control.worker?.terminate();
    },
  };
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
