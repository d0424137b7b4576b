/** The most words of a question that are looked for. */
const MOST_WORDS = 12;

/**
 * What somebody typed, as a query of the database's full-text search: every word must be there, whatever its ending, and the start of
 * a compound is enough («hotel» finds «hotelafspraak»). Undefined when there is no word in it. Only letters and digits get through.
 */
export function searchQuery(typed: string): string | undefined {
  const words =
    typed
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, MOST_WORDS) ?? [];
  return words.length > 0 ? words.map((word) => `${word}:*`).join(' & ') : undefined;
}

/** More than one word must be there: then few texts fit, however many hold each of the words. */
export const asksMoreWords = (query: string): boolean => query.includes(' & ');
