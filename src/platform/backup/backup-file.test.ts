import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids/uuid.ts';
import { type BackupHeader, BackupWriter, checkSums, openBackup, type Part } from './backup-file.ts';

const HEADER: BackupHeader = {
  soort: 'in-beeld-reservekopie',
  vorm: 1,
  deel: 'gegevens',
  kenmerk: newId(),
  gemaakt: '2026-11-30T12:00:00.000Z',
  versie: '20261130T1600_proef',
  modus: 'demo',
  sleutel: { verzegeld: 'AAAA', onder: 'proef' },
};

describe('a file of a backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-bestand-'));
  const key = randomBytes(32);
  const content = randomBytes(2_500_000);
  const file = join(folder, 'heel.ibk');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function write(name: string, header = HEADER): Promise<string> {
    const at = join(folder, name);
    const writer = await BackupWriter.begin(at, header, key);
    await writer.word({ begint: 'proef' });
    for (let from = 0; from < content.length; from += 70_001) await writer.bytes(content.subarray(from, from + 70_001));
    expect(existsSync(at)).toBe(false);
    await writer.end({ eindigt: 'proef' });
    return at;
  }
  beforeAll(() => write('heel.ibk'));

  async function read(name: string, under = key): Promise<readonly Part[]> {
    const parts: Part[] = [];
    for await (const part of (await openBackup(name)).parts(under)) parts.push(part);
    return parts;
  }
  function spoiled(name: string, bytes: Buffer): string {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  }

  it('gives back what went in, in pieces of a megabyte', async () => {
    const parts = await read(file);
    expect(parts.flatMap((part) => ('word' in part ? [part.word] : []))).toEqual([
      { begint: 'proef' },
      { eindigt: 'proef' },
    ]);
    const bytes = parts.flatMap((part) => ('bytes' in part ? [part.bytes] : []));
    expect(Buffer.concat(bytes).equals(content)).toBe(true);
    expect(await checkSums(file)).toBe(5);
  });

  it('shows the damage without a key: a bit, an end, a beginning', async () => {
    const whole = readFileSync(file);
    const flipped = Buffer.from(whole);
    flipped[flipped.length - 400] = flipped[flipped.length - 400]! ^ 1;
    await expect(checkSums(spoiled('bit.ibk', flipped))).rejects.toThrow('stuk 4 is beschadigd');
    await expect(checkSums(spoiled('eind.ibk', whole.subarray(0, -5)))).rejects.toThrow('stuk 5 is afgekapt');
    await expect(checkSums(spoiled('begin.ibk', Buffer.from('iets anders\n')))).rejects.toThrow('geen reservekopie');
    await expect(checkSums(join(folder, 'nergens.ibk'))).rejects.toThrow('is niet te lezen');
  });

  it('does not open with chunks left out, in another order, of another file, or under another key', async () => {
    const frames = framesOf(readFileSync(file));
    const other = framesOf(readFileSync(await write('ander.ibk', { ...HEADER, kenmerk: newId() })));
    const put = (name: string, chosen: readonly Buffer[]) => read(spoiled(name, Buffer.concat(chosen)));
    await expect(put('kort.ibk', frames.slice(0, -1))).rejects.toThrow('het einde ontbreekt');
    await expect(put('gat.ibk', frames.toSpliced(2, 1))).rejects.toThrow('stuk 2 gaat met deze sleutel niet open');
    const swapped = frames.with(2, frames[3]!).with(3, frames[2]!);
    await expect(put('volgorde.ibk', swapped)).rejects.toThrow('stuk 2 gaat');
    await expect(put('vreemd.ibk', frames.with(-1, other.at(-1)!))).rejects.toThrow('stuk 5 gaat');
    await expect(put('langer.ibk', [...frames, frames.at(-1)!])).rejects.toThrow('na het einde');
    await expect(read(file, randomBytes(32))).rejects.toThrow('stuk 1 gaat');
    const header = Buffer.from(frames[0]!.toString().replace('2026-11-30', '2027-11-30'));
    await expect(put('jonger.ibk', frames.with(0, header))).rejects.toThrow('stuk 1 gaat');
  });

  it('is not there when it was not finished', async () => {
    const at = join(folder, 'half.ibk');
    const writer = await BackupWriter.begin(at, HEADER, key);
    await writer.bytes(content);
    await writer.abandon();
    expect([existsSync(at), existsSync(`${at}.deel`)]).toEqual([false, false]);
  });
});

/** The header of a file, and its chunks. */
function framesOf(bytes: Buffer): readonly Buffer[] {
  const frames = [bytes.subarray(0, bytes.indexOf(10) + 1)];
  for (let from = frames[0]!.length; from < bytes.length; from += frames.at(-1)!.length)
    frames.push(bytes.subarray(from, from + 36 + bytes.readUInt32BE(from)));
  return frames;
}
