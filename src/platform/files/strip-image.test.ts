import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { stripImage } from './strip-image.ts';

const segment = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);
const DQT = segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)]));
const frame = (width = 1, height = 1) =>
  segment(0xc0, Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]));
const DHT = segment(0xc4, Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(15), Buffer.from([0])]));
/** With a stuffed byte and a restart in the drawing. */
const SCAN = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x3f, 0xff, 0, 0x10, 0xff, 0xd0, 1]),
]);
const CLEAN = Buffer.concat([SOI, DQT, frame(), DHT, SCAN, EOI]);
const EXIF = segment(0xe1, Buffer.from('Exif\0\0GPS 52.3702 4.8952 Jan Voorbeeld'));
const jpeg = (...parts: Buffer[]) => stripImage('image/jpeg', Buffer.concat(parts));

const chunk = (kind: string, body: Buffer) => {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};
const header = (width: number, height: number, depth = 8, colour = 2, interlace = 0) => {
  const body = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, depth, colour, 0, 0, interlace]);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  return chunk('IHDR', body);
};
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const drawing = (bytes: number) => chunk('IDAT', deflateSync(Buffer.alloc(bytes)));
const END = chunk('IEND', Buffer.alloc(0));
const png = (...parts: Buffer[]) => stripImage('image/png', Buffer.concat([SIGNATURE, ...parts]));

describe('a JPEG', () => {
  it('loses where, when, by whom and with what it was made, and keeps its drawing to the byte', async () => {
    const told = [
      segment(0xe0, Buffer.from('JFIF\0')),
      EXIF,
      segment(0xed, Buffer.from('IPTC')),
      segment(0xfe, Buffer.from('tekst')),
    ];
    const stripped = await jpeg(SOI, ...told, DQT, EXIF, frame(), DHT, Buffer.from([0xff]), SCAN, EOI);
    expect(stripped).toEqual({ mediaType: 'image/jpeg', bytes: CLEAN });
  });

  it('loses what hangs behind it: a file that is two things at once keeps one', async () => {
    const archive = Buffer.from('PK\x03\x04 een heel ander bestand');
    expect(await jpeg(CLEAN, archive)).toEqual({ mediaType: 'image/jpeg', bytes: CLEAN });
  });

  it('keeps what says which colours its numbers mean, and no more in that place', async () => {
    const adobe = segment(0xee, Buffer.concat([Buffer.from('Adobe'), Buffer.from([0, 100, 0, 0, 0, 0, 1])]));
    expect(await jpeg(SOI, adobe, DQT, frame(), DHT, SCAN, EOI)).toMatchObject({
      bytes: Buffer.concat([SOI, adobe, DQT, frame(), DHT, SCAN, EOI]),
    });
    const longer = segment(0xee, Buffer.from('Adobe en nog een geheim erachter'));
    expect(await jpeg(SOI, longer, DQT, frame(), DHT, SCAN, EOI)).toMatchObject({ bytes: CLEAN });
  });

  it.each([
    ['that ends in the middle', [CLEAN.subarray(0, -2)]],
    ['without a drawing', [SOI, DQT, frame(), DHT, EOI]],
    ['with two pictures in one', [SOI, DQT, frame(), frame(), DHT, SCAN, EOI]],
    ['that draws before it says how large it is', [SOI, DQT, DHT, SCAN, EOI]],
    ['with a part longer than the file', [SOI, Buffer.from([0xff, 0xe1, 0xff, 0xff, 1])]],
    ['with a part of no length', [SOI, Buffer.from([0xff, 0xe1, 0, 1]), CLEAN]],
    ['with loose bytes between its parts', [SOI, Buffer.from('los'), DQT, frame(), DHT, SCAN, EOI]],
    ['of another coding', [SOI, DQT, segment(0xc9, frame().subarray(4)), DHT, SCAN, EOI]],
    ['that is text', [Buffer.from('<html></html>')]],
    ['of one byte', [Buffer.from([0xff])]],
  ])('%s is refused', async (_name, parts) => {
    expect(await jpeg(...(parts as Buffer[]))).toEqual({ code: 'image-broken' });
  });

  it('that claims more pixels than any camera makes is refused', async () => {
    expect(await jpeg(SOI, DQT, frame(65_000, 65_000), DHT, SCAN, EOI)).toEqual({ code: 'image-too-many-pixels' });
  });
});

describe('a PNG', () => {
  const SMALL = [header(2, 2), drawing(2 * 7), END];

  it('loses its texts, times and whatever else is not drawn', async () => {
    const told = [
      chunk('tEXt', Buffer.from('Author\0Jan Voorbeeld')),
      chunk('eXIf', Buffer.from('GPS')),
      chunk('tIME', Buffer.alloc(7)),
      chunk('iTXt', Buffer.from('x')),
    ];
    const stripped = await png(header(2, 2), ...told, drawing(2 * 7), ...told, END, Buffer.from('PK erachter'));
    expect(stripped).toEqual({ mediaType: 'image/png', bytes: Buffer.concat([SIGNATURE, ...SMALL]) });
  });

  it('may be spread over parts, have a palette, or come in passes', async () => {
    const packed = deflateSync(Buffer.alloc(2 * 7));
    const halves = [chunk('IDAT', packed.subarray(0, 5)), chunk('IDAT', packed.subarray(5))];
    expect(await png(header(2, 2), ...halves, END)).toMatchObject({ mediaType: 'image/png' });
    const palette = [header(2, 2, 1, 3), chunk('PLTE', Buffer.alloc(6)), drawing(2 * 2), END];
    expect(await png(...palette)).toMatchObject({ mediaType: 'image/png' });
    // 2 by 2 in passes: one row of one pixel, one row of one pixel, one row of two pixels
    expect(await png(header(2, 2, 8, 2, 1), drawing(4 + 4 + 7), END)).toMatchObject({ mediaType: 'image/png' });
  });

  it.each([
    ['whose drawing unpacks to more than it says', [header(2, 2), drawing(50_000_000), END]],
    ['whose drawing unpacks to less', [header(2, 2), drawing(3), END]],
    [
      'with something hidden behind its drawing',
      [header(2, 2), chunk('IDAT', Buffer.concat([deflateSync(Buffer.alloc(14)), Buffer.from('geheim')])), END],
    ],
    [
      'with a part that was changed',
      [header(2, 2), Buffer.concat([drawing(14).subarray(0, -1), Buffer.from([1])]), END],
    ],
    [
      'with a part that must be understood and is not known',
      [header(2, 2), chunk('ABCD', Buffer.alloc(1)), drawing(14), END],
    ],
    ['without an end', [header(2, 2), drawing(14)]],
    ['without a drawing', [header(2, 2), END]],
    ['that says its size twice', [header(2, 2), header(2, 2), drawing(14), END]],
    ['that says its size late', [drawing(14), header(2, 2), END]],
    ['of no size', [header(0, 2), drawing(14), END]],
    ['with a depth that does not exist', [header(2, 2, 3), drawing(14), END]],
  ])('%s is refused', async (_name, parts) => {
    expect(await png(...(parts as Buffer[]))).toEqual({ code: 'image-broken' });
  });

  it('that claims more pixels than any camera makes is refused before it is unpacked', async () => {
    expect(await png(header(60_000, 60_000), drawing(14), END)).toEqual({ code: 'image-too-many-pixels' });
  });
});

it('knows no other kind of picture', async () => {
  expect(await stripImage('application/pdf', CLEAN)).toEqual({ code: 'image-broken' });
});
