import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readEdition } from '../../../platform/content/copy-editions.ts';
import { day } from '../../../shared-kernel/plain-date.ts';
import { WORK_ROLES } from '../../../shared-kernel/work-role.ts';
import { CHAPTERS, type LearningPath, onboardingSet, stepsOf } from '../domain/path.ts';
import { LEARNING_PATHS, LEARNING_SHARED, learningPaths } from './learning-content.ts';

const FOLDER = 'content/learning';
const BASE = `${FOLDER}/basis.yaml`;
const SHARED = 'content/learning-shared/2026-11.yaml';
// biome-ignore lint/suspicious/noExplicitAny: a test breaks what the schema promises
const fileOf = (name: string): any => parse(readFileSync(name, 'utf8'));
/** The file with a value put at a place, as it would be refused; '' when it passes. */
function refusal(name: string, change: (file: ReturnType<typeof fileOf>) => void): string {
  const file = fileOf(name);
  change(file);
  try {
    readEdition(
      name,
      stringify(file, { aliasDuplicateObjects: false }),
      name === SHARED ? LEARNING_SHARED : LEARNING_PATHS,
    );
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
const firstOf = (file: ReturnType<typeof fileOf>, kind: string) =>
  file.parts.find((part: { readonly kind: string }) => part.kind === kind);

/** What is chosen from in one scene or question: how long each text is, in characters, and whether it is right. */
type Choosing = readonly { readonly length: number; readonly isRight: boolean }[];
type Written = { readonly id: string; readonly text: string; readonly isRight?: boolean };

/** Every scene and every question of a file. */
function choosings(file: ReturnType<typeof fileOf>): readonly Choosing[] {
  const items: readonly { readonly choices?: Written[]; readonly answers?: Written[]; readonly right?: string }[] = [
    ...file.parts,
    ...(file.questions ?? file.check.questions),
  ];
  return items.flatMap(({ choices, answers, right }) => {
    const all = choices ?? answers;
    return all ? [all.map(({ id, text, isRight }) => ({ length: text.length, isRight: isRight ?? id === right }))] : [];
  });
}

/** The share of the items that somebody passes who reads nothing, and takes the longest, the shortest or the first (0 to 1). */
function passedUnread(items: readonly Choosing[]) {
  const share = (isPassed: (right: Choosing, wrong: Choosing, item: Choosing) => boolean) =>
    items.filter((item) => {
      const right = item.filter(({ isRight }) => isRight);
      return isPassed(
        right,
        item.filter(({ isRight }) => !isRight),
        item,
      );
    }).length / items.length;
  const longest = (some: Choosing) => Math.max(...some.map(({ length }) => length));
  const shortest = (some: Choosing) => Math.min(...some.map(({ length }) => length));
  return {
    byLongest: share((right, wrong) => longest(right) >= longest(wrong)),
    byShortest: share((right, wrong) => shortest(right) <= shortest(wrong)),
    byFirst: share((_right, _wrong, item) => item[0]!.isRight),
  };
}

const paths = learningPaths(day('2026-11-29'));

describe('a file of learning that is wrong is refused with its line', () => {
  it('walks in the order in which the page of the path lists its parts: chapter by chapter', () => {
    for (const { id, parts } of learningPaths(day('2026-11-30'))) {
      const walked = parts.map(({ chapter }) => CHAPTERS.indexOf(chapter));
      expect([id, walked]).toEqual([id, walked.toSorted((a, b) => a - b)]);
    }
  });

  it('passes as it is', () => {
    for (const file of readdirSync(FOLDER)) expect([file, refusal(`${FOLDER}/${file}`, () => {})]).toEqual([file, '']);
    expect(refusal(SHARED, () => {})).toBe('');
  });

  it('with a translation that is missing', () => {
    expect(refusal(BASE, (file) => delete file.title.en)).toMatch(/basis\.yaml, regel \d+: title\.en: /);
  });

  it('with a link to nothing', () => {
    expect(refusal(BASE, (file) => (firstOf(file, 'text').links = [{ label: 'x', href: '/weg' }]))).toMatch(
      /regel \d+: parts\.0\.links\.0\.href: deze link bestaat niet/,
    );
  });

  it('with work that nobody does', () => {
    expect(refusal(`${FOLDER}/burgerzaken.yaml`, (file) => (file.roles = ['BZ', 'BOA']))).toMatch(
      /burgerzaken\.yaml, regel \d+: roles\.1: deze functie bestaat niet/,
    );
    expect(refusal(BASE, (file) => (file.roles = ['BZ']))).toMatch(/noem functies als het pad voor functies is/);
  });

  it('with a reference, a shared part or a path before it that is not there', () => {
    expect(refusal(BASE, (file) => (firstOf(file, 'scene').reference = 'niets'))).toMatch(
      /regel \d+: parts\.\d+\.reference: de verwijzing «niets» staat niet in content\/learning-shared/,
    );
    expect(refusal(SHARED, (file) => (file.questions[0].reference = 'niets'))).toMatch(/regel \d+: questions\.0\.ref/);
    expect(refusal(BASE, (file) => (firstOf(file, 'shared').id = 'niets'))).toMatch(/«niets» staat niet in/);
    expect(refusal(BASE, (file) => (file.follows = 'niets'))).toMatch(/follows: het pad «niets» bestaat niet/);
  });

  it('with what is never a signal, unless a text says so', () => {
    const line = 'Zij draagt opvallende kleding.';
    expect(refusal(BASE, (file) => (firstOf(file, 'scene').situation = [line]))).toMatch(
      /regel \d+: parts\.\d+\.situation\.0: «kleding» mag nooit een signaal zijn/,
    );
    expect(refusal(BASE, (file) => (firstOf(file, 'story').moments[0].text = line))).toMatch(/«kleding»/);
    expect(refusal(SHARED, (file) => (file.questions[0].explanation = line))).toMatch(/«kleding»/);
    const taught = fileOf(BASE).parts.find(({ namesWhatIsNever }: { namesWhatIsNever?: boolean }) => namesWhatIsNever);
    expect(JSON.stringify(taught)).toContain('kleding');
  });

  it('with nothing to choose, nothing to see, or an answer that is not among the answers', () => {
    const setAll = (items: readonly Record<string, unknown>[], change: object) => {
      for (const item of items) Object.assign(item, change);
    };
    expect(refusal(BASE, (file) => setAll(firstOf(file, 'scene').choices, { isRight: true }))).toMatch(
      /dan valt er niets te kiezen/,
    );
    expect(refusal(BASE, (file) => setAll(firstOf(file, 'scene').choices, { isRight: false }))).toMatch(
      /geen enkele keuze is goed/,
    );
    expect(refusal(BASE, (file) => setAll(firstOf(file, 'story').moments, { isSign: false }))).toMatch(
      /in geen enkel moment is iets te zien/,
    );
    const own = (file: ReturnType<typeof fileOf>) =>
      file.check.questions.filter(({ kind }: { readonly kind: string }) => kind === 'question');
    expect(refusal(BASE, (file) => setAll(own(file), { right: 'e' }))).toMatch(/het goede antwoord staat er niet bij/);
    expect(refusal(BASE, (file) => (file.check.passWith = 9))).toMatch(/minder vragen/);
  });

  it('with fewer than eight scenes for a work, or two parts of one name', () => {
    expect(
      refusal(`${FOLDER}/burgerzaken.yaml`, (file) => file.parts.splice(file.parts.indexOf(firstOf(file, 'scene')), 1)),
    ).toMatch(/minstens 8 situaties/);
    expect(refusal(BASE, (file) => file.parts.push(file.parts[0]))).toMatch(/twee onderdelen hebben hetzelfde id/);
  });
});

describe('the paths of today', () => {
  const byAudience = (audience: LearningPath['audience']) => paths.filter((path) => path.audience === audience);

  it('are one base, a path for each work, one for focal points and one for the board', () => {
    expect(paths[0]!.id).toBe('basis');
    for (const audience of ['everyone', 'focal-point', 'board'] as const) expect(byAudience(audience)).toHaveLength(1);
    expect(
      byAudience('work')
        .flatMap(({ roles }) => roles)
        .sort(),
    ).toEqual([...WORK_ROLES].sort());
  });

  it('teach in three parts, end in a check, and are validated by nobody yet', () => {
    for (const path of paths) {
      expect([path.id, [...new Set(path.parts.map(({ chapter }) => chapter))].sort()]).toEqual([
        path.id,
        ['act', 'recognise', 'what'],
      ]);
      expect(path.check.questions.length).toBeGreaterThanOrEqual(5);
      expect(path.check.questions.length).toBeLessThanOrEqual(8);
      expect(path.validatedBy).toBeNull();
    }
  });

  it('put the route of one’s own municipality in the lesson', () => {
    for (const path of [...byAudience('everyone'), ...byAudience('work'), ...byAudience('focal-point')])
      expect([path.id, path.parts.some((part) => part.kind === 'text' && part.showsRoute)]).toEqual([path.id, true]);
  });

  it('for somebody new are the base and then her own work', () => {
    for (const role of WORK_ROLES)
      expect(onboardingSet(paths, role).map(({ audience }) => audience)).toEqual(['everyone', 'work']);
  });

  it('have steps that fit what progress may hold', () => {
    for (const path of paths) {
      const steps = stepsOf(path);
      expect(new Set(steps).size).toBe(steps.length);
      for (const step of steps) expect(step.length).toBeLessThan(100);
    }
  });

  it('say a thing once: what occurs in two paths is shared', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    const walk = (value: unknown, file: string): void => {
      if (typeof value === 'string') {
        if (value.split(' ').length < 6) return;
        if (seen.has(value)) twice.push(`${seen.get(value)} and ${file}: ${value}`);
        seen.set(value, file);
      } else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) walk(each, file);
    };
    for (const file of readdirSync(FOLDER)) walk(fileOf(`${FOLDER}/${file}`), file);
    const { parts, questions } = fileOf(SHARED);
    walk({ parts, questions }, 'shared');
    expect(twice).toEqual([]);
  });
});

