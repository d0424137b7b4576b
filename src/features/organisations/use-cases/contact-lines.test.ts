import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEdition } from '../../../platform/content/copy-editions.ts';
import { CONTACT_LINES } from './contact-lines.ts';

const NAME = 'content/contact-lines/2026-11-english.json';
const text = readFileSync(NAME, 'utf8');
type Line = Record<string, unknown> & { english: Record<string, unknown> };
/** The file as it is read when somebody changed its first line. */
const read = (change: (line: Line) => void = () => {}) => {
  const edition = JSON.parse(text) as { lines: [Line] };
  change(edition.lines[0]);
  return () => readEdition(NAME, JSON.stringify(edition, null, 2), CONTACT_LINES);
};

describe('the lines as content', () => {
  it('are filled in by an editor: price, languages, chat, and who checked them when', () => {
    expect(read()).not.toThrow();
    const filled = read((line) => {
      const chat = { at: 'voorbeeld.nl', when: null };
      const said = { cost: 'gratis', languages: ['Nederlands', 'Roemeens'], chat };
      Object.assign(line, said, { verifiedBy: 'redacteur, A. Voorbeeld', verifiedOn: '2026-12-01' });
      Object.assign(line.english, said, { cost: 'free', languages: ['Dutch', 'Romanian'] });
    });
    expect(filled).not.toThrow();
  });

  it('are refused with a name and no day, with an address that is none, and with two places to chat', () => {
    expect(read((line) => Object.assign(line, { verifiedBy: 'redacteur', verifiedOn: null }))).toThrow(
      /english\.json, regel \d+: lines\.0: vul bij wie de lijn nakeek ook de dag in/,
    );
    expect(read((line) => Object.assign(line, { chat: { at: 'bel ons', when: null } }))).toThrow(
      /regel \d+: lines\.0\.chat/,
    );
    expect(read((line) => Object.assign(line, { chat: { at: 'voorbeeld.nl', when: null } }))).toThrow(
      /noemen een andere plek om te chatten/,
    );
  });
});
