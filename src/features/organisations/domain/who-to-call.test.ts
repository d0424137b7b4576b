import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import before from '../../../../content/contact-lines/2026-11.json' with { type: 'json' };
import shipped from '../../../../content/contact-lines/2026-11-english.json' with { type: 'json' };
import { day } from '../../../shared-kernel/plain-date.ts';
import {
  type ContactEdition,
  type ContactLine,
  editionOn,
  linesOnPaper,
  needsVerification,
  nextOpening,
  openAt,
  SITUATIONS,
  whoToCall,
  wordsOf,
} from './who-to-call.ts';

const edition = shipped as unknown as ContactEdition;
const { lines } = edition;
const named = (id: string) => lines.find((line) => line.id === id)!;
const comensha = named('comensha');
const ids = (advice: readonly { readonly line: ContactLine }[]) => advice.map(({ line }) => line.id);
const night: ContactLine = {
  ...comensha,
  id: 'nachtlijn',
  hours: {
    monday: ['00:00-02:30', '22:00-24:00'],
    tuesday: ['00:00-02:30'],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: ['22:00-24:00'],
    sunday: ['00:00-02:30'],
    holiday: ['10:00-12:00'],
  },
};

describe('a line', () => {
  it('is open from its first minute up to, not including, its last', () => {
    // Wednesday 25 November 2026, winter time: one hour ahead of UTC.
    expect(openAt(comensha, new Date('2026-11-25T07:59:59Z'))).toBe('closed');
    expect(openAt(comensha, new Date('2026-11-25T08:00:00Z'))).toBe('open');
    expect(openAt(comensha, new Date('2026-11-25T15:59:59Z'))).toBe('open');
    expect(openAt(comensha, new Date('2026-11-25T16:00:00Z'))).toBe('closed');
  });

  it('is closed in the weekend and on holidays', () => {
    expect(openAt(comensha, new Date('2026-11-28T11:00:00Z'))).toBe('closed');
    for (const holiday of [
      '2026-12-25',
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-04-27',
      '2027-05-05',
      '2027-05-06',
      '2027-05-17',
    ]) {
      expect(openAt(comensha, new Date(`${holiday}T10:00:00Z`)), holiday).toBe('closed');
    }
  });

  it('keeps to the clock on the wall when summer time begins and ends', () => {
    // Summer time ended on Sunday 25 October 2026 and begins on Sunday 28 March 2027 (Tuesday 30 is the next working day).
    expect(openAt(comensha, new Date('2026-10-23T07:00:00Z'))).toBe('open');
    expect(openAt(comensha, new Date('2026-10-26T07:00:00Z'))).toBe('closed');
    expect(openAt(comensha, new Date('2026-10-26T08:00:00Z'))).toBe('open');
    expect(openAt(comensha, new Date('2027-03-25T07:30:00Z'))).toBe('closed');
    expect(openAt(comensha, new Date('2027-03-30T07:30:00Z'))).toBe('open');
    // The hour from two to three comes twice on 25 October: half past two is open both times.
    expect(openAt(night, new Date('2026-10-25T00:15:00Z'))).toBe('open');
    expect(openAt(night, new Date('2026-10-25T01:15:00Z'))).toBe('open');
    expect(openAt(night, new Date('2026-10-25T01:30:00Z'))).toBe('closed');
  });

  it('changes day at Dutch midnight', () => {
    expect(openAt(night, new Date('2026-11-23T22:59:59Z'))).toBe('open');
    expect(openAt(night, new Date('2026-11-23T23:00:00Z'))).toBe('open');
    expect(openAt(night, new Date('2026-11-24T23:00:00Z'))).toBe('closed');
    expect(openAt(night, new Date('2026-11-22T22:59:59Z'))).toBe('closed');
    expect(openAt(night, new Date('2026-11-22T23:00:00Z'))).toBe('open');
  });

  it('has its own hours on a holiday', () => {
    // Monday 29 March 2027 is Easter Monday; summer time.
    expect(openAt(night, new Date('2027-03-29T08:00:00Z'))).toBe('open');
    expect(openAt(night, new Date('2027-03-29T20:30:00Z'))).toBe('closed');
  });

  it('with unknown hours is neither open nor closed', () => {
    expect(openAt(named('fairwork'), new Date('2026-11-25T11:00:00Z'))).toBe('unknown');
    expect(nextOpening(named('fairwork'), new Date('2026-11-25T11:00:00Z'))).toBeUndefined();
  });

  it('says when it opens again, past weekend and holidays', () => {
    expect(nextOpening(comensha, new Date('2026-11-25T07:00:00Z'))).toEqual({ date: '2026-11-25', time: '09:00' });
    expect(nextOpening(comensha, new Date('2026-11-25T16:00:00Z'))).toEqual({ date: '2026-11-26', time: '09:00' });
    expect(nextOpening(comensha, new Date('2026-12-24T17:00:00Z'))).toEqual({ date: '2026-12-28', time: '09:00' });
    expect(nextOpening(comensha, new Date('2027-03-25T17:00:00Z'))).toEqual({ date: '2027-03-30', time: '09:00' });
    expect(nextOpening(comensha, new Date('2026-11-25T11:00:00Z'))).toBeUndefined();
  });

  it('needs verification when never verified, or more than six months ago', () => {
    expect(needsVerification(comensha, day('2027-05-24'))).toBe(false);
    expect(needsVerification(comensha, day('2027-05-25'))).toBe(true);
    expect(needsVerification(named('politie'), day('2026-11-25'))).toBe(true);
  });
});

