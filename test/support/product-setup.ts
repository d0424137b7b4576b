import type { TestProject } from 'vitest/node';
import { build } from '../../scripts/build.ts';
import { type Product, startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product of this run is, without a slash at the end. */
    readonly productUrl: string;
  }
}

const started: Product[] = [];

/** One running product for all browser tests, with what npm start would build; gone afterwards. */
export async function setup(project: TestProject): Promise<void> {
  await build();
  const product = await startProduct();
  started.push(product);
  project.provide('productUrl', product.url);
}

export async function teardown(): Promise<void> {
  for (const product of started.splice(0)) await product.stop();
}
