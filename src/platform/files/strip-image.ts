import { crc32, createInflate } from 'node:zlib';

/** More pixels than any telephone makes: what claims more is no photograph. */
const MOST_PIXELS = 60_000_000;

export type ImageRefusal = { readonly code: 'image-broken' | 'image-too-many-pixels' };
export interface StrippedImage {
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly bytes: Buffer;
}

/**
 * A photograph made anew from only those parts that draw it: no place, time, device, maker, thumbnail, comment or text, and nothing
 * that stands before, between or after them. So a file that is two things at once keeps one. What does not follow its own format to
 * the letter is refused. JPEG (ITU-T T.81) and PNG (W3C, third edition).
 */
export async function stripImage(mediaType: string, bytes: Buffer): Promise<StrippedImage | ImageRefusal> {
  if (mediaType === 'image/jpeg') return stripJpeg(bytes);
  if (mediaType === 'image/png') return stripPng(bytes);
  return { code: 'image-broken' };
}

const BROKEN: ImageRefusal = { code: 'image-broken' };
const TOO_MANY: ImageRefusal = { code: 'image-too-many-pixels' };

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP14 = 0xee;
/** Baseline, extended and progressive frames with Huffman coding: what cameras and screens make. */
const FRAMES = [0xc0, 0xc1, 0xc2];
/** Tables that draw: Huffman, quantisation, restart interval. */
const TABLES = [0xc4, 0xdb, 0xdd];

function stripJpeg(bytes: Buffer): StrippedImage | ImageRefusal {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return BROKEN;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let frames = 0;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return BROKEN;
    // any number of filling bytes may stand before a marker
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined) return BROKEN;
    if (marker === EOI) {
      if (frames !== 1 || scans === 0) return BROKEN;
      return { mediaType: 'image/jpeg', bytes: Buffer.concat([...kept, Buffer.from([0xff, EOI])]) };
    }
    if (at + 4 > bytes.length) return BROKEN;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return BROKEN;
    const segment = bytes.subarray(at, end);
    if (FRAMES.includes(marker)) {
      if (segment.length < 10) return BROKEN;
      const pixels = segment.readUInt16BE(5) * segment.readUInt16BE(7);
      if (pixels === 0) return BROKEN;
      if (pixels > MOST_PIXELS) return TOO_MANY;
      frames += 1;
      kept.push(segment);
    } else if (TABLES.includes(marker)) kept.push(segment);
    else if (marker === APP14) {
      // which colours the numbers mean; twelve bytes and never more
      if (segment.length === 16 && segment.toString('latin1', 4, 9) === 'Adobe') kept.push(segment);
    } else if (marker === SOS) {
      if (frames !== 1) return BROKEN;
      scans += 1;
      const after = endOfScan(bytes, end);
      if (after === undefined) return BROKEN;
      kept.push(segment, bytes.subarray(end, after));
      at = after;
      continue;
    } else if (!isLeftOut(marker)) return BROKEN;
    at = end;
  }
}

/** Application segments and comments say something about a picture and draw nothing of it. */
const isLeftOut = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/** The place of the first marker that ends the drawing; restarts and stuffed bytes belong to it. */
function endOfScan(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1]!;
    if (next === 0xff) {
      at -= 1; // filling: look at the next byte
      continue;
    }
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return undefined;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples per pixel, by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

async function stripPng(bytes: Buffer): Promise<StrippedImage | ImageRefusal> {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return BROKEN;
  const kept: Buffer[] = [SIGNATURE];
  const drawing: Buffer[] = [];
  let size: number | undefined;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return BROKEN;
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const chunk = bytes.subarray(at, end);
    const body = chunk.subarray(8, -4);
    if (crc32(chunk.subarray(4, -4)) !== chunk.readUInt32BE(chunk.length - 4)) return BROKEN;
    if ((size === undefined) !== (kind === 'IHDR')) return BROKEN;
    if (kind === 'IHDR') {
      const told = sizeOf(body);
      if (typeof told !== 'number') return told;
      size = told;
    }
    if (kind === 'IDAT') drawing.push(body);
    if (['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'].includes(kind)) kept.push(chunk);
    // a chunk that must be understood and is not ours
    else if (/^[A-Z]/.test(kind)) return BROKEN;
    if (kind === 'IEND') {
      if (length !== 0 || drawing.length === 0 || !(await drawsExactly(drawing, size!))) return BROKEN;
      return { mediaType: 'image/png', bytes: Buffer.concat(kept) };
    }
    at = end;
  }
  return BROKEN;
}

/** How many bytes the drawing has once it is unpacked. */
function sizeOf(header: Buffer): number | ImageRefusal {
  if (header.length !== 13) return BROKEN;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, compression, filter, interlace] = header.subarray(8);
  const samples = SAMPLES[colour!];
  if (!samples || !DEPTHS[colour!]!.includes(depth!) || compression !== 0 || filter !== 0) return BROKEN;
  if (width === 0 || height === 0 || interlace! > 1) return BROKEN;
  if (width * height > MOST_PIXELS) return TOO_MANY;
  const rowsOf = (w: number, h: number) => (w === 0 || h === 0 ? 0 : h * (1 + Math.ceil((w * samples * depth!) / 8)));
  if (interlace === 0) return rowsOf(width, height);
  // the seven passes of Adam7: where each starts, and in steps of how many
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const;
  return passes.reduce(
    (sum, [x, y, dx, dy]) =>
      sum + rowsOf(Math.max(0, Math.ceil((width - x) / dx)), Math.max(0, Math.ceil((height - y) / dy))),
    0,
  );
}

/** Whether the packed drawing gives exactly so many bytes: counted piece by piece, and stopped at the first one too many. */
function drawsExactly(packed: readonly Buffer[], size: number): Promise<boolean> {
  return new Promise((resolve) => {
    const inflate = createInflate();
    let count = 0;
    const end = (isExact: boolean) => {
      inflate.destroy();
      resolve(isExact);
    };
    inflate.on('data', (piece: Buffer) => {
      count += piece.length;
      if (count > size) end(false);
    });
    inflate.on('error', () => end(false));
    inflate.on('end', () => {
      const all = packed.reduce((sum, each) => sum + each.length, 0);
      // something hidden behind the end of the drawing is no part of it
      end(count === size && inflate.bytesWritten === all);
    });
    for (const piece of packed) inflate.write(piece);
    inflate.end();
  });
}
