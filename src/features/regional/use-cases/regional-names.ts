import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import type { MessageKind } from '../../../platform/exchange/message-kind.ts';

export const TABLE_PATH = '/regio/tafel';
export const TOGETHER_PATH = '/aanpak/samen-in-de-regio';

export const NOTICES = { agreed: 'regional.agreed', remark: 'regional.remark' } as const;

/** What a region and a municipality say to each other about a joint action. */
export const JOINT_REMARK: MessageKind = {
  kind: 'regio-opmerking',
  label: 'Opmerking bij een actie van de regionale tafel, zonder personen',
  activity: 'VA-12',
  data: ['D1'],
  requiresConsent: false,
};

/** What people hear of the table of their region. */
export const REGIONAL_TEXTS: DeadlineTexts = {
  [NOTICES.agreed]: () => ({
    title: 'Uw regio sprak een actie af',
    description: 'Neem haar over in uw plan, met één druk. De regio ziet dat.',
  }),
  [NOTICES.remark]: () => ({
    title: 'Er staat een opmerking bij een actie van de regio',
    description: 'Lees haar bij de actie. Wilt u iets terugzeggen, dan kan dat daar.',
  }),
};
