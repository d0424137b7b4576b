import { Worker } from 'node:worker_threads';

/** What a thread says: how far it is, or its answer. */
export type ThreadMessage<Answer> = { readonly share: number } | { readonly answer: Answer };

/** An answer, or why there is none: it took too long, its thread died, or somebody stopped it. */
export type ThreadOutcome<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'too-long' | 'died' | 'stopped' };

export interface ThreadRun<Answer> {
  readonly outcome: Promise<ThreadOutcome<Answer>>;
  /** Ends the thread, or takes it out of the line; the outcome is then `stopped`. */
  readonly stop: () => void;
}

/** One computation at a time for the whole process: it takes a processor for seconds, and pages come first. */
const line = { last: Promise.resolve() as Promise<unknown> };
const MEMORY_MB = 512;

/**
 * Computes in a thread of its own, after what waits already, and at most `limitMs` long from its start. Never rejects: a thread
 * that dies is an outcome.
 */
export function runInThread<Answer>(
  file: URL,
  task: object,
  limitMs: number,
  notice: (share: number) => void = () => {},
): ThreadRun<Answer> {
  const control: { worker?: Worker; isStopped?: boolean } = {};
  const start = () =>
    new Promise<ThreadOutcome<Answer>>((resolve) => {
      if (control.isStopped) return resolve({ kind: 'stopped' });
      const worker = new Worker(file, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
      control.worker = worker;
      worker.unref(); // a computation never keeps the process from ending
      const end = (outcome: ThreadOutcome<Answer>) => {
        clearTimeout(timer);
        resolve(outcome);
        void worker.terminate();
      };
      const timer = setTimeout(() => end({ kind: 'too-long' }), limitMs);
      timer.unref();
      worker.on('message', (message: ThreadMessage<Answer>) => {
        if ('answer' in message) end({ kind: 'done', answer: message.answer });
        else notice(message.share);
      });
      const ended = () => end({ kind: control.isStopped ? 'stopped' : 'died' });
      worker.once('error', ended);
      worker.once('exit', ended);
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
