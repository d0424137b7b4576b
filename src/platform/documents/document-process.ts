/**
 * Makes documents in a process of its own, one after the other, until whoever started it lets go. A typesetter that crashes, leaks
 * or hangs takes nothing else along.
 */
import type { Printed, PrintJob } from './print-job.ts';

async function print({ id, format, tree }: PrintJob): Promise<Printed> {
  try {
    const bytes =
      format === 'pdf'
        ? (await import('./write-pdf.ts')).writePdf(tree)
        : await (await import('./write-docx.ts')).writeDocx(tree);
    return { id, bytes };
  } catch (error) {
    return { id, problem: reasonOf(error) };
  }
}

/** What went wrong, without what the document says: an error may quote it. */
function reasonOf(error: unknown): string {
  const known = /PDF\/UA-1 error|Cannot find module '[\w@/-]+'|no typesetter for [\w-]+/.exec(String(error))?.[0];
  return known ?? (error instanceof Error ? error.name : 'unknown');
}

process.on('message', (job: PrintJob) => void print(job).then((printed) => process.send?.(printed)));
process.on('disconnect', () => process.exit());
