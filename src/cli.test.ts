import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const cli = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args], { encoding: 'utf8' });

it('gives the list of commands to who asks for help, on standard output', () => {
  const { status, stdout, stderr } = cli('help');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('npm run cli -- estimate');
});

it('refuses what it does not know, also a word that every object has', () => {
  for (const name of ['bestaat-niet', 'toString']) {
    const { status, stdout, stderr } = cli(name);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`Onbekende opdracht: ${name}`);
  }
});
