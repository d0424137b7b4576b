/**
 * How the web process is started, everywhere the same: with a heap that is swept while it is small.
 * Left alone, V8 grows with the memory of the machine: 419 MB after some four hundred pages, against 209 MB with these
 * limits; and after reading in four files of ten thousand rows it held 344 MB until it was told to grow by a fifth at most
 * before it sweeps (docs/metingen). Without
 * source maps: the first error with a trace reads them whole, and they then hold 95 MB; a trace names the function and the line of
 * the built file, which is not minified, and `npm run dev` shows the source. `npm start` repeats them; test/fitness/node-flags.test.ts keeps the two alike.
 */
export const NODE_FLAGS = [
  '--max-old-space-size=1024',
  '--max-semi-space-size=8',
  '--heap-growing-percent=20',
] as const;
