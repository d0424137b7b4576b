import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import {
  allLines,
  type CallAdvice,
  type ContactLine,
  contactLinesToday,
  isDialable,
  type Situation,
} from '../../organisations/index.ts';

/** A line to call as the check names it, in both languages. */
export interface CheckLine {
  readonly id: string;
  readonly name: string;
  readonly when: string;
  readonly number: string;
  readonly english: { readonly name: string; readonly when: string } | undefined;
  readonly state: 'open' | 'closed' | 'unknown';
  readonly opensAt: CallAdvice['opensAt'];
  /** When it is open: what paper says, which does not know what time it is. */
  readonly hours: ContactLine['hours'];
  readonly isDialable: boolean;
  /** Named when no line that fits is open. */
  readonly isFallback: boolean;
  readonly situations: readonly Situation[];
}

/** Every line, who is open now first: a closed one is never the first advice. */
export async function checkLines(tx: Tx<'content.edition'>, { now, today }: DomainTime): Promise<readonly CheckLine[]> {
  const { now: open, later } = allLines(await contactLinesToday(tx, today), now);
  return [...open, ...later].map((advice) => ({
    id: advice.line.id,
    name: advice.line.name,
    when: advice.line.when,
    number: advice.line.number,
    english: advice.line.english,
    state: advice.state,
    opensAt: advice.opensAt,
    hours: advice.line.hours,
    isDialable: isDialable(advice),
    isFallback: advice.line.isFallback,
    situations: advice.line.situations,
  }));
}

/** Lines for any of these situations, behind what is always open when none of them is: a closed line is never the first advice. */
export function linesAbout(lines: readonly CheckLine[], situations: readonly Situation[]): readonly CheckLine[] {
  const fitting = lines.filter((line) => line.situations.some((situation) => situations.includes(situation)));
  if (fitting.some(({ state }) => state === 'open')) return fitting;
  const standingIn = lines.filter((line) => line.isFallback && line.state === 'open' && !fitting.includes(line));
  return [...standingIn, ...fitting];
}
