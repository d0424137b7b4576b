import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { CAPACITY_STALE } from './capacity.ts';

/** What the deadlines of shelter say on the home page. */
export const SHELTER_DEADLINES: DeadlineTexts = {
  [CAPACITY_STALE]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Uw vrije plekken zijn niet bevestigd' : 'Kloppen uw vrije plekken nog?',
    description: isOverdue
      ? 'Wie plaatst, weet niet zeker of het klopt en belt u eerst. Bevestig met één druk, of wijzig het.'
      : 'Bevestig met één druk dat het klopt, of wijzig het.',
  }),
};
