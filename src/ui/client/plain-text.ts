/** Lower case without accents, so that 'sudwest' finds 'Súdwest-Fryslân'. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}
