/** Worker thread: estimates the replicates it was given and sends them back. The result depends on their index only. */
import { parentPort, workerData } from 'node:worker_threads';
import { bootstrapReplicates } from '@in-beeld/statistics';
import type { ReplicateTask } from './divide-replicates.ts';

const { table, procedure, seed, from, to } = workerData as ReplicateTask;
const totals = bootstrapReplicates(table, procedure, seed, from, to);
parentPort?.postMessage(totals, [totals.buffer as ArrayBuffer]);
