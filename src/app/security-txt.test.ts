import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { registerSecurityTxt } from './security-txt.ts';

const root = resolve(import.meta.dirname, '../..');

async function ask(contact: string | undefined, publicUrl?: string) {
  const app = Fastify();
  registerSecurityTxt(app, contact, publicUrl);
  const answer = await app.inject('/.well-known/security.txt');
  await app.close();
  return answer;
}

it('says where a hole is told, and until when that holds: within a year (RFC 9116)', async () => {
  const answer = await ask('mailto:lek@voorbeeld.invalid', 'https://inbeeld.voorbeeld.invalid');
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  const fields = Object.fromEntries(
    answer.body
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/: (.*)/s).slice(0, 2)),
  );
  expect(fields).toMatchObject({
    Contact: 'mailto:lek@voorbeeld.invalid',
    Canonical: 'https://inbeeld.voorbeeld.invalid/.well-known/security.txt',
  });
  const days = (new Date(fields.Expires!).getTime() - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(150);
  expect(days).toBeLessThan(365);
});

it('is not there when the installation names no contact', async () => {
  expect((await ask(undefined)).statusCode).toBe(404);
});

it('the list of parts names every package that runs, with its version (SEC-59)', () => {
  const { scripts, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
    dependencies: Record<string, string>;
  };
  const [command, ...args] = scripts.sbom!.split(' ');
  const bom = JSON.parse(
    execFileSync(command!, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  ) as {
    bomFormat: string;
    components: { name: string; group?: string; version: string }[];
  };
  expect(bom.bomFormat).toBe('CycloneDX');
  const parts = bom.components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`);
  const asked = Object.entries(dependencies).filter(([, version]) => /^\d/.test(version));
  expect(asked.length).toBeGreaterThan(20);
  expect(parts).toEqual(expect.arrayContaining(asked.map(([name, version]) => `${name}@${version}`)));
});
