/** The first words of names that keep their capital inside a sentence as well. */
const NAMES = /^(In Beeld|Europol|Nidos)\b/;

/**
 * A label or a sentence as it reads inside another sentence: its first letter becomes small, and nothing else does. Abbreviations
 * (DPIA, IBP), names (In Beeld), and the sentence that may follow keep their capitals.
 */
export function withinSentence(text: string): string {
  const [first = ''] = /^[\p{L}\d]*/u.exec(text)!;
  if (/[\p{Lu}\d]/u.test(first.slice(1)) || NAMES.test(text)) return text;
  return text.charAt(0).toLowerCase() + text.slice(1);
}
