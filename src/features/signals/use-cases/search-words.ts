import { z } from 'zod';
import { type ContentKind, EditionHead } from '../../../platform/content/content-kind.ts';
import { readEditions } from '../../../platform/content/read-editions.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { SearchWords } from '../domain/catalogue-search.ts';
import { neverASignal } from '../domain/never-a-signal.ts';

const word = z
  .string()
  .regex(/^[a-z0-9]+$/, 'schrijf één woord, in kleine letters en zonder accenten')
  .superRefine((text, context) => {
    if (neverASignal(text))
      context.addIssue({ code: 'custom', message: `«${text}» is nooit een signaal en wijst er ook geen aan` });
  });

const Edition = EditionHead.extend({
  groups: z
    .array(z.strictObject({ language: z.enum(['nl', 'en']), say: z.array(word).min(1), means: z.array(word).min(1) }))
    .min(1),
});

interface Body {
  readonly validFrom: PlainDate;
  readonly groups: readonly SearchWords[];
}

/** Everyday words to search the catalogue of signals with: what every file of `content/search-words` must hold. */
export const SEARCH_WORDS = { kind: 'search-words', schema: Edition } as unknown as ContentKind<Body>;

const EDITIONS = readEditions('search-words').map((each) => Edition.parse(each)) as unknown as readonly Body[];

/** The words as they hold today; none before the first edition. */
export function searchWordsToday(today: PlainDate): readonly SearchWords[] {
  return EDITIONS.filter(({ validFrom }) => validFrom <= today).at(-1)?.groups ?? [];
}
