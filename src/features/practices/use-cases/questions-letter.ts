import { ADDRESS } from '../../../platform/mail/letter.ts';
import type { WeeklyLetter } from '../../../platform/mail/weekly-letter.ts';
import { READERS } from '../domain/readers.ts';
import { findNews, type NewsQuestion } from '../persistence/news-query.ts';
import { QUESTIONS_PATH, questionPath } from './tables.ts';

/** More stands behind the link: a longer letter is not read. [design: In Beeld] */
const QUESTIONS = 10;

/** The weekly letter: what peers asked and answered, as it was published (decision 38). */
export const QUESTIONS_LETTER: WeeklyLetter = {
  readers: READERS,
  path: QUESTIONS_PATH,
  async write(tx, period) {
    const { questions, total } = await findNews(tx, period, QUESTIONS);
    if (questions.length === 0) return undefined;
    const rest = total - questions.length;
    const parts = [
      'Goedendag,\n\nDit zijn vragen van collega’s die nieuw zijn, of net een eerste antwoord kregen. Wat hier staat, is nagekeken en staat in In Beeld.',
      ...questions.map(told),
      ...(rest > 0
        ? [`Er ${rest === 1 ? 'is nog 1 vraag' : `zijn nog ${rest} vragen`}:\n${ADDRESS}${QUESTIONS_PATH}`]
        : []),
      `U krijgt deze e-mail omdat u daar zelf om vroeg. Hij komt op maandag, als er iets nieuws is. Hier zet u hem uit:
${ADDRESS}/voorkeuren

Antwoorden op deze e-mail heeft geen zin: niemand leest het antwoord. Geef antwoord op een vraag in In Beeld.`,
    ];
    return { subject: 'Vragen van collega’s', body: `${parts.join('\n\n---\n\n')}\n` };
  },
};

function told({ id, title, text, sourceName, answers, answered }: NewsQuestion): string {
  const more = answered - answers.length;
  return [
    title,
    `Vraag van ${sourceName}:\n${quoted(text)}`,
    ...answers.map(
      (each) => `${each.isAccepted ? 'Dit hielp, van' : 'Antwoord van'} ${each.sourceName}:\n${quoted(each.text)}`,
    ),
    ...(answered === 0 ? ['Nog geen antwoord.'] : []),
    ...(more > 0 ? [`Er ${more === 1 ? 'is nog 1 antwoord' : `zijn nog ${more} antwoorden`}.`] : []),
    `Lees de vraag of geef antwoord:\n${ADDRESS}${questionPath(id)}`,
  ].join('\n\n');
}

/** Marks each line as somebody's words, so that none passes for ours. */
const quoted = (words: string) =>
  words
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
