import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import type { KeepTables } from '../../../platform/retention/keep-record.ts';
import type { PracticeTables } from '../persistence/practice-store.ts';

/** What deeds of this feature touch: what was sent in, what is published, and telling people about it. */
export type LibraryTables = PracticeTables | 'practices.submission' | DeadlineTables | KeepTables;

/** The rooms of the library. */
export const LIBRARY_PATH = '/praktijk';
export const SUBMISSIONS_PATH = `${LIBRARY_PATH}/inzendingen`;
export const MODERATION_PATH = `${LIBRARY_PATH}/nakijken`;
export const PEERS_PATH = `${LIBRARY_PATH}/gemeenten-zoals-u`;
export const CONTACT_PATH = `${LIBRARY_PATH}/contact`;
export const QUESTIONS_PATH = `${LIBRARY_PATH}/vragen`;
export const questionPath = (id: string) => `${QUESTIONS_PATH}/${id}`;
export const practicePath = (id: string) => `${LIBRARY_PATH}/${id}`;

/** What people hear about the library. */
export const NOTICES = {
  submitted: 'practices.submitted',
  published: 'practices.published',
  returned: 'practices.returned',
  review: 'practices.review',
  unanswered: 'practices.unanswered',
  contactAsked: 'practices.contact-asked',
  contactAnswered: 'practices.contact-answered',
} as const;
