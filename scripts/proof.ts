/**
 * The heavy proofs, in full: `npm run proof -- races|kills|matrix|crawl|screens|fuzz|scripts|coverage|audit|erasure|backup|disclosure|vault|linkage|noticed|noticed|red [--n N]`; without a name all of them. They start what
 * they need themselves, say what they did, and end in `N passed, N failed`. Results worth keeping go to docs/metingen/.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({ options: { n: { type: 'string' } }, allowPositionals: true });
const PROOFS: Readonly<Record<string, readonly string[]>> = {
  races: ['--only', 'proof', '--filter', 'races'],
  kills: ['--only', 'proof', '--filter', 'kills'],
  coverage: ['--only', 'proof', '--filter', 'coverage'],
  audit: ['--only', 'proof', '--filter', 'audit'],
  erasure: ['--only', 'proof', '--filter', 'erase'],
  backup: ['--only', 'proof', '--filter', 'backup'],
  disclosure: ['--only', 'proof', '--filter', 'disclosure'],
  vault: ['--only', 'proof', '--filter', 'vault'],
  linkage: ['--only', 'proof', '--filter', 'linkage'],
  noticed: ['--only', 'proof', '--filter', 'noticed'],
  red: ['--only', 'proof', '--filter', 'red'],
  matrix: ['--only', 'http', '--filter', 'access'],
  crawl: ['--only', 'http', '--filter', 'crawler'],
  fuzz: ['--only', 'http', '--filter', 'fuzz'],
  scripts: ['--only', 'http', '--filter', 'stored-scripts'],
  screens: ['--only', 'e2e', '--filter', 'narrow'],
};
const names = positionals.length > 0 ? positionals : Object.keys(PROOFS);
const unknown = names.filter((name) => !PROOFS[name]);
if (unknown.length > 0) {
  console.error(`Onbekend bewijs: ${unknown.join(', ')}. Kies uit ${Object.keys(PROOFS).join(', ')}.`);
  process.exit(2);
}
const codes = names.map((name) => {
  console.log(`\n━━ ${name}`);
  return (
    spawnSync(process.execPath, ['scripts/test.ts', ...PROOFS[name]!], {
      stdio: 'inherit',
      env: { ...process.env, PROOF_WHOLE: 'true', ...(values.n && { PROOF_N: values.n }) },
    }).status ?? 1
  );
});
process.exit(codes.every((code) => code === 0) ? 0 : 1);