describe('who to call', () => {
  it('about a possible victim: CoMensha on a working day, the police and 112 on Saturday at eleven in the evening', () => {
    expect(ids(whoToCall(lines, 'possible-victim', new Date('2026-11-25T11:00:00Z')).now)).toEqual(['comensha']);
    const saturday = whoToCall(lines, 'possible-victim', new Date('2026-11-28T22:00:00Z'));
    expect(ids(saturday.now)).toEqual(['noodnummer', 'politie']);
    expect(saturday.later).toMatchObject([
      { line: { id: 'comensha' }, state: 'closed', opensAt: { date: '2026-11-30', time: '09:00' } },
    ]);
  });

  it('in danger is 112, always, and nobody else', () => {
    const danger = whoToCall(lines, 'acute-danger', new Date('2026-12-25T03:00:00Z'));
    expect(ids(danger.now)).toEqual(['noodnummer']);
    expect(danger.later).toEqual([]);
  });

  it('never names a closed line first, at any hour of two years', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SITUATIONS),
        fc.integer({ min: 0, max: 2 * 365 * 24 * 4 }),
        (situation, quarter) => {
          const { now, later } = whoToCall(
            [...lines, night],
            situation,
            new Date(Date.UTC(2026, 10, 25) + quarter * 900_000),
          );
          expect(now.length).toBeGreaterThan(0);
          for (const { state } of now) expect(state).toBe('open');
          for (const { state } of later) expect(state).not.toBe('open');
        },
      ),
      { seed: 20261125 },
    );
  });

  it('takes the edition that has started', () => {
    const next = { ...edition, id: '2027-05', validFrom: day('2027-05-01') };
    expect(editionOn([next, edition], day('2026-11-24'))).toBeUndefined();
    expect(editionOn([next, edition], day('2027-04-30'))?.id).toBe(edition.id);
    expect(editionOn([next, edition], day('2027-05-01'))?.id).toBe('2027-05');
  });
});

