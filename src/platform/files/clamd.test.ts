import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { aScanner, EICAR } from '../../../test/support/clamd.ts';
import { clamdScan } from './clamd.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A peer that answers anything with these words. */
async function answering(words: string | undefined): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (words !== undefined) socket.end(words);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  );
  return (server.address() as { port: number }).port;
}
const scanAt = (port: number) => clamdScan({ host: '127.0.0.1', port }, 200);

describe('the virus scanner', () => {
  it('finds the test virus wherever it stands in the stream, and lets the rest go', async () => {
    const scanner = await aScanner();
    closers.push(scanner.close);
    const large = Buffer.alloc(300_000, 'a');
    expect(await scanAt(scanner.port)(large)).toBe('clean');
    expect(await scanAt(scanner.port)(Buffer.concat([large, EICAR]))).toBe('found');
    expect(scanner.received).toEqual([300_000, 300_000 + EICAR.length]);
  });

  it.each([
    ['an error of its own', 'INSTREAM size limit exceeded. ERROR\0'],
    ['nothing at all', ''],
    ['words that only look like an answer', 'stream: OK FOUND ERROR\0'],
    ['more words than it has', 'x'.repeat(10_000)],
    ['silence', undefined],
  ])('with %s counts as unreachable, never as clean', async (_name, words) => {
    expect(await scanAt(await answering(words))(Buffer.from('iets'))).toBe('unreachable');
  });

  it('that is not there is unreachable', async () => {
    const port = await answering('');
    for (const close of closers.splice(0)) await close();
    expect(await scanAt(port)(Buffer.from('iets'))).toBe('unreachable');
  });
});
