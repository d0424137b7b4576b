import type { TestProject } from 'vitest/node';
import { build } from '../../scripts/build.ts';
import { type Product, startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the products of this run are, one for each worker, without a slash at the end. */
    readonly productUrls: readonly string[];
  }
}

const started: Product[] = [];

/**
 * A running product for each worker of the browser tests, with what npm start would build; gone afterwards. On one product one story
 * would move the clock under the feet of another.
 */
export async function setup(project: TestProject): Promise<void> {
  await build();
  for (let worker = 0; worker < Number(project.config.maxWorkers); worker++) started.push(await startProduct());
  project.provide(
    'productUrls',
    started.map(({ url }) => url),
  );
}

export async function teardown(): Promise<void> {
  await Promise.all(started.splice(0).map((product) => product.stop()));
}
