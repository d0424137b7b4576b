/**
 * How the web process is started, everywhere the same: traces in TypeScript, and a heap that is swept while it is small.
 * Left alone, V8 grows with the memory of the machine: 419 MB after some four hundred pages, against 209 MB with these
 * limits; and after reading in four files of ten thousand rows it held 344 MB until it was told to grow by a fifth at most
 * before it sweeps (docs/metingen). `npm start` repeats them; test/fitness/node-flags.test.ts keeps the two alike.
 */
export const NODE_FLAGS = [
  '--enable-source-maps',
  '--max-old-space-size=1024',
  '--max-semi-space-size=8',
  '--heap-growing-percent=20',
] as const;
