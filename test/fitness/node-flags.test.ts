import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NODE_FLAGS } from '../../scripts/node-flags.ts';

it('npm start gives node the flags that the bench and the tests measure', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  expect(scripts.start.split('exec node ')[1]).toBe(`${NODE_FLAGS.join(' ')} dist/main.js`);
});
