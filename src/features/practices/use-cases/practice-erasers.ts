import type { Tx } from '../../../platform/db/transact.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { deleteContact } from '../persistence/contact-store.ts';
import { deleteSubmission } from '../persistence/submission-store.ts';

const SUBMISSION = 'practices.submission';
const CONTACT = 'practices.contact';

const keeping =
  (kind: string, rule: string) => (tx: Tx<KeepTables>, tenantId: string, id: string, startsOn: PlainDate) =>
    keepRecord(tx, { tenantId, rule, subject: { kind, id }, startsOn });

/** Counts how long what was sent in, with the name of who did, is kept: anew with each decision. */
export const keepSubmission = keeping(SUBMISSION, 'submission');

/** Counts how long a request for contact, with the names of who asked and who answered, is kept. */
export const keepContact = keeping(CONTACT, 'contact-request');

/** How what professionals sent each other is erased once its term is over. What was published stays: no person is in it. */
export const PRACTICE_ERASERS: readonly Eraser[] = [
  {
    subjectKind: SUBMISSION,
    erase: async (tx, { tenantId, id }) => ({ [SUBMISSION]: await deleteSubmission(tx, tenantId, id) }),
  },
  {
    subjectKind: CONTACT,
    erase: async (tx, { tenantId, id }) => ({ [CONTACT]: await deleteContact(tx, tenantId, id) }),
  },
];