describe('the right answer is found by reading', () => {
  const files = [...readdirSync(FOLDER).map((file) => `${FOLDER}/${file}`), SHARED];
  const MOST = 0.45;

  it('and not by taking the longest, the shortest or the first', () => {
    const items = files.flatMap((file) => choosings(fileOf(file)));
    expect(items.length).toBeGreaterThan(150);
    for (const item of items) expect(item.length).toBeGreaterThan(2);
    const { byLongest, byShortest, byFirst } = passedUnread(items);
    expect(byLongest).toBeLessThanOrEqual(MOST);
    expect(byShortest).toBeLessThanOrEqual(MOST);
    expect(byFirst).toBeLessThanOrEqual(MOST);
    expect(byFirst).toBeGreaterThan(0.15);
  });

  it.for(files)('in %s', (file) => {
    const { byLongest, byShortest } = passedUnread(choosings(fileOf(file)));
    expect(byLongest).toBeLessThanOrEqual(0.5);
    expect(byShortest).toBeLessThanOrEqual(0.5);
  });

  it('which is seen where it is not so', () => {
    const file = fileOf(BASE);
    for (const part of file.parts)
      for (const choice of part.choices ?? [])
        if (choice.isRight) choice.text += ' En dat doe ik vandaag nog.'.repeat(9);
    for (const question of file.check.questions)
      for (const answer of question.answers ?? [])
        if (answer.id === question.right) answer.text += ' En dat doe ik vandaag nog.'.repeat(9);
    expect(passedUnread(choosings(file)).byLongest).toBe(1);

    const choosing = (...lengths: readonly number[]): Choosing =>
      lengths.map((length, index) => ({ length, isRight: index === 0 }));
    expect(passedUnread([choosing(9, 5, 5), choosing(5, 5, 5), choosing(5, 9, 2), choosing(2, 9, 5)])).toEqual({
      byLongest: 0.5,
      byShortest: 0.5,
      byFirst: 1,
    });
  });
});
