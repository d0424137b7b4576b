/** How people hear that something waits for them: messages to open, mail without content but for one weekly letter, and their own choice about it. */
export { registerMessageRoutes } from './http/routes.tsx';
export { BOUNCED_ADDRESS, MESSAGE_TEXTS, UNREACHABLE_PATH } from './use-cases/message-texts.ts';
