import { expect, it } from 'vitest';
import { repeat } from './repeat.ts';

it('goes on after a round that fails, and lets the round under way finish when it stops', async () => {
  const errors: unknown[] = [];
  const rounds: string[] = [];
  const third = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const repeating = repeat(
    async () => {
      rounds.push('begun');
      if (rounds.length === 1) throw new Error('defect');
      if (rounds.length === 3) {
        third.resolve();
        await release.promise;
        rounds.push('finished');
      }
      return true;
    },
    { everyMs: 0, onError: (error) => errors.push(error) },
  );
  await third.promise;
  const stopped = repeating.stop();
  release.resolve();
  await stopped;
  expect(rounds).toEqual(['begun', 'begun', 'begun', 'finished']);
  expect(errors).toEqual([new Error('defect')]);
});
