import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/platform/openapi/build-openapi.ts';
import { lintOpenApi, RULE_IDS } from '../../../src/platform/openapi/lint-openapi.ts';
import { BAD_SAMPLES, type Draft } from './bad-samples.ts';
import { goodSample } from './good-sample.ts';

type Changeable = Record<string, unknown>;

function draftOf(document: JsonObject): Draft {
  const place = (pointer: string): [Changeable, string] => {
    const keys = pointer
      .slice(1)
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop() ?? '';
    const parent = keys.reduce((part, key) => part[key] as Changeable, document as Changeable);
    if (parent === undefined) throw new Error(`the good sample has nothing at ${pointer}`);
    return [parent, last];
  };
  const existing = (pointer: string): [Changeable, string] => {
    const [parent, key] = place(pointer);
    if (!(key in parent)) throw new Error(`the good sample has nothing at ${pointer}`);
    return [parent, key];
  };
  const draft: Draft = {
    set(pointer, value) {
      const [parent, key] = place(pointer);
      parent[key] = value;
    },
    remove(pointer) {
      const [parent, key] = existing(pointer);
      delete parent[key];
    },
    move(from, to) {
      const [parent, key] = existing(from);
      draft.set(to, parent[key]);
      delete parent[key];
    },
  };
  return draft;
}

const rulesBroken = (document: JsonObject): string[] => [
  ...new Set(lintOpenApi(document).map((finding) => finding.rule)),
];

test('the good sample breaks no rule', () => {
  expect(lintOpenApi(goodSample())).toEqual([]);
});

test('there is a bad sample for every rule', () => {
  expect(Object.keys(BAD_SAMPLES).sort()).toEqual([...RULE_IDS].sort());
});

describe.each(RULE_IDS)('%s', (rule) => {
  test('its bad sample breaks this rule and no other', () => {
    const document = structuredClone(goodSample());
    BAD_SAMPLES[rule](draftOf(document));
    const broken = rulesBroken(document);
    // Without paths the document cannot publish itself either: the one sample that must break two rules.
    expect(broken).toEqual(rule === 'has-paths' ? ['has-paths', 'publish-openapi'] : [rule]);
  });
});
