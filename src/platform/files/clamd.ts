import { connect } from 'node:net';

/** Where a virus scanner listens (clamd of ClamAV). */
export interface ClamdAddress {
  readonly host: string;
  readonly port: number;
}

/** What a scanner says of a file; `unreachable` when it said nothing that we understand. */
export type Verdict = 'clean' | 'found' | 'unreachable';
export type Scan = (bytes: Buffer) => Promise<Verdict>;

/** So much goes in one piece of the stream. */
const PIECE = 64 * 1024;
/** A scanner that says nothing for so long is not there. */
const PATIENCE_MS = 20_000;
/** Longer than any answer of clamd. */
const LONGEST_ANSWER = 4_096;

/**
 * Asks clamd whether a file holds something harmful, by its command INSTREAM: pieces with their length in four bytes, an empty one
 * last. Source: clamd(8), man page of ClamAV.
 */
export function clamdScan(address: ClamdAddress, patienceMs = PATIENCE_MS): Scan {
  return (bytes) =>
    new Promise((resolve) => {
      const socket = connect({ ...address, timeout: patienceMs });
      let said = '';
      let isDone = false;
      const end = (verdict: Verdict) => {
        if (isDone) return;
        isDone = true;
        socket.destroy();
        resolve(verdict);
      };
      socket.setEncoding('utf8');
      socket.on('timeout', () => end('unreachable'));
      socket.on('error', () => end('unreachable'));
      socket.on('data', (text: string) => {
        said += text;
        if (said.includes('\0') || said.length > LONGEST_ANSWER) end(verdictOf(said));
      });
      socket.on('close', () => end(verdictOf(said)));
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        for (let at = 0; at < bytes.length; at += PIECE) {
          const piece = bytes.subarray(at, at + PIECE);
          const length = Buffer.alloc(4);
          length.writeUInt32BE(piece.length);
          socket.write(length);
          socket.write(piece);
        }
        socket.write(Buffer.alloc(4));
      });
    });
}

/** «stream: OK» is clean and «stream: Naam FOUND» is not; anything else is no answer to our question. */
function verdictOf(said: string): Verdict {
  const answer = said.split('\0')[0]!.trim();
  if (answer === 'stream: OK') return 'clean';
  return /^stream: .+ FOUND$/.test(answer) ? 'found' : 'unreachable';
}
