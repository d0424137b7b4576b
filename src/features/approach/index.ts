/** Where a municipality stands, what it arranged, and what the country sees of it. */
export type { FocalPointFacts } from './domain/focal-point.ts';
export { registerApproachRoutes } from './http/routes.tsx';
export { APPROACH_DEADLINES } from './use-cases/deadline-texts.ts';
export { recordFocalPointFacts } from './use-cases/record-focal-point.ts';
