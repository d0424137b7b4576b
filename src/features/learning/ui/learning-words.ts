import type { Meeting } from '../domain/lesson.ts';
import type { Audience, Chapter } from '../domain/path.ts';

export const CHAPTER_WORDS: Readonly<Record<Chapter, string>> = {
  what: 'Wat het is',
  recognise: 'Herkennen',
  act: 'Wat u kunt en moet doen',
};

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  everyone: 'Voor iedereen',
  work: 'Voor uw werk',
  'focal-point': 'Voor aandachtsfunctionarissen',
  board: 'Voor bestuur en raad',
};

export const KIND_WORDS = { text: 'lezen', scene: 'kiezen', story: 'stop als u het ziet' } as const;

/** What the learner did at a moment of a story, and how that was. */
export const MEETING_WORDS: Readonly<
  Record<Meeting, { readonly kind: 'ok' | 'warning' | 'neutral'; readonly label: string }>
> = {
  seen: { kind: 'ok', label: 'U stopte hier. Goed gezien' },
  missed: { kind: 'warning', label: 'U las verder. Hier was iets te zien' },
  'false-alarm': { kind: 'neutral', label: 'U stopte hier. Dit zegt nog niets' },
  passed: { kind: 'neutral', label: 'U las verder. Hier was niets te zien' },
};

/** Said with every path until somebody in the field validates it. */
export const UNTESTED = 'Nog niet getoetst door het veld';

/** The addresses of learning. */
export const LEARNING = '/leren';
export const pathHref = (path: string): string => `${LEARNING}/${path}`;
export const lessonHref = (path: string, part: string): string => `${LEARNING}/les/${path}.${part}`;
export const checkHref = (path: string): string => `${LEARNING}/toets/${path}`;
