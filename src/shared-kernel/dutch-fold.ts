/** Text as people search it: without capitals, accents, hyphens, apostrophes and double spaces («’s-Hertogenbosch» becomes «s hertogenbosch»). */
export function dutchFold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
