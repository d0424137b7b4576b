import { expect, it } from 'vitest';
import { BARRIERS, type BarrierFacts, checkBarrierAction, openBarriers } from './barrier.ts';

const FACTS: BarrierFacts = {
  barrier: 'housing',
  title: 'Huisvesting controleren bij inschrijving',
  facilitator: 'unaware',
  carriedBy: 'toezichthouder wonen',
  state: 'running',
  planActionId: undefined,
  instrument: 'huisvesting',
};
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error!.code);

it('lets nothing run that nobody carries', () => {
  expect(codeOf(checkBarrierAction({ ...FACTS, carriedBy: undefined }, []))).toBe('nobody-carries');
  expect(codeOf(checkBarrierAction({ ...FACTS, carriedBy: undefined, state: 'idea' }, []))).toBe('ok');
  expect(codeOf(checkBarrierAction(FACTS, []))).toBe('ok');
});

it('links only to an action of the own plan', () => {
  expect(codeOf(checkBarrierAction({ ...FACTS, planActionId: 'a' }, ['b']))).toBe('unknown-plan-action');
  expect(codeOf(checkBarrierAction({ ...FACTS, planActionId: 'a' }, ['a', 'b']))).toBe('ok');
});

it('calls a barrier open when nothing runs or was done there', () => {
  expect(openBarriers([])).toEqual(BARRIERS);
  const actions = [
    { barrier: 'housing', state: 'running' },
    { barrier: 'work', state: 'done' },
    { barrier: 'finance', state: 'idea' },
    { barrier: 'identity', state: 'stopped' },
  ] as const;
  expect(openBarriers(actions)).toEqual(['recruitment', 'identity', 'finance', 'communication']);
});
