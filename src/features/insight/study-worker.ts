/** Worker thread: studies the table it was given, tells how far it is, and sends the study. */
import { parentPort, workerData } from 'node:worker_threads';
import { stopwatch } from '../../platform/clock/real-time.ts';
import type { ThreadMessage } from '../../platform/threads/run-in-thread.ts';
import { type Study, studyTable } from './domain/study.ts';
import type { StudyTask } from './use-cases/run-study.ts';

const { table, options, stratified } = workerData as StudyTask;
const elapsed = stopwatch();
const say = (message: ThreadMessage<Study>) => parentPort?.postMessage(message);
say({
  answer: studyTable(table, options, (share) => say({ share }), {
    elapsed,
    ...(stratified && { stratified }),
  }),
});
