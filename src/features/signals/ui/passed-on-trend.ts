import type { TrendSeries } from '../../../shared-kernel/trend-series.ts';
import { REPORTER_FUNCTIONS } from '../domain/signal-report.ts';
import { FUNCTION_WORDS } from './signal-words.ts';

/** Signals passed on inside municipalities, by the function of who did: for the count of the nation. */
export const PASSED_ON_TREND: TrendSeries = {
  id: 'signalen',
  view: 'signals.insight_passed_on',
  title: 'Doorgegeven signalen',
  kindsTitle: 'Wie het doorgaf',
  source: 'In Beeld, signalen die medewerkers van gemeenten doorgaven',
  meaning:
    'Meer signalen betekent dat meer medewerkers iets herkennen en doorgeven. Het betekent niet dat er meer mensenhandel is.',
  kinds: REPORTER_FUNCTIONS.map((id) => ({ id, name: id === 'unknown' ? 'Niet bekend' : FUNCTION_WORDS[id] })),
};
