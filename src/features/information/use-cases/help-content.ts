import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { currentEdition } from '../../../platform/content/current-edition.ts';
import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { type PlainDate, plainDate } from '../../../shared-kernel/plain-date.ts';
import { allLines, type CallAdvice, contactLinesToday, isDialable, wordsOf } from '../../organisations/index.ts';
import {
  HELP_LANGUAGES,
  HELP_WORDS,
  type HelpLanguage,
  type HelpLine,
  type HelpText,
  helpWordCount,
  MOST_HELP_WORDS,
} from '../domain/help.ts';

const filled = z.string().min(1, 'vul iets in');
const aDay = z.string().refine((text) => plainDate(text) !== undefined, 'schrijf een bestaande dag als 2026-11-25');
const OneLanguage = z
  .strictObject({
    code: z.enum(HELP_LANGUAGES),
    direction: z.enum(['ltr', 'rtl']),
    reviewedBy: filled.nullable(),
    reviewedOn: aDay.nullable(),
    words: z.strictObject(Object.fromEntries(HELP_WORDS.map((word) => [word, filled]))),
    situations: z.record(filled, filled),
    legal: z.strictObject({ text: filled, mark: z.enum(['law', 'found', 'own']), source: filled }).nullable(),
  })
  .refine(
    ({ reviewedBy, reviewedOn }) => (reviewedBy === null) === (reviewedOn === null),
    'vul in wie de tekst nakeek én wanneer, of geen van beide',
  )
  .refine(
    ({ code, legal, reviewedBy }) => legal === null || code === 'nl' || reviewedBy !== null,
    'een zin over het recht mag pas in deze taal als iemand hem heeft nagekeken',
  )
  .refine(
    (text) => helpWordCount(text as unknown as HelpText) <= MOST_HELP_WORDS,
    `een hulppagina heeft hoogstens ${MOST_HELP_WORDS} woorden`,
  );

/** The help pages: `content/help/`, one file an edition, all languages in it. */
export const HELP_TEXTS: ContentKind<{ readonly languages: readonly HelpText[] }> = {
  kind: 'help',
  schema: z.looseObject({
    languages: z
      .array(OneLanguage)
      .refine(
        (texts) => HELP_LANGUAGES.every((code) => texts.filter((text) => text.code === code).length === 1),
        `elke taal staat er één keer: ${HELP_LANGUAGES.join(', ')}`,
      )
      .refine(
        (texts) => new Set(texts.map(({ situations }) => Object.keys(situations).sort().join())).size <= 1,
        'niet elke taal noemt dezelfde situaties',
      ),
  }) as unknown as z.ZodType<{ readonly languages: readonly HelpText[] }>,
};

/** What the help page says in a language, today. */
export async function helpText(
  tx: Tx<'content.edition'>,
  language: HelpLanguage,
  today: PlainDate,
): Promise<HelpText | undefined> {
  const edition = await currentEdition(tx, HELP_TEXTS, today);
  return edition?.body.languages.find(({ code }) => code === language);
}

/**
 * The lines as somebody in trouble sees them at this moment: who is open now comes first, who is closed last. What is said of them is
 * there in Dutch and in English; every other language gets the Dutch words. A name is a name: it is not explained here, since the words
 * that would do so tell who looks over a shoulder what this page is.
 */
export async function helpLines(
  tx: Tx<'content.edition'>,
  language: HelpLanguage,
  { now, today }: DomainTime,
): Promise<readonly HelpLine[]> {
  const { now: open, later } = allLines(await contactLinesToday(tx, today), now);
  return [...open, ...later].map((advice) => seenInTrouble(advice, language));
}

function seenInTrouble(advice: CallAdvice, language: HelpLanguage): HelpLine {
  const { line, state, opensAt } = advice;
  const words = wordsOf(line, language === 'en' ? 'en' : 'nl');
  return {
    id: line.id,
    wordsIn: words.language,
    name: line.name,
    number: line.number,
    situation: line.situations[0]!,
    state,
    isAlwaysOpen: line.hours === 'always',
    opensAt: opensAt ?? null,
    isDialable: isDialable(advice),
    checkedOn: line.verifiedOn,
    isFree: line.cost === null ? null : line.cost === 'gratis',
    cost: words.cost,
    languages: words.languages,
    chat: words.chat ?? null,
    isAnonymous: line.isAnonymous,
    arePoliceTold: line.arePoliceTold,
  };
}
