/** What somebody did of a course, by step: small enough for the 4,096 signs that SCORM 1.2 keeps. */
export type Steps = Record<string, string>;

/** How the check came out. */
export interface Score {
  readonly right: number;
  readonly of: number;
  readonly isPassed: boolean;
}

/** Whoever keeps what is learned: a learning platform by SCORM or cmi5, or nobody. */
export interface Tracker {
  /** Begins a session. @returns what was done before. */
  start(): Promise<Steps>;
  save(steps: Steps, atPart: string): void;
  score(score: Score): void;
  /** Everything there is was done. */
  complete(): void;
  /** Ends the session; after it nothing is said any more. */
  stop(): Promise<void>;
  /** Where to go when the learner stops; undefined when the platform sees to that. */
  readonly returnUrl: string | undefined;
}

/** Reads what was kept; what is no such thing, was not ours. */
export function parseSteps(text: string | undefined): Steps {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** For a package that was opened outside any platform: it works, and keeps nothing. */
export const keepsNothing: Tracker = {
  start: async () => ({}),
  save: () => {},
  score: () => {},
  complete: () => {},
  stop: async () => {},
  returnUrl: undefined,
};
