/** Where a municipality stands, what it arranged, and what the country sees of it. */
export { countsOn, type ElementState, type Fact, type FactSource, isArranged, type NewFact } from './domain/fact.ts';
export type { FocalPointFacts } from './domain/focal-point.ts';
export {
  elementById,
  elementsOf,
  type Framework,
  type FrameworkElement,
  type ProposedAction,
  type Track,
} from './domain/framework.ts';
export { levelsOn, type ThemeResult } from './domain/levels.ts';
export { registerApproachRoutes } from './http/routes.tsx';
export { followDepartures, readAnchoring, reportAndAnchor as reportFact } from './use-cases/anchoring.ts';
export { APPROACH_DEADLINES } from './use-cases/deadline-texts.ts';
export { currentFacts } from './use-cases/facts.ts';
export { currentFramework, FRAMEWORK_CONTENT, frameworkEditions, frameworkOf } from './use-cases/framework-editions.ts';
export { recordFocalPointFacts } from './use-cases/record-focal-point.ts';
export { openScan, saveAnswers, settleScan } from './use-cases/scan.ts';
