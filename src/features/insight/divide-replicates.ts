import { Worker } from 'node:worker_threads';
import { bootstrapReplicates, type CaptureTable, type Procedure } from '@in-beeld/statistics';
import { workerFile } from '../../platform/threads/worker-file.ts';

/** A stretch of bootstrap replicates to compute. */
export interface ReplicateTask {
  readonly table: CaptureTable;
  readonly procedure: Procedure;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Computes all replicates, divided over worker threads. The numbers do not depend on how many.
 *
 * A worker that dies or cannot be started costs time, not the result: its stretch is computed here instead, and `notice`
 * hears about it. `startWorker` exists for tests.
 */
export async function divideReplicates(
  task: Omit<ReplicateTask, 'from' | 'to'>,
  replicates: number,
  workers: number,
  notice: (text: string) => void = () => {},
  startWorker: (task: ReplicateTask) => Promise<Float64Array> = inWorker,
): Promise<Float64Array> {
  if (workers <= 1) return bootstrapReplicates(task.table, task.procedure, task.seed, 0, replicates);
  const size = Math.ceil(replicates / workers);
  const stretches = Array.from({ length: Math.ceil(replicates / size) }, (_, index) => ({
    ...task,
    from: index * size,
    to: Math.min(replicates, (index + 1) * size),
  }));
  let hasDied = false;
  const parts = await Promise.all(
    stretches.map((stretch) =>
      startWorker(stretch).catch(() => {
        if (!hasDied)
          notice('Een werkproces viel uit. Zijn deel wordt hier opnieuw berekend; de uitkomst blijft gelijk.');
        hasDied = true;
        return bootstrapReplicates(stretch.table, stretch.procedure, stretch.seed, stretch.from, stretch.to);
      }),
    ),
  );
  const all = new Float64Array(replicates);
  for (const [index, part] of parts.entries()) all.set(part, stretches[index]!.from);
  return all;
}

function inWorker(task: ReplicateTask): Promise<Float64Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('features/insight/replicate-worker'), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`worker stopped with ${code} before it answered`)));
  });
}
