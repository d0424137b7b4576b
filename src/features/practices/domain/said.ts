import type { CanBeGuessed } from './case-data.ts';

/** What the writer said of a text that many will read. */
export interface Said {
  readonly canBeGuessed: CanBeGuessed;
  /** What looks like a name is none. */
  readonly isNoName: boolean;
}
