import type { TrendSeries } from '../../../shared-kernel/trend-series.ts';
import { WORK_ROLE_NAMES, WORK_ROLES } from '../../../shared-kernel/work-role.ts';

/** Trainings followed inside municipalities, by the work they are for: for the count of the nation. */
export const TRAINED_TREND: TrendSeries = {
  id: 'trainingen',
  view: 'learning.insight_trained',
  title: 'Gevolgde trainingen',
  kindsTitle: 'Voor welk werk',
  source: 'In Beeld, trainingsregisters van gemeenten',
  meaning:
    'Een training per persoon en per soort werk, geteld in het kwartaal waarin zij is gevolgd. Een gemeente die haar register niet in In Beeld bijhoudt, telt niet mee.',
  kinds: WORK_ROLES.map((id) => ({ id, name: WORK_ROLE_NAMES.nl[id] })),
};
