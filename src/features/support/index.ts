/** What municipalities need, asking for it, and one desk of VNG and CoMensha that helps. */
export { registerSupportRoutes } from './http/routes.tsx';
export { type AnswerForAll, answerForAll } from './use-cases/answer-for-all.ts';
export { planHelp, takeRequest } from './use-cases/desk.ts';
export { askSupport } from './use-cases/needs.ts';
export { normWork } from './use-cases/norm-work.ts';
export { begin as beginOnboarding, letBegin, onboardingWork } from './use-cases/onboarding.ts';
export { supportEraser } from './use-cases/request-eraser.ts';
export { SUPPORT_TEXTS } from './use-cases/support-names.ts';
