import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { ELEMENT_LAPSES } from './record-focal-point.ts';

/** What the deadlines of the approach say on the home page. */
export const APPROACH_DEADLINES: DeadlineTexts = {
  [ELEMENT_LAPSES]: ({ onderdeel }, isOverdue) => ({
    title: isOverdue
      ? `Aandachtsfunctionaris (${onderdeel}) is vervallen`
      : `Aandachtsfunctionaris (${onderdeel}) loopt af`,
    description: isOverdue
      ? 'Het land ziet dit onderdeel nu als vervallen. Leg een nieuw besluit vast.'
      : 'Leg op tijd een nieuw besluit vast. Dan blijft dit onderdeel geregeld.',
  }),
};
