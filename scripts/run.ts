/** Runs `scripts/<name>.ts`, and says so plainly when this version has no such script. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const [name = '', ...options] = process.argv.slice(2);
const script = join(import.meta.dirname, `${name}.ts`);
if (!existsSync(script)) {
  console.error(`Er is in deze versie nog geen scripts/${name}.ts: "npm run ${name}" kan niets doen.`);
  process.exit(1);
}
process.exit(spawnSync(process.execPath, [script, ...options], { stdio: 'inherit' }).status ?? 1);
