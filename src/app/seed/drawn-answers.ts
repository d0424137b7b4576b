import { currentFramework, type ElementState, type FrameworkElement } from '../../features/approach/index.ts';
import { addDays, addMonths, type PlainDate } from '../../shared-kernel/plain-date.ts';

export const NO_PROOF = {
  title: undefined,
  link: undefined,
  fileId: undefined,
  documentOn: undefined,
  adoptingBody: undefined,
  decidedOn: undefined,
  validUntil: undefined,
} as const;

/** An answer to every element, as a municipality of this maturity (0 nothing, 1 everything in use) would give. Drawn, not judged. */
export function drawnAnswers(maturity: number, on: PlainDate, random: () => number) {
  return currentFramework().elements.map((element) => ({
    element: element.id,
    seenVersion: 0,
    facts: answerOf(element, maturity, random(), on),
  }));
}

function answerOf(element: FrameworkElement, maturity: number, draw: number, on: PlainDate) {
  const state = stateFor(element, maturity, draw);
  const isThere = state === 'present' || state === 'working' || state === 'regional';
  return {
    state,
    evidence: {
      ...NO_PROOF,
      title: isThere ? `Voorbeeldbewijs ${element.id} (fictief)` : undefined,
      adoptingBody: isThere && element.id === 'K1.1' ? 'College van B&W' : undefined,
      decidedOn: isThere ? addDays(on, -Math.floor(30 + draw * 300)) : undefined,
      validUntil: isThere ? addMonths(on, 9 + Math.floor(draw * 27)) : undefined,
    },
    regionId: undefined,
    reason: undefined,
    remark: undefined,
  };
}

function stateFor({ plateau, theme, showsUse }: FrameworkElement, maturity: number, draw: number): ElementState {
  const isThere = draw < (plateau === 'basis' ? maturity : maturity - 0.5);
  if (!isThere) return draw < maturity + 0.1 ? 'started' : 'absent';
  if (showsUse && draw < maturity - 0.4) return 'working';
  return theme === '5' && draw > 0.6 ? 'regional' : 'present';
}
