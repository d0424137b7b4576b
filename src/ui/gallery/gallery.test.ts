import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const KIT = 'src/ui/{figures,format,forms,show,text}/*.tsx';
const GALLERY = 'src/ui/gallery/*.tsx';
const read = (pattern: string) =>
  globSync(pattern)
    .filter((file) => !file.endsWith('.test.tsx'))
    .map((file) => readFileSync(file, 'utf8'));

const definedIn = (text: string) => [...text.matchAll(/export function ([A-Z]\w*)[<(]/g)].map(([, name = '']) => name);
const usedIn = (text: string) => [...text.matchAll(/<([A-Z]\w*)[\s/>]/g)].map(([, name = '']) => name);

/** Components of the kit that a page does not show, not even inside another. */
function unseen(kit: readonly string[], pages: readonly string[]): readonly string[] {
  const seen = new Set(pages.flatMap(usedIn));
  for (let before = -1; before !== seen.size; ) {
    before = seen.size;
    for (const text of kit)
      if (definedIn(text).some((name) => seen.has(name))) for (const each of usedIn(text)) seen.add(each);
  }
  return kit.flatMap(definedIn).filter((name) => !seen.has(name));
}

describe('the gallery', () => {
  it('shows every component of the kit', () => {
    const kit = read(KIT);
    expect(kit.flatMap(definedIn).length).toBeGreaterThan(40);
    expect(unseen(kit, [...read(GALLERY), ...read('src/ui/page.tsx')])).toEqual([]);
  });

  it('canary: a component that is shown nowhere is found', () => {
    const kit = ['export function Seen() { return <Inside />; }', 'export function Inside(', 'export function Lost('];
    expect(unseen(kit, ['<Seen />'])).toEqual(['Lost']);
  });
});
