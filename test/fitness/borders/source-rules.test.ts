import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATABASE_CLOCK, describeAll, MACHINE_PATH, parse, sourceRules } from './source-rules.ts';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const sample = 'src/features/approach/use-cases/sample.ts';
const sources = globSync('{src,packages/*/src}/**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !/\.test\.tsx?$|\/testing\//.test(path))
  .map((path) => parse(path, read(path)));

describe.each(sourceRules)('$name', ({ why, except, sampleAt = sample, breaks, bad, good }) => {
  it.each(bad)('is broken by %s', (text) => expect(breaks(parse(sampleAt, text))).not.toEqual([]));
  it.each(good)('allows %s', (text) => expect(breaks(parse(sampleAt, text))).toEqual([]));

  it('holds everywhere', () => {
    expect(sources.length).toBeGreaterThan(20);
    const spoken = sources.filter((file) => !except?.test(file.fileName));
    expect(
      spoken.flatMap((file) => describeAll(file, breaks(file))),
      why,
    ).toEqual([]);
  });
});

describe('JSX', () => {
  /** The compiler imports the view engine into every .tsx by itself, so the borders do not see it. */
  const mayHoldViews = /^src\/(ui|app|features\/[^/]+\/(ui|http))\//;

  it('stands only where pages are made', () => {
    const views = sources.map(({ fileName }) => fileName).filter((path) => path.endsWith('.tsx'));
    expect(views.length).toBeGreaterThan(5);
    expect(views.filter((path) => !mayHoldViews.test(path))).toEqual([]);
    expect(mayHoldViews.test('src/features/approach/use-cases/record.tsx')).toBe(false);
  });
});

describe('migrations', () => {
  /** The moment a row was written is the business of the real clock; everything else is given by the use case. */
  const breaches = (text: string) =>
    text
      .replace(/--.*$/gm, '')
      .split('\n')
      .filter((line) => DATABASE_CLOCK.test(line) && !/\b(recorded|created)_at\b/i.test(line))
      .map((line) => line.trim());

  it('let the database clock decide nothing', () => {
    // the parts of the logs follow the clock that writes recorded_at
    const isOfTheLogs = /^migrations\/\d{8}T\d{4}_audit_/;
    const broken = globSync('migrations/*.sql', { cwd: root })
      .filter((path) => !isOfTheLogs.test(path))
      .flatMap((path) => breaches(read(path)).map((line) => `${path}  ${line}`));
    expect(broken).toEqual([]);
  });

  it.each(['ends_on date default current_date', 'check (day <= now())'])('are broken by %s', (line) => {
    expect(breaches(line)).not.toEqual([]);
  });

  it.each(['recorded_at timestamptz not null default now()', '-- not now()', 'known_on date'])('allow %s', (line) => {
    expect(breaches(line)).toEqual([]);
  });
});

describe('the repository', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  const text = tracked.filter((path) =>
    /\.(tsx?|m?js|cjs|json|md|sql|css|ya?ml|sh|csv|html)$|^\.ci\/|^\.[\w-]+$/.test(path),
  );

  it('names no path of anybody’s machine', () => {
    expect(text.length).toBeGreaterThan(20);
    const named = text.filter(
      (path) => path !== 'test/fitness/borders/source-rules.test.ts' && MACHINE_PATH.test(read(path)),
    );
    expect(named).toEqual([]);
  });

  it.each(['see /home/piet/in-beeld', '"/work/main/src"', 'cd /root/clone'])('is broken by %s', (line) => {
    expect(MACHINE_PATH.test(line)).toBe(true);
  });

  it.each(['/werk/vandaag', 'https://example.org/home/page', './work/x', 'as root, in /root'])('allows %s', (line) => {
    expect(MACHINE_PATH.test(line)).toBe(false);
  });
});
