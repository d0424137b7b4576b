import { REFERRAL_MESSAGES } from '../features/care/index.ts';
import { CONTACT_REQUEST } from '../features/collaboration/index.ts';
import {
  HELP_MESSAGES,
  QUESTION_MESSAGES,
  REGISTRATION_MESSAGES,
  YEARLY_MESSAGE,
} from '../features/registration/index.ts';
import { SHELTER_ADDRESS } from '../features/shelter/index.ts';
import { SIGNAL_CONSULTATION, SIGNAL_HANDOVER } from '../features/signals/index.ts';
import type { MessageKind } from '../platform/exchange/message-kind.ts';

/** Every kind of message between organisations, by the feature that sends it. A feature with its own adds it here. */
export const MESSAGE_KINDS: readonly MessageKind[] = [
  CONTACT_REQUEST,
  SIGNAL_CONSULTATION,
  SIGNAL_HANDOVER,
  ...REGISTRATION_MESSAGES,
  ...HELP_MESSAGES,
  ...QUESTION_MESSAGES,
  YEARLY_MESSAGE,
  SHELTER_ADDRESS,
  ...REFERRAL_MESSAGES,
];
