import { describe, expect, it } from 'vitest';
import { hierarchicalModels } from './hierarchical-models.ts';
import { boundary } from './term-boundary.ts';

describe('hierarchicalModels', () => {
  it.each([
    [2, 1, 1],
    [3, 2, 8],
    [4, 2, 64],
    [4, 3, 113],
    [5, 3, 6212],
    [5, 4, 6893],
    [6, 2, 32768],
  ])('of %d lists up to order %d are %d, each once and each with all its parts', (lists, maxOrder, expected) => {
    const seen = new Set<string>();
    for (const model of hierarchicalModels(lists, maxOrder)) {
      seen.add([...model].sort((a, b) => a - b).join());
      const present = new Set(model);
      if (!model.every((term) => boundary(term).every((part) => present.has(part)))) throw new Error(`${model}`);
    }
    expect(seen.size).toBe(expected);
  });

  it('changes one pair at a time', () => {
    const models = [...hierarchicalModels(4, 2)];
    for (const [index, model] of models.slice(1).entries()) {
      const before = models[index]!;
      const changed = [...model.filter((term) => !before.includes(term)), ...before.filter((t) => !model.includes(t))];
      expect(changed).toHaveLength(1);
    }
  });
});
