import { existsSync } from 'node:fs';

/** From this file to the folder of all sources; in the build, where this file became part of another, to that of the build. */
const ROOTS = ['../../', './', '../'];

/** Every worker thread of the product, beside which sources it stands; the build makes a file of each (scripts/build.ts). */
export type WorkerName =
  | 'features/insight/replicate-worker'
  | 'features/insight/study-worker'
  | 'features/insight/disclosure-worker'
  | 'features/shelter/what-if-worker';

/** The file of a worker thread. @throws when the build has none. */
export function workerFile(name: WorkerName): URL {
  const places = ROOTS.flatMap((root) => [`${root}${name}.ts`, `${root}${name}.js`]);
  const found = places.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (!found) throw new Error(`no file for ${name} beside this build`);
  return found;
}
