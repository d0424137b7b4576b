import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared-kernel/plain-date.ts';
import { openSteps } from './case-event.ts';
import { aftercareEnd, type CaseFile, caseStatus, mayStep, stepsIn } from './case-file.ts';
import { SAFETY_ITEMS, type Safety, worries } from './safety.ts';
import { checkSetting } from './setting.ts';

const today = day('2026-12-01');
const file = { version: 3 } as CaseFile;
const started = { ...file, startedOn: day('2026-11-01') };
const closed = { ...started, closedOn: day('2026-12-01') };

describe('how a case stands', () => {
  it('follows from its days', () => {
    expect(caseStatus(file, today)).toBe('new');
    expect(caseStatus(started, today)).toBe('running');
    expect(caseStatus(closed, today)).toBe('closed');
    const after = { ...closed, aftercareUntil: aftercareEnd(day('2026-12-01')) };
    expect([caseStatus(after, day('2027-11-30')), caseStatus(after, day('2027-12-01'))]).toEqual([
      'aftercare',
      'closed',
    ]);
  });

  it('decides what may be done, by who saw it as it is', () => {
    expect(mayStep(file, 'start', 3, today)).toEqual({ ok: true, value: undefined });
    expect(mayStep(file, 'start', 2, today)).toEqual({ ok: false, error: { code: 'changed-meanwhile' } });
    expect(mayStep(closed, 'change', 3, today)).toEqual({ ok: false, error: { code: 'case-moved-on' } });
    expect(stepsIn('closed')).toEqual(['reopen']);
  });
});

it('asks where the agreement stands before a file holds health', () => {
  const full = { depth: 'full', assurance: undefined, caseloadNorm: undefined } as const;
  expect(checkSetting(full)).toEqual({ ok: false, error: { code: 'assurance-missing' } });
  expect(checkSetting({ ...full, assurance: 'Overeenkomst 1-1-2026' }).ok).toBe(true);
  expect(checkSetting({ ...full, depth: 'lean' }).ok).toBe(true);
});

it('names what must be done before what nobody knows, and nothing that is fine', () => {
  const answers = Object.fromEntries(SAFETY_ITEMS.map((item) => [item, 'fine'])) as Safety['answers'];
  const safety = { answers: { ...answers, papers: 'act', danger: 'unknown' } } as Safety;
  expect(worries(safety).map(({ item }) => item)).toEqual(['papers', 'danger']);
});

it('rings until every step of an event was taken', () => {
  expect(openSteps({ kind: 'minor-missing', steps: ['police'] })).toEqual(['guardian', 'reach', 'term', 'others']);
  expect(openSteps({ kind: 'contact', steps: [] })).toEqual([]);
});
