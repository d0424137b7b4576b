/** Worker thread: studies the table it was given, tells how far it is, and sends the study. */
import { parentPort, workerData } from 'node:worker_threads';
import { studyTable } from './domain/study.ts';
import type { StudyMessage, StudyTask } from './use-cases/run-study.ts';

const { table, options } = workerData as StudyTask;
const say = (message: StudyMessage) => parentPort?.postMessage(message);
say({ study: studyTable(table, options, (share) => say({ share })) });
