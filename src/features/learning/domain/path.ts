import type { Translated } from '../../../shared-kernel/language.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { WorkRole } from '../../../shared-kernel/work-role.ts';

/** For whom a path is: everybody, people in some work, focal points and their substitutes, or mayor, aldermen and council. */
export const AUDIENCES = ['everyone', 'work', 'focal-point', 'board'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The three parts of awareness: what it is, how one recognises it, what one can and must do. */
export const CHAPTERS = ['what', 'recognise', 'act'] as const;
export type Chapter = (typeof CHAPTERS)[number];

/** Pages for everybody that a text may send the learner to; a test keeps them to what exists. */
export const PUBLIC_LINKS = [
  '/mensenhandel',
  '/mensenhandel/vormen',
  '/mensenhandel/wat-het-niet-is',
  '/signalen',
  '/signalen/kaarten',
  '/signalencheck',
  '/netwerk/wie-belt-u',
] as const;

/** Rooms of the work, shown to whom has them in her menu. */
export const WORK_LINKS = ['/meldingen/nieuw', '/meldingen', '/aanpak'] as const;

export const LINKABLE = [...PUBLIC_LINKS, ...WORK_LINKS] as const;

/** What a choice or an explanation rests on: something known of the field, with its source, or our own elaboration. */
export interface Reference {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** Where it can be read; null when it stands nowhere in public, or the address is not known. */
  readonly href: string | null;
  /** The day on which the source was read; null: "nog te verifiëren". */
  readonly readOn: PlainDate | null;
}

interface PartHead {
  /** Stands in addresses and in progress; unique in its path, and the same in every path that shares the part. */
  readonly id: string;
  readonly chapter: Chapter;
  readonly title: string;
  readonly reference: Reference;
}

/** Something to read, in one screen. */
export interface TextPart extends PartHead {
  readonly kind: 'text';
  readonly paragraphs: readonly string[];
  readonly points: readonly string[];
  /** The route for reports of the learner's own municipality stands below it. */
  readonly showsRoute: boolean;
  readonly links: readonly { readonly label: string; readonly href: (typeof LINKABLE)[number] }[];
}

/** A choice, and what then happens. */
export interface Choice {
  /** 'a', 'b', 'c' … in the order on the screen. */
  readonly id: string;
  readonly text: string;
  readonly isRight: boolean;
  readonly consequence: string;
}

/** A situation in which the learner decides. */
export interface ScenePart extends PartHead {
  readonly kind: 'scene';
  readonly situation: readonly string[];
  readonly question: string;
  readonly choices: readonly Choice[];
  /** Why what is right is right. */
  readonly why: string;
}

/** One moment of a story. */
export interface Moment {
  readonly id: string;
  readonly text: string;
  /** Here one should have stopped. */
  readonly isSign: boolean;
  /** Why it is a sign, or why it is not one yet. */
  readonly why: string;
}

/** A story that unfolds moment by moment: "stop when you see it". */
export interface StoryPart extends PartHead {
  readonly kind: 'story';
  readonly opening: string;
  readonly moments: readonly Moment[];
  /** What it comes to, seen from the end. */
  readonly ending: string;
}

export type Part = TextPart | ScenePart | StoryPart;

/** A question of the check of knowledge, with one right answer. */
export interface Question {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly { readonly id: string; readonly text: string }[];
  readonly right: string;
  readonly explanation: string;
  readonly reference: Reference;
}

/** A learning path as it holds: what was written once for several paths stands in it as its own. */
export interface LearningPath {
  readonly id: string;
  readonly version: number;
  readonly validFrom: PlainDate;
  readonly title: Translated<string>;
  readonly lead: Translated<string>;
  readonly audience: Audience;
  /** Filled when the audience is 'work', and only then. */
  readonly roles: readonly WorkRole[];
  readonly minutes: number;
  /** The path that comes first; null for the common base. */
  readonly follows: string | null;
  readonly parts: readonly Part[];
  readonly check: {
    /** How many answers must be right. */
    readonly passWith: number;
    readonly questions: readonly Question[];
  };
  /** Who in the field validated it, by function and organisation; null: "nog niet getoetst door het veld". */
  readonly validatedBy: string | null;
  readonly validatedOn: PlainDate | null;
}

/** The step after all parts. */
export const CHECK_STEP = 'toets';

/**
 * The steps of a path in their order, and so what progress may hold: a part that was done, a moment of a story that was reached
 * (`story.moment`). The check is not among them: a path is passed or it is not.
 */
export function stepsOf({ parts }: Pick<LearningPath, 'parts'>): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === 'story' ? part.moments.map((moment) => stepOf(part, moment)) : [part.id],
  );
}

/** The step of a moment. */
export const stepOf = (story: Pick<StoryPart, 'id'>, moment: Pick<Moment, 'id'>): string => `${story.id}.${moment.id}`;

/** Whether a part was done: of a story, every moment. */
export function isDone(part: Part, done: ReadonlySet<string>): boolean {
  return part.kind === 'story' ? part.moments.every((moment) => done.has(stepOf(part, moment))) : done.has(part.id);
}

/** Where somebody goes on: the first part that was not done; the check when all are. */
export function nextPart({ parts }: Pick<LearningPath, 'parts'>, done: ReadonlySet<string>): string {
  return parts.find((part) => !isDone(part, done))?.id ?? CHECK_STEP;
}

/** What the check came to. Answers that are missing are wrong. */
export function judgeCheck(
  { check }: Pick<LearningPath, 'check'>,
  answers: ReadonlyMap<string, string>,
): { readonly right: number; readonly of: number; readonly isPassed: boolean } {
  const right = check.questions.filter((question) => answers.get(question.id) === question.right).length;
  return { right, of: check.questions.length, isPassed: right >= check.passWith };
}

/** The paths for somebody new in some work: the base first, then what is made for that work. */
export function onboardingSet(paths: readonly LearningPath[], role: WorkRole): readonly LearningPath[] {
  return [
    ...paths.filter(({ audience }) => audience === 'everyone'),
    ...paths.filter(({ roles }) => roles.includes(role)),
  ];
}
