/** What municipalities did, what it did, and what did not work: told, looked over, found and taken over. */
export type { PracticeContent } from './domain/practice.ts';
export { registerPracticeRoutes } from './http/routes.tsx';
export { askContact } from './use-cases/contacts.ts';
export { PRACTICE_TEXTS } from './use-cases/deadline-texts.ts';
export { sayWorksHere, takeOver } from './use-cases/library.ts';
export { publish, readWaiting } from './use-cases/moderate.ts';
export { PRACTICE_ERASERS } from './use-cases/practice-erasers.ts';
export { answerQuestion, askQuestion } from './use-cases/questions.ts';
export { QUESTIONS_LETTER } from './use-cases/questions-letter.ts';
export { submitPractice } from './use-cases/submit.ts';
