import { REFERRAL_MESSAGES, REFERRAL_REMARK, REFERRAL_ROOM } from '../features/care/index.ts';
import { CONTACT_REQUEST, type OwnRooms } from '../features/collaboration/index.ts';
import {
  ACTION_REMARK,
  BROUGHT_MESSAGES,
  CONSULTATION_MESSAGES,
  CONSULTATION_ROOM,
} from '../features/consultation/index.ts';
import { JOINT_REMARK } from '../features/regional/index.ts';
import {
  HELP_MESSAGES,
  QUESTION_MESSAGES,
  REGISTRATION_MESSAGES,
  YEARLY_MESSAGE,
} from '../features/registration/index.ts';
import { SHELTER_ADDRESS, SHELTER_GUEST } from '../features/shelter/index.ts';
import { SIGNAL_CONSULTATION, SIGNAL_HANDOVER } from '../features/signals/index.ts';
import { ERASED_ELSEWHERE } from '../platform/exchange/erasure.ts';
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
  SHELTER_GUEST,
  ...REFERRAL_MESSAGES,
  REFERRAL_REMARK,
  ...CONSULTATION_MESSAGES,
  ACTION_REMARK,
  ...BROUGHT_MESSAGES,
  JOINT_REMARK,
  ERASED_ELSEWHERE,
];

const kindsOf = (
  kinds: readonly MessageKind[],
  room: OwnRooms extends ReadonlyMap<string, infer Room> ? Room : never,
) => kinds.map(({ kind }) => [kind, room] as const);

/** Which kinds are answered and taken back in a room of their own: there a case begins, or a consent ends. */
export const MESSAGE_ROOMS: OwnRooms = new Map([
  ...kindsOf([REFERRAL_REMARK], { label: 'bij de verwijzing' }),
  ...kindsOf([JOINT_REMARK], { label: 'bij de actie van de regio' }),
  ...kindsOf([ERASED_ELSEWHERE], { label: 'bij de verzoeken van het privacyloket' }),
  ...kindsOf(BROUGHT_MESSAGES, { label: 'bij het overleg' }),
  ...kindsOf([ACTION_REMARK], { label: 'bij de actie uit het overleg' }),
  ...kindsOf(REFERRAL_MESSAGES, { label: 'bij de verwijzingen', received: REFERRAL_ROOM }),
  ...kindsOf([...REGISTRATION_MESSAGES, ...HELP_MESSAGES, ...QUESTION_MESSAGES], { label: 'bij de aanmelding' }),
  ...kindsOf(CONSULTATION_MESSAGES, { label: 'bij het overleg', received: CONSULTATION_ROOM }),
  ...kindsOf([YEARLY_MESSAGE], { label: 'bij de jaarlijkse gegevens' }),
]);
