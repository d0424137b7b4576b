import { existsSync } from 'node:fs';

/** Beside this file in the source; in the build, where this file became part of another, in the folder of its source. */
const FOLDERS = ['./', './features/insight/', '../features/insight/'];

/** The file of a worker thread of this feature. @throws when the build has none. */
export function workerFile(name: 'replicate-worker' | 'study-worker' | 'disclosure-worker'): URL {
  const places = FOLDERS.flatMap((folder) => [`${folder}${name}.ts`, `${folder}${name}.js`]);
  const found = places.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (!found) throw new Error(`no file for ${name} beside this build`);
  return found;
}
