import { describe, expect, it } from 'vitest';
import { elementById, elementsOf, TRACKS } from '../domain/framework.ts';
import { currentFramework, frameworkEditions, frameworkOf } from './framework-editions.ts';

describe.each(
  frameworkEditions().map((edition) => [edition.id, edition] as const),
)('edition %s of the framework', (_, edition) => {
  it('has five themes of the framework, and marks ours as ours', () => {
    expect(edition.themes.filter(({ source }) => source === 'kader-2021').map(({ id }) => id)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    expect(edition.source).toContain('uitwerking van In Beeld');
  });

  it('names every element once, with its theme in its number, and asks at most 31 of the basis', () => {
    const ids = edition.elements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, theme } of edition.elements) expect(id[1]).toBe(theme);
    expect(edition.elements.filter(({ plateau }) => plateau === 'basis').length).toBeLessThanOrEqual(31);
  });

  it('says of every element where it comes from, and what could be done', () => {
    for (const { id, duty, actions, question } of edition.elements) {
      expect(duty.source.length, id).toBeGreaterThan(10);
      expect(
        actions.every(({ track }) => TRACKS.includes(track)),
        id,
      ).toBe(true);
      expect(question, id).toMatch(/\?$/);
    }
    const proposals = edition.elements.flatMap(({ actions }) => actions);
    expect(new Set(proposals.map(({ track }) => track))).toEqual(new Set(TRACKS));
    expect(new Set(proposals.map(({ id }) => id)).size).toBe(proposals.length);
  });

  it('takes a law as unverified until somebody read it, and every IBP element from IBP 5.11', () => {
    for (const { id, duty, isIbp } of edition.elements) {
      if (duty.kind === 'wet') expect(duty.isVerified, id).toBe(false);
      expect(duty.kind === 'ibp-5.11', id).toBe(isIbp);
    }
  });

  it('has levels 0 to 4 and ten tests of elements that exist; every theme can show use', () => {
    expect(edition.levels.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4]);
    expect(edition.anchoringTests.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { elements } of edition.anchoringTests)
      for (const id of elements) expect(elementById(edition, id)?.id).toBe(id);
    for (const { id } of edition.themes) expect(elementsOf(edition, id).some(({ showsUse }) => showsUse)).toBe(true);
  });
});

it('begins a new scan with the newest edition, and keeps the old ones', () => {
  expect(currentFramework()).toBe(frameworkEditions().at(-1));
  expect(frameworkOf('kader-2021-1').id).toBe('kader-2021-1');
  expect(() => frameworkOf('bestaat-niet')).toThrow('no edition');
});
