/** A letter as it leaves the house: the same words for everybody, about everything. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  /** Where it leads; one must sign in to see what is there. */
  readonly link: string;
}

/** What addresses in a letter with words begin with, until it is known where people reach the product. */
export const ADDRESS = '{adres}';

/** A letter with words of its own, with its addresses whole. */
export function addressed(
  baseUrl: string,
  words: { readonly subject: string; readonly body: string },
): Omit<Letter, 'link'> {
  return { subject: words.subject, text: words.body.replaceAll(ADDRESS, withoutSlash(baseUrl)) };
}

const withoutSlash = (url: string) => url.replace(/(?<!\/)\/+$/, '');

/** Writes the letter about everything that waits. No content, no name: a mailbox may be read over one's shoulder. */
export function writeLetter(baseUrl: string, path: string): Letter {
  const base = withoutSlash(baseUrl);
  const link = `${base}${path}`;
  return {
    subject: 'Er staat iets voor u klaar',
    text: `Goedendag,

Er staat iets voor u klaar in In Beeld. Log in om het te lezen:
${link}

In deze e-mail staat met opzet niet wat het is. Zo leest niemand mee.

Wilt u deze e-mail één keer per dag, of niet meer? Dat kiest u hier:
${base}/voorkeuren

Antwoorden op deze e-mail heeft geen zin: niemand leest het antwoord.
`,
    link,
  };
}
