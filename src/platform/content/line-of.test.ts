import { describe, expect, it } from 'vitest';
import { lineOf } from './line-of.ts';

const TEXT = `{
  "id": "a, \\"b\\": {",
  "lines": [
    {"number": "112", "hours": {"monday": []}},
    {
      "number": 5
    }
  ],
  "last": null
}`;

describe('the line of a value in JSON', () => {
  it.each([
    [['id'], 2],
    [['lines'], 3],
    [['lines', 0, 'hours', 'monday'], 4],
    [['lines', 1, 'number'], 6],
    [['last'], 9],
    [[], 1],
  ] as const)('finds %j', (path, line) => {
    expect(lineOf(TEXT, path)).toBe(line);
  });

  it('points at the whole when a part is missing', () => {
    expect(lineOf(TEXT, ['lines', 1, 'name'])).toBe(5);
    expect(lineOf(TEXT, ['nothing'])).toBe(1);
  });
});