describe('the shipped lines', () => {
  it('are well formed: own id, dialable number, known situations, a source', () => {
    expect(new Set(ids(lines.map((line) => ({ line })))).size).toBe(lines.length);
    for (const line of lines) {
      expect(line.number, line.id).toMatch(/^(112|0[89]00-\d{4}|0\d{2}-\d{3} \d{2} \d{2})$/);
      expect(line.situations.length, line.id).toBeGreaterThan(0);
      for (const situation of line.situations) expect(SITUATIONS).toContain(situation);
      expect(line.source.length, line.id).toBeGreaterThan(0);
      expect(Array.isArray(line.languages) || line.languages === null).toBe(true);
      if (line.hours === null || line.hours === 'always') continue;
      for (const span of Object.values(line.hours).flat()) {
        expect(span).toMatch(/^([01]\d|2[0-3]):[0-5]\d-([01]\d:[0-5]\d|2[0-3]:[0-5]\d|24:00)$/);
        expect(span.slice(0, 5) < span.slice(6), span).toBe(true);
      }
    }
  });

  it('never call general knowledge verified', () => {
    for (const line of lines) expect(line.verifiedOn === null, line.id).toBe(line.mark === 'own');
  });

  it('hold no number that the field says not to publish', () => {
    expect(lines.map(({ number }) => number)).not.toContain('0800-1813');
  });

  it('say the same of every line in English, and nothing that is not known', () => {
    for (const line of lines) {
      const words = wordsOf(line, 'en');
      expect(words.language, line.id).toBe('en');
      expect(words.when, line.id).not.toBe(line.when);
      expect([words.cost === null, words.languages === null, words.chat === null], line.id).toEqual([
        line.cost === null,
        line.languages === null,
        line.chat === null,
      ]);
    }
  });

  it('are those of the edition before, with words added, and no fact changed but what a public page told', () => {
    const told: Readonly<Record<string, readonly string[]>> = {
      politie: ['cost', 'source'],
      'veilig-thuis': ['hours', 'cost', 'isAnonymous', 'chat', 'source'],
      'meld-misdaad-anoniem': ['cost', 'arePoliceTold', 'source'],
      arbeidsinspectie: ['cost', 'source'],
      kindertelefoon: ['cost', 'isAnonymous', 'chat', 'source'],
      'centrum-seksueel-geweld': ['cost', 'isAnonymous', 'chat', 'source'],
      slachtofferhulp: ['cost', 'source'],
    };
    const without = (line: { readonly id: string }) =>
      Object.entries(line).filter(
        ([name, value]) =>
          name !== 'english' && !(ADDED.includes(name) && value === null) && !told[line.id]?.includes(name),
      );
    expect(lines.map(without)).toEqual(before.lines.map(without));
    for (const id of Object.keys(told))
      expect([id, lines.find((line) => line.id === id)?.source]).toEqual([
        id,
        expect.stringMatching(/\.nl, [A-Z]|\.blue, \d/),
      ]);
  });
});

/** What editions before did not say; not known until somebody reads or checks it. */
const ADDED: readonly string[] = ['chat', 'verifiedBy'];

describe('the words of a line', () => {
  it('are Dutch, and say so, when nobody wrote them in English', () => {
    const { english, ...dutchOnly } = comensha;
    expect(wordsOf(dutchOnly, 'en')).toMatchObject({ language: 'nl', when: comensha.when });
    expect(wordsOf(comensha, 'nl')).toMatchObject({ language: 'nl', when: comensha.when });
  });
});

describe('lines on paper', () => {
  it('are those of the situation and those that stand in at night, whatever the hour of printing', () => {
    const printed = linesOnPaper(lines, 'possible-victim', day('2026-11-30'));
    expect(ids(printed)).toEqual(['noodnummer', 'politie', 'comensha']);
    expect(printed.every((line) => !('state' in line))).toBe(true);
  });

  it('say of a number that nobody checked for six months that it must be', () => {
    const [, , later] = linesOnPaper(lines, 'possible-victim', day('2027-12-01'));
    expect(later).toMatchObject({ line: { id: 'comensha' }, needsVerification: true });
  });
});
