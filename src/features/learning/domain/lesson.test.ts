import { describe, expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { checkAnswers, howFar, lessonOf, storyStand } from './lesson.ts';
import { judgeCheck, type LearningPath, stepsOf } from './path.ts';

const reference = { id: 'r', title: 'r', source: 'r', href: null, readOn: null };
const head = { chapter: 'what', title: 't', reference } as const;
const moment = (id: string, isSign: boolean) => ({ id, text: id, isSign, why: 'w' });
const story = {
  ...head,
  kind: 'story',
  id: 'verhaal',
  opening: 'o',
  moments: [moment('1', false), moment('2', true), moment('3', true), moment('4', false)],
  ending: 'e',
} as const;
const question = (id: string) => ({
  id,
  question: 'q',
  answers: [
    { id: 'a', text: 'a' },
    { id: 'b', text: 'b' },
  ],
  right: 'a',
  explanation: 'e',
  reference,
});
const path: LearningPath = {
  id: 'pad',
  version: 1,
  validFrom: day('2026-11-25'),
  title: { nl: 't', en: 't' },
  lead: { nl: 'l', en: 'l' },
  audience: 'everyone',
  roles: [],
  minutes: 10,
  follows: null,
  parts: [
    { ...head, kind: 'text', id: 'lezen', paragraphs: ['p'], points: [], showsRoute: false, links: [] },
    { ...head, kind: 'scene', id: 'kiezen', situation: ['s'], question: 'q', choices: [], why: 'w' },
    story,
  ],
  check: { passWith: 2, questions: [question('een'), question('twee'), question('drie')] },
  validatedBy: null,
  validatedOn: null,
};

describe('how far somebody is', () => {
  it('counts a moment of a story as a step, and goes on at the first part that is not whole', () => {
    expect(stepsOf(path)).toEqual(['lezen', 'kiezen', 'verhaal.1', 'verhaal.2', 'verhaal.3', 'verhaal.4']);
    expect(howFar(path, {})).toEqual({ next: 'lezen', isWhole: false, hasBegun: false });
    expect(howFar(path, { lezen: '', kiezen: 'a', 'verhaal.1': 'stop' })).toMatchObject({ next: 'verhaal' });
    const all = Object.fromEntries(stepsOf(path).map((step) => [step, '']));
    expect(howFar(path, all)).toEqual({ next: 'toets', isWhole: true, hasBegun: true });
  });

  it('leads from each part to the next, and from the last to the check', () => {
    expect(lessonOf(path, 'lezen')).toMatchObject({ number: 1, of: 3, next: 'kiezen' });
    expect(lessonOf(path, 'verhaal')).toMatchObject({ number: 3, next: 'toets' });
    expect(lessonOf(path, 'toets')).toBeUndefined();
  });
});

describe('a story that is told', () => {
  it('tells a sign that was seen from one that was missed, and a stop for nothing from a right pass', () => {
    const stand = storyStand(story, {
      'verhaal.1': 'stop',
      'verhaal.2': 'stop',
      'verhaal.3': 'verder',
      'verhaal.4': 'verder',
    });
    expect(stand.met.map(({ meeting }) => meeting)).toEqual(['false-alarm', 'seen', 'missed', 'passed']);
    expect(stand).toMatchObject({ now: undefined, seen: 1, signs: 2, falseAlarms: 1 });
  });

  it('waits at the first moment that was not met, whatever was answered after it', () => {
    expect(storyStand(story, { 'verhaal.3': 'stop' }).now?.id).toBe('1');
    expect(storyStand(story, { 'verhaal.1': 'verder', 'verhaal.2': 'weet niet' }).now?.id).toBe('2');
  });
});

describe('the check', () => {
  const taken = (answers: Record<string, string>) => judgeCheck(path, checkAnswers(path, answers));

  it('is passed with as many right answers as the path asks, and what is missing is wrong', () => {
    expect(taken({ 'toets.een': 'a', 'toets.twee': 'a', 'toets.drie': 'b' })).toEqual({
      right: 2,
      of: 3,
      isPassed: true,
    });
    expect(taken({ 'toets.een': 'a' })).toEqual({ right: 1, of: 3, isPassed: false });
    expect(taken({ een: 'a', 'toets.bestaat-niet': 'a' })).toMatchObject({ right: 0 });
  });
});
