import { caseEraser } from '../features/care/index.ts';
import { CONSULTATION_ERASERS } from '../features/consultation/index.ts';
import { LEARNING_ERASERS } from '../features/learning/index.ts';
import { PRACTICE_ERASERS } from '../features/practices/index.ts';
import { incidentEraser, rightsEraser } from '../features/privacy/index.ts';
import {
  bulkEraser,
  callEraser,
  helpRequestEraser,
  recordEraser,
  registrationEraser,
} from '../features/registration/index.ts';
import { disclosureEraser } from '../features/sharing/index.ts';
import { placementEraser, requestEraser } from '../features/shelter/index.ts';
import { closureEraser, inspectionEraser, offenderEraser, signalEraser } from '../features/signals/index.ts';
import { supportEraser } from '../features/support/index.ts';
import { approvalEraser } from '../platform/approvals/approval-eraser.ts';
import { messageEraser } from '../platform/exchange/erase-message.ts';
import { monthEraser } from '../platform/retention/erase-months.ts';
import type { Eraser } from '../platform/retention/erase-work.ts';

/** How each kind of record with a term is erased. A feature whose records have one adds its own here. */
export const ERASERS: readonly Eraser[] = [
  approvalEraser,
  messageEraser,
  monthEraser,
  signalEraser,
  inspectionEraser,
  closureEraser,
  offenderEraser,
  registrationEraser,
  recordEraser,
  helpRequestEraser,
  bulkEraser,
  callEraser,
  caseEraser,
  requestEraser,
  placementEraser,
  incidentEraser,
  rightsEraser,
  disclosureEraser,
  supportEraser,
  ...PRACTICE_ERASERS,
  ...LEARNING_ERASERS,
  ...CONSULTATION_ERASERS,
];
