import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const canary = join(import.meta.dirname, 'canary');
const configuration = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
const rules: { name: string; to: { pathNot?: string } }[] = configuration.forbidden;

async function read(baseDir: string, folders: string[], exclude?: { path: string[] }): Promise<ICruiseResult> {
  const { exclude: _, tsConfig, ...options } = configuration.options;
  const ruleSet = { forbidden: configuration.forbidden };
  const result = await cruise(
    folders,
    { ...options, baseDir, tsConfig, ruleSet, validate: true, ...(exclude && { exclude }) },
    {},
    { tsConfig: extractTSConfig(tsConfig.fileName) },
  );
  return result.output as ICruiseResult;
}

const broken = (result: ICruiseResult) =>
  result.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
const sources = (baseDir: string, folders: string) => globSync(`${folders}/**/*.{ts,tsx}`, { cwd: baseDir });
const modules = (result: ICruiseResult) => result.modules.map(({ source }) => source);

describe('the borders', async () => {
  const result = await read(canary, ['src', 'packages']);
  const claims = sources(canary, '{src,packages}').map((path) => {
    const [, claim = 'nothing'] = /^\/\/ breaks: (.+)$/m.exec(readFileSync(join(canary, path), 'utf8')) ?? [];
    return { path, claimed: claim === 'nothing' ? [] : claim.split(', ').sort() };
  });
  const found = (path: string) => {
    const names = result.summary.violations
      .filter(({ from, cycle }) => from === path || cycle?.some(({ name }) => name === path))
      .map(({ rule }) => rule.name);
    // the doors of the sample features reach into each other on purpose; a circle is their side effect
    return [...new Set(names)].filter((name) => name !== 'no-circular' || !path.endsWith('/index.ts')).sort();
  };

  it('have a file made to break each of them', () => {
    const broken = claims.flatMap(({ claimed }) => claimed);
    const unbroken = rules.map(({ name }) => name).filter((name) => !broken.includes(name));
    expect(
      unbroken,
      'each rule needs a file in test/fitness/borders/canary with "// breaks: NAME OF THE RULE"; for a feature: canary/src/features/NAME/index.ts',
    ).toEqual([]);
    const gone = broken.filter((name) => !rules.some((rule) => rule.name === name));
    expect(gone, 'files in test/fitness/borders/canary claim to break a rule that is gone').toEqual([]);
  });

  it.each(claims)('break where $path breaks them, and nowhere else: $claimed', ({ path, claimed }) => {
    expect(found(path)).toEqual(claimed);
  });

  it('let no two features use each other, not even by a detour', () => {
    const may = new Map(
      rules
        .filter(({ name }) => name.startsWith('feature:'))
        .map(({ name, to }) => {
          const feature = name.slice('feature:'.length);
          const allowed = /\((.+)\)/.exec(to.pathNot ?? '')?.[1]?.split('|') ?? [];
          return [feature, allowed.filter((other) => other !== feature)] as const;
        }),
    );
    const cycleFrom = (feature: string, path: string[]): string[] | undefined => {
      if (path.includes(feature)) return [...path, feature];
      return may
        .get(feature)
        ?.map((next) => cycleFrom(next, [...path, feature]))
        .find(Boolean);
    };
    expect(may.size).toBeGreaterThan(10);
    expect([...may.keys()].map((feature) => cycleFrom(feature, [])).filter(Boolean)).toEqual([]);
  });
});

describe('the house', async () => {
  const result = await read(root, ['src', 'packages'], configuration.options.exclude);

  it('keeps every border', () => {
    expect(broken(result)).toEqual([]);
  });

  it('was read in full', () => {
    const present = sources(root, '{src,packages/*/src}');
    expect(present.length).toBeGreaterThan(20);
    expect(present.filter((path) => !modules(result).includes(path))).toEqual([]);
  });
});
