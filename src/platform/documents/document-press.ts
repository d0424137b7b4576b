import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type CardTree, checkedCard } from './card-tree.ts';
import { checkedDocument, type DocumentTree } from './document-tree.ts';
import type { DocumentFormat, Printed, PrintJob } from './print-job.ts';
import type { CardFold } from './write-card.ts';

export const DOCUMENT_TYPES: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** Makes files of documents. */
export interface DocumentPress {
  /** @throws DocumentFault on a document without structure; Error when the process that makes it fails or takes too long. */
  print(tree: DocumentTree, format: DocumentFormat): Promise<Uint8Array>;
  /** A card as PDF, on A4 or to fold to A6. @throws as `print` does. */
  printCard(card: CardTree, fold: CardFold): Promise<Uint8Array>;
  /** Lets the process go. */
  stop(): void;
}

/** Beside this file in the source; in the build, where this file may have become part of another. */
const PLACES = [
  './document-process.ts',
  './platform/documents/document-process.js',
  '../platform/documents/document-process.js',
];

interface Running {
  readonly child: ChildProcess;
  readonly waiting: Map<number, { resolve(bytes: Uint8Array): void; reject(error: Error): void }>;
  given: number;
}

/**
 * A press with one process of its own: started for the first document, kept warm for the next (starting takes ten times as long as
 * typesetting), replaced after `replaceAfter` documents, and let go when nothing was asked for `idleMs`. One that needs more than
 * `timeLimitMs` is killed; what waited behind it fails too. It never keeps the server from ending.
 */
export function createDocumentPress({ replaceAfter = 500, idleMs = 60_000, timeLimitMs = 15_000 } = {}): DocumentPress {
  const press: { running?: Running; idle?: NodeJS.Timeout } = {};

  function start(): Running {
    const running: Running = { child: forkProcess(), waiting: new Map(), given: 0 };
    const { child, waiting } = running;
    const end = (problem: string) => {
      if (press.running === running) delete press.running;
      for (const { reject } of waiting.values()) reject(new Error(problem));
      waiting.clear();
    };
    child.on('message', (printed: Printed) => {
      const asked = waiting.get(printed.id);
      waiting.delete(printed.id);
      if ('bytes' in printed) asked?.resolve(printed.bytes);
      else asked?.reject(new Error(`the document was not made: ${printed.problem}`));
      if (waiting.size > 0) return;
      child.channel?.unref();
      if (press.running !== running) child.disconnect();
    });
    child.once('error', (error) => end(`the document process did not start: ${error.message}`));
    child.once('exit', (status, signal) => end(`the document process stopped with ${status ?? signal}`));
    child.unref();
    return running;
  }

  function letGo(): void {
    const { running } = press;
    delete press.running;
    if (running?.waiting.size === 0 && running.child.connected) running.child.disconnect();
  }

  /** A job as it is given to the process, which numbers it. */
  type Unnumbered = PrintJob extends infer Job ? (Job extends PrintJob ? Omit<Job, 'id'> : never) : never;

  async function make(wanted: Unnumbered): Promise<Uint8Array> {
    if (press.running && press.running.given >= replaceAfter) letGo();
    press.running ??= start();
    const { child, waiting } = press.running;
    const job = { ...wanted, id: press.running.given++ } as PrintJob;
    clearTimeout(press.idle);
    press.idle = setTimeout(letGo, idleMs).unref();
    const limit = setTimeout(() => child.kill('SIGKILL'), timeLimitMs);
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        waiting.set(job.id, { resolve, reject });
        child.channel?.ref();
        child.send(job, (error) => error && reject(error));
      });
    } finally {
      clearTimeout(limit);
    }
  }

  return {
    print: async (tree, format) => make({ tree: checkedDocument(tree), format }),
    printCard: async (card, fold) => make({ format: 'card', card: checkedCard(card), fold }),
    stop() {
      clearTimeout(press.idle);
      letGo();
    },
  };
}

function forkProcess(): ChildProcess {
  const place = PLACES.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (!place) throw new Error('no document process beside this build');
  return fork(fileURLToPath(place), {
    execArgv: [],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
