import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';

export const TABLE_PATH = '/regio/tafel';
export const TOGETHER_PATH = '/aanpak/samen-in-de-regio';

export const NOTICES = { agreed: 'regional.agreed' } as const;

/** What people hear of the table of their region. */
export const REGIONAL_TEXTS: DeadlineTexts = {
  [NOTICES.agreed]: () => ({
    title: 'Uw regio sprak een actie af',
    description: 'Neem haar over in uw plan, met één druk. De regio ziet dat.',
  }),
};
