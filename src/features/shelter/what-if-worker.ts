/** Worker thread: counts how many people at most could have a place, now and with more of each kind. It knows sums only. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadSolver } from '../../platform/solver/linear-model.ts';
import type { ThreadMessage } from '../../platform/threads/run-in-thread.ts';
import type { WhatIf, WhatIfTask } from './domain/what-if.ts';
import { solveWhatIf } from './use-cases/solve-what-if.ts';

const say = (message: ThreadMessage<WhatIf>) => parentPort?.postMessage(message);
say({ answer: solveWhatIf(workerData as WhatIfTask, await loadSolver()) });
