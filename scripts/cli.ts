/**
 * The command line, built first when a source is newer: `npm run cli -- …`. Both in one process: what reckons with a file is promised
 * within a second, and starting Node twice took a third of it.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.ts';

const isBuilt = await build().then(
  () => true,
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    return false;
  },
);
if (isBuilt) await import(pathToFileURL(join(import.meta.dirname, '../dist/cli.js')).href);
