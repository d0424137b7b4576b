import { createCipheriv, createDecipheriv, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';

/**
 * A file of a backup: one line of JSON that anybody may read, then chunks. A chunk is its length (4 bytes), the SHA-256 of what
 * follows (32 bytes: a damaged disk is found without any key), and the content: compressed, then sealed with AES-256-GCM. The
 * number of the chunk is its nonce and the key serves this one file, so no nonce comes twice; number, header and «this is the last»
 * are sealed along, so that a chunk that was moved, left out or cut off does not open.
 */
export interface BackupHeader {
  readonly soort: 'in-beeld-reservekopie';
  readonly vorm: 1;
  readonly deel: 'gegevens' | 'sleutels';
  /** Which backup this is; both parts of one backup carry the same. */
  readonly kenmerk: string;
  readonly gemaakt: string;
  /** The last migration of the database it was made of. */
  readonly versie: string;
  readonly modus: 'demo' | 'real';
  /** The key of this file, sealed under the master key of this name. */
  readonly sleutel: { readonly verzegeld: string; readonly onder: string };
}

const Header = z.strictObject({
  soort: z.literal('in-beeld-reservekopie'),
  vorm: z.literal(1),
  deel: z.enum(['gegevens', 'sleutels']),
  kenmerk: z.uuid(),
  gemaakt: z.iso.datetime(),
  versie: z.string().regex(/^\w+$/),
  modus: z.enum(['demo', 'real']),
  sleutel: z.strictObject({ verzegeld: z.base64(), onder: z.string() }),
});

/** The file is damaged, is not a backup, or was not sealed with this key. The message says which file, and where in it. */
export class BackupBroken extends Error {}

/** What a chunk holds: a word about what follows, or bytes of a table. */
export type Part = { readonly word: unknown } | { readonly bytes: Buffer };

const ALGORITHM = 'aes-256-gcm';
const TAG = 16;
const FRAME = 36;
const CHUNK = 1 << 20;
const MOST = CHUNK + (1 << 16);
const [WORD, BYTES] = [0, 1];
// quick: a second level wins 3% and costs twice the time
const QUICK = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

const nonceOf = (index: number) => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 8);
  return nonce;
};
const contextOf = (header: Buffer, index: number, isLast: boolean) =>
  Buffer.concat([hash('sha256', header, 'buffer'), nonceOf(index), Buffer.from([isLast ? 1 : 0])]);

/** Writes the file aside and puts it in place when it is whole and on disk. */
export class BackupWriter {
  private index = 0;
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  written = 0;

  private constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
    private readonly header: Buffer,
    private readonly key: Buffer,
  ) {}

  static async begin(file: string, header: object, key: Buffer): Promise<BackupWriter> {
    const line = Buffer.from(`${JSON.stringify(header)}\n`);
    const handle = await open(`${file}.deel`, 'w', 0o600);
    await handle.write(line);
    return new BackupWriter(file, handle, line, key);
  }

  async word(word: unknown): Promise<void> {
    await this.flush();
    await this.chunk(WORD, Buffer.from(JSON.stringify(word)), false);
  }

  async bytes(bytes: Buffer): Promise<void> {
    for (let from = 0; from < bytes.length; ) {
      const some = bytes.subarray(from, from + CHUNK - this.waitingBytes);
      this.waiting.push(some);
      this.waitingBytes += some.length;
      from += some.length;
      if (this.waitingBytes === CHUNK) await this.flush();
    }
  }

  /** @returns how many bytes the file is */
  async end(word: unknown): Promise<number> {
    await this.flush();
    await this.chunk(WORD, Buffer.from(JSON.stringify(word)), true);
    await this.handle.sync();
    await this.handle.close();
    await rename(`${this.file}.deel`, this.file);
    return this.written + this.header.length;
  }

  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(`${this.file}.deel`, { force: true });
  }

  private async flush(): Promise<void> {
    if (this.waitingBytes === 0) return;
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waitingBytes = 0;
    await this.chunk(BYTES, bytes, false);
  }

  private async chunk(kind: number, content: Buffer, isLast: boolean): Promise<void> {
    const cipher = createCipheriv(ALGORITHM, this.key, nonceOf(this.index)).setAAD(
      contextOf(this.header, this.index, isLast),
    );
    const plain = zstdCompressSync(Buffer.concat([Buffer.from([kind]), content]), QUICK);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    const frame = Buffer.alloc(FRAME);
    frame.writeUInt32BE(sealed.length);
    hash('sha256', sealed, 'buffer').copy(frame, 4);
    await this.handle.write(Buffer.concat([frame, sealed]));
    this.written += FRAME + sealed.length;
    this.index++;
  }
}

