import { expect, it } from 'vitest';
import { day } from '../../../shared-kernel/plain-date.ts';
import { nextStepBy, type OpenEnds } from './next-step.ts';

const friday = day('2026-11-27');
const nothing: OpenEnds = { handovers: [], consultations: [], answers: undefined, isReporterAnswered: true };
const handed = { receivedOn: undefined, declinedOn: undefined, answerBy: day('2026-12-04') };

it('waits for the first of what is open, counted in working days', () => {
  expect(nextStepBy({ ...nothing, handovers: [handed] }, friday)).toBe('2026-12-04');
  const asked = { askedOn: friday, answeredOn: undefined };
  expect(nextStepBy({ ...nothing, handovers: [handed], consultations: [asked] }, friday)).toBe('2026-12-02');
  expect(nextStepBy({ ...nothing, answers: { lookAgainOn: day('2026-12-01') }, handovers: [handed] }, friday)).toBe(
    '2026-12-01',
  );
});

it('does not wait for what was answered, except that whoever passed it on must hear', () => {
  const done = {
    handovers: [{ ...handed, receivedOn: friday }],
    consultations: [{ askedOn: friday, answeredOn: friday }],
  };
  expect(nextStepBy({ ...nothing, ...done }, friday)).toBeUndefined();
  expect(nextStepBy({ ...nothing, ...done, isReporterAnswered: false }, friday)).toBe('2026-12-04');
});
