import { expect, it } from 'vitest';
import { visit } from './visit.ts';

it('notices what goes wrong on a page: a missing file, a forbidden style, a broken script', async () => {
  await using visitor = await visit();
  await visitor.page.goto('/over');
  expect(visitor.complaints).toEqual([]);
  await visitor.page.evaluate(async () => {
    await fetch('/assets/niet-daar.js');
    document.querySelector('main')?.setAttribute('style', 'color: red');
    setTimeout(() => {
      throw new Error('kapot');
    });
  });
  await visitor.page.waitForTimeout(200);
  expect([...visitor.complaints].sort()).toEqual([
    expect.stringMatching(/^404: GET .*niet-daar/),
    expect.stringMatching(/^console: .*style-src/s),
    'script: kapot',
  ]);
});
