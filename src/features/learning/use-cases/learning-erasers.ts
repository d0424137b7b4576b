import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { deleteCertificate } from '../persistence/certificate-store.ts';
import { deleteProgress } from '../persistence/progress-store.ts';
import { deleteAttempt } from '../persistence/recognition-store.ts';
import { deleteTrainee } from '../persistence/trainee-store.ts';
import { tellOfRegister } from './learning-facts.ts';
import { ATTEMPT_SUBJECT, CERTIFICATE_SUBJECT, PROGRESS_SUBJECT, TRAINEE_SUBJECT } from './learning-names.ts';

/** How what somebody learned is erased once its term is over; the share of her team follows. */
export const LEARNING_ERASERS: readonly Eraser[] = [
  {
    subjectKind: PROGRESS_SUBJECT,
    erase: async (tx, { tenantId, id }) => ({ 'learning.progress': await deleteProgress(tx, tenantId, id) }),
  },
  {
    subjectKind: ATTEMPT_SUBJECT,
    erase: async (tx, { tenantId, id }) => ({ 'learning.recognition_attempt': await deleteAttempt(tx, tenantId, id) }),
  },
  {
    subjectKind: CERTIFICATE_SUBJECT,
    erase: (tx, { tenantId, id }) => deleteCertificate(tx, tenantId, id),
  },
  {
    subjectKind: TRAINEE_SUBJECT,
    async erase(tx, { tenantId, id }, time) {
      const erased = await deleteTrainee(tx, tenantId, id);
      await tellOfRegister(tx, tenantId, time);
      return erased;
    },
  },
];
