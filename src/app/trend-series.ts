import { TRAINED_TREND } from '../features/learning/index.ts';
import { REGISTERED_TREND } from '../features/registration/index.ts';
import { PASSED_ON_TREND } from '../features/signals/index.ts';
import type { TrendSeries } from '../shared-kernel/trend-series.ts';

/** What is counted for the nation, each from the feature that owns it. */
export const TREND_SERIES: readonly TrendSeries[] = [PASSED_ON_TREND, TRAINED_TREND, REGISTERED_TREND];
