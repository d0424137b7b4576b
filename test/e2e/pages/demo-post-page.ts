import type { APIRequestContext } from 'playwright-core';

export interface DemoLetter {
  readonly aan: string;
  readonly onderwerp: string;
  readonly tekst: string;
  readonly link: string;
}

/** The mail of the demo to one address, newest first, as a test from outside reads it. */
export async function lettersTo(request: APIRequestContext, address: string): Promise<readonly DemoLetter[]> {
  const letters = (await (await request.get('/demo/post.json')).json()) as DemoLetter[];
  return letters.filter(({ aan }) => aan === address);
}
