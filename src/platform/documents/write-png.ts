import { crc32, deflateSync } from 'node:zlib';
import type { Area } from './document-tree.ts';

/** Twice as fine as the page, for print. */
const SCALE = 2;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A drawing without words, in whole CSS pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly Area[];
}

/** Coloured areas on white as PNG (RFC 2083), which every program knows. */
export function writePng({ width, height, areas }: Drawing): Uint8Array {
  const [columns, rows] = [width * SCALE, height * SCALE];
  // each row begins with the byte that says that it is not filtered
  const stride = columns * 3 + 1;
  const pixels = Buffer.alloc(stride * rows, 0xff);
  for (let row = 0; row < rows; row++) pixels[row * stride] = 0;
  for (const { x, y, width: across, height: down, fill } of areas) {
    const line = Buffer.alloc(across * SCALE * 3, Buffer.from(fill.slice(1), 'hex'));
    for (let row = y * SCALE; row < Math.min(rows, (y + down) * SCALE); row++)
      line.copy(pixels, row * stride + 1 + x * SCALE * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(columns, 0);
  header.writeUInt32BE(rows, 4);
  header.set([8, 2], 8); // eight bits a colour, red green blue
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
