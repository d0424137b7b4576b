import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';

/** Mail to a colleague comes back: for whoever manages the organisation. */
export const BOUNCED_ADDRESS = 'messages.bounced-address';
/** Where those colleagues are listed. */
export const UNREACHABLE_PATH = '/berichten/onbestelbaar';

/** What messages about messages say on the home page. */
export const MESSAGE_TEXTS: DeadlineTexts = {
  [BOUNCED_ADDRESS]: () => ({
    title: 'E-mail aan een collega komt niet aan',
    description: 'Tot het adres is aangepast, krijgt die collega geen e-mail van In Beeld.',
  }),
};