/** A file of a backup that is read from front to back. */
export interface OpenBackup {
  readonly header: BackupHeader;
  /** Everything in it, in order. @throws BackupBroken when a chunk is damaged, missing or of another file */
  parts(key: Buffer): AsyncGenerator<Part>;
}

/** Reads the header. @throws BackupBroken when this is no backup */
export async function openBackup(file: string): Promise<OpenBackup> {
  const { line, header } = await headerOf(file);
  return { header, parts: (key) => partsOf(file, line, key) };
}

/** A file that was written so for something else, with a header of its own; undefined where that is not what was asked. */
export async function openSealedFile<Head>(
  file: string,
  read: (header: unknown) => Head | undefined,
): Promise<{ readonly header: Head | undefined; parts(key: Buffer): AsyncGenerator<Part> }> {
  const line = await lineOf(file);
  return { header: read(jsonOf(line.toString())), parts: (key) => partsOf(file, line, key) };
}

async function headerOf(file: string): Promise<{ line: Buffer; header: BackupHeader }> {
  const line = await lineOf(file);
  const read = Header.safeParse(jsonOf(line.toString()));
  if (!read.success) throw new BackupBroken(`${file} is geen reservekopie van In Beeld, of het begin is beschadigd.`);
  return { line, header: read.data };
}

async function lineOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r').catch((error: Error) => {
    throw new BackupBroken(`${file} is niet te lezen: ${error.message}`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const end = buffer.subarray(0, bytesRead).indexOf(10);
    return buffer.subarray(0, end + 1);
  } finally {
    await handle.close();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* partsOf(file: string, line: Buffer, key: Buffer): AsyncGenerator<Part> {
  let isLast = false;
  for await (const { index, sealed } of chunksOf(file, line.length)) {
    if (isLast) throw new BackupBroken(`${file}: er staat iets na het einde.`);
    const opened = unsealed(key, sealed, line, index);
    if (!opened) throw new BackupBroken(`${file}: stuk ${index + 1} gaat met deze sleutel niet open.`);
    isLast = opened.isLast;
    const content = opened.plain.subarray(1);
    yield opened.plain[0] === WORD ? { word: JSON.parse(content.toString()) } : { bytes: content };
  }
  if (!isLast) throw new BackupBroken(`${file} is niet compleet: het einde ontbreekt.`);
}

/** Checks every chunk against its checksum, without a key. @returns how many chunks. @throws BackupBroken */
export async function checkSums(file: string): Promise<number> {
  const { line } = await headerOf(file);
  let chunks = 0;
  for await (const _ of chunksOf(file, line.length)) chunks++;
  return chunks;
}

async function* chunksOf(file: string, start: number): AsyncGenerator<{ index: number; sealed: Buffer }> {
  let rest: Buffer = Buffer.alloc(0);
  let index = 0;
  for await (const read of createReadStream(file, { start, highWaterMark: CHUNK })) {
    rest = rest.length === 0 ? (read as Buffer) : Buffer.concat([rest, read as Buffer]);
    let from = 0;
    while (rest.length - from >= FRAME) {
      const length = rest.readUInt32BE(from);
      if (length > MOST) throw new BackupBroken(`${file}: stuk ${index + 1} is beschadigd.`);
      if (rest.length - from < FRAME + length) break;
      const sealed = rest.subarray(from + FRAME, from + FRAME + length);
      if (!hash('sha256', sealed, 'buffer').equals(rest.subarray(from + 4, from + FRAME)))
        throw new BackupBroken(`${file}: stuk ${index + 1} is beschadigd.`);
      yield { index: index++, sealed };
      from += FRAME + length;
    }
    rest = rest.subarray(from);
  }
  if (rest.length > 0) throw new BackupBroken(`${file} is niet compleet: stuk ${index + 1} is afgekapt.`);
}

function unsealed(key: Buffer, sealed: Buffer, header: Buffer, index: number) {
  for (const isLast of [false, true]) {
    const decipher = createDecipheriv(ALGORITHM, key, nonceOf(index), { authTagLength: TAG })
      .setAAD(contextOf(header, index, isLast))
      .setAuthTag(sealed.subarray(-TAG));
    const plain = decipher.update(sealed.subarray(0, -TAG));
    try {
      decipher.final();
      return { isLast, plain: zstdDecompressSync(plain) };
    } catch {}
  }
  return undefined;
}
