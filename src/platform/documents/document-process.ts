/**
 * Makes documents in a process of its own, one after the other, until whoever started it lets go. A typesetter that crashes, leaks
 * or hangs takes nothing else along.
 */
import type { Printed, PrintJob } from './print-job.ts';

async function print(job: PrintJob): Promise<Printed> {
  const { id } = job;
  try {
    return { id, bytes: await bytesOf(job) };
  } catch (error) {
    return { id, problem: reasonOf(error) };
  }
}

async function bytesOf(job: PrintJob): Promise<Uint8Array> {
  if (job.format === 'card') return (await import('./write-card.ts')).writeCard(job.card, job.fold);
  if (job.format === 'pdf') return (await import('./write-pdf.ts')).writePdf(job.tree);
  return (await import('./write-docx.ts')).writeDocx(job.tree);
}

/** What went wrong, without what the document says: an error may quote it. */
function reasonOf(error: unknown): string {
  const known = /PDF\/UA-1 error|Cannot find module '[\w@/-]+'|no typesetter for [\w-]+/.exec(String(error))?.[0];
  return known ?? (error instanceof Error ? error.name : 'unknown');
}

process.on('message', (job: PrintJob) => void print(job).then((printed) => process.send?.(printed)));
process.on('disconnect', () => process.exit());
