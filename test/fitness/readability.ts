import { readFileSync } from 'node:fs';

/** How long sentences may be, in words: on average over a page, and each (docs/schrijfwijzer.md: short sentences, one thought each). */
const LONGEST_AVERAGE = 20;
const LONGEST = 30;

/** The sentences of texts that each stand alone: a paragraph, a point of a list, a heading. */
export function sentencesOf(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.replace(/\s+/g, ' ').split(/(?<=[.?!:;]["”’»)]?) (?=\S)/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

const wordsIn = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** What makes texts hard to read, one line each. Empty when they are plain. */
export function readingFaults(texts: readonly string[], forbidden: readonly string[]): readonly string[] {
  const sentences = sentencesOf(texts);
  const average = sentences.reduce((sum, sentence) => sum + wordsIn(sentence), 0) / Math.max(1, sentences.length);
  return [
    ...(average > LONGEST_AVERAGE ? [`sentences have ${average.toFixed(1)} words on average`] : []),
    ...sentences
      .filter((sentence) => wordsIn(sentence) > LONGEST)
      .map((sentence) => `${wordsIn(sentence)} words: ${sentence}`),
    ...sentences.flatMap((sentence) =>
      forbidden.filter((word) => hasWord(sentence, word)).map((word) => `“${word}”: ${sentence}`),
    ),
  ];
}

function hasWord(sentence: string, word: string): boolean {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'iu').test(sentence);
}

/** Words that we do not use: the first column of the table in the writing guide. */
export function forbiddenWords(): readonly string[] {
  const guide = readFileSync('docs/schrijfwijzer.md', 'utf8');
  const section = /## Woorden die wij niet gebruiken\n([\s\S]*?)\n## /.exec(guide)?.[1] ?? '';
  return [...section.matchAll(/^\| ([^|]+?) \| /gm)]
    .map(([, word = '']) => word)
    .filter((word) => !/^(-|liever)/.test(word));
}
