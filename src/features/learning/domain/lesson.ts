import { CHECK_STEP, type LearningPath, type Moment, nextPart, type Part, type StoryPart, stepOf } from './path.ts';

/** What somebody did, by step. */
export type Answers = Readonly<Record<string, string>>;

/** What a learner does at a moment of a story. */
export const MOVES = ['verder', 'stop'] as const;
export type Move = (typeof MOVES)[number];

/** A part in its path: where it stands, and what comes after it. */
export interface Lesson {
  readonly path: LearningPath;
  readonly part: Part;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** The next part by its id, or the check. */
  readonly next: string;
}

/** The lesson of a part; undefined when the path has no such part. */
export function lessonOf(path: LearningPath, partId: string): Lesson | undefined {
  const index = path.parts.findIndex(({ id }) => id === partId);
  const part = path.parts[index];
  if (!part) return undefined;
  return { path, part, number: index + 1, of: path.parts.length, next: path.parts[index + 1]?.id ?? CHECK_STEP };
}

/** How a moment was met: seen, missed, a false alarm, or rightly passed. */
export type Meeting = 'seen' | 'missed' | 'false-alarm' | 'passed';

const MEETINGS: Readonly<Record<Move, readonly [sign: Meeting, noSign: Meeting]>> = {
  stop: ['seen', 'false-alarm'],
  verder: ['missed', 'passed'],
};

export interface MetMoment {
  readonly moment: Moment;
  readonly meeting: Meeting;
}

/** A story as far as it was told to somebody. */
export interface StoryStand {
  readonly met: readonly MetMoment[];
  /** The moment that waits for a move; undefined at the end. */
  readonly now: Moment | undefined;
  /** Of all the signs there were, how many were seen; and how often somebody stopped for nothing. */
  readonly seen: number;
  readonly signs: number;
  readonly falseAlarms: number;
}

/** Where a story stands: its moments in order, up to the first that was not met. Whatever else was answered does not count. */
export function storyStand(story: StoryPart, answers: Answers): StoryStand {
  const met: MetMoment[] = [];
  for (const moment of story.moments) {
    const move = MOVES.find((each) => each === answers[stepOf(story, moment)]);
    if (!move) break;
    met.push({ moment, meeting: MEETINGS[move][moment.isSign ? 0 : 1] });
  }
  const count = (meeting: Meeting) => met.filter((each) => each.meeting === meeting).length;
  return {
    met,
    now: story.moments[met.length],
    seen: count('seen'),
    signs: story.moments.filter(({ isSign }) => isSign).length,
    falseAlarms: count('false-alarm'),
  };
}

/** The step under which the answer to a question of the check is kept. */
export const questionStep = (questionId: string): string => `${CHECK_STEP}.${questionId}`;

/** The answers to the check, by question. */
export function checkAnswers({ check }: Pick<LearningPath, 'check'>, answers: Answers): ReadonlyMap<string, string> {
  return new Map(
    check.questions.flatMap(({ id }) => {
      const answer = answers[questionStep(id)];
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
}

/** How far somebody is in a path: how many of its parts were done, and where to go on. */
export function howFar(path: LearningPath, answers: Answers) {
  const done = new Set(Object.keys(answers));
  const next = nextPart(path, done);
  const isWhole = next === CHECK_STEP;
  return { next, isWhole, hasBegun: done.size > 0 };
}
