import { readFile } from 'node:fs/promises';
import { estimateCommand } from '../../features/insight/estimate-command.ts';

/** The estimator on the command line: JSON alone on standard output, progress on standard error. */
export async function estimate(args: readonly string[]): Promise<number> {
  return estimateCommand([...args], {
    readFile: (path) => readFile(path, 'utf8'),
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
  });
}
