/** Worker thread: protects the counts it was given and attacks what would come out, tells how far it is, and sends the answer. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadSolver } from '../../platform/solver/linear-model.ts';
import type { ThreadMessage } from '../../platform/threads/run-in-thread.ts';
import { type CheckAnswer, type CheckTask, checkPublication } from './use-cases/disclosure/check-publication.ts';

const say = (message: ThreadMessage<CheckAnswer>) => parentPort?.postMessage(message);
const solver = await loadSolver();
say({ answer: checkPublication(workerData as CheckTask, solver, (share) => say({ share })) });
