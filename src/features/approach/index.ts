/** Where a municipality stands, what it arranged, and what the country sees of it. */
export { countsOn, type ElementState, type Fact, type FactSource, isArranged, type NewFact } from './domain/fact.ts';
export type { FocalPointFacts } from './domain/focal-point.ts';
export {
  elementById,
  elementsOf,
  type Framework,
  type FrameworkElement,
  type ProposedAction,
  TRACKS,
  type Track,
} from './domain/framework.ts';
export { levelsOn, type ThemeResult } from './domain/levels.ts';
export { holdsToday } from './domain/monitor-state.ts';
export { cvdrLink, readCvdr } from './domain/public-fact.ts';
export { SITUATION_WORDS, SITUATIONS, WITHIN_WORDS } from './domain/reporting-route.ts';
export type { TrendPoint } from './domain/standing-trend.ts';
export { attentionTasks, detailed } from './http/attention-tasks.ts';
export { registerApproachRoutes } from './http/routes.tsx';
export { approachSection } from './http/seen-by-others-routes.tsx';
export { STATEMENT_REFUSED } from './http/statement-form.ts';
export type { StandingTables } from './persistence/standing-query.ts';
export { TRACK_NAMES } from './ui/plan-words.ts';
export { BODY_CHOICES } from './ui/public-fact-words.ts';
export { adoptPlan, readAdoptions } from './use-cases/adoption.ts';
export {
  type RenewTables as FactTables,
  readAnchoring,
  reportAndAnchor as reportFact,
} from './use-cases/anchoring.ts';
export { attentionDoor, readAttention } from './use-cases/attention.ts';
export { readAttentionDetails } from './use-cases/attention-details.ts';
export { keepBarrierAction } from './use-cases/barriers.ts';
export { SOURCE_FOUND } from './use-cases/close-sources.ts';
export { APPROACH_DEADLINES } from './use-cases/deadline-texts.ts';
export { currentFacts } from './use-cases/facts.ts';
export { currentFramework, FRAMEWORK_CONTENT, frameworkEditions, frameworkOf } from './use-cases/framework-editions.ts';
export { keepInstrument, logUse } from './use-cases/instruments.ts';
export { arrangedAt, MONITOR_ELEMENTS, type MonitorTables, publishedByAll, readMonitor } from './use-cases/monitor.ts';
export { readTrend } from './use-cases/monitor-trend.ts';
export {
  followAllDepartures as followDepartures,
  keepPlan,
  type PlanTables as ActionTables,
} from './use-cases/plan.ts';
export { type ActionInput, actionFrom, addAction, moveAction } from './use-cases/plan-actions.ts';
export { rejectPublicFact, sourcesWaiting } from './use-cases/public-fact-answers.ts';
export { enterPublicFacts } from './use-cases/public-facts.ts';
export { choosePublication } from './use-cases/publishing.ts';
export { recordFocalPointFacts } from './use-cases/record-focal-point.ts';
export { publishOffers } from './use-cases/region-offers.ts';
export { readRoute } from './use-cases/reporting-route.ts';
export { openScan } from './use-cases/scan.ts';
export { saveAnswers } from './use-cases/scan-answers.ts';
export { inviteRespondent } from './use-cases/scan-respondents.ts';
export { settleScan } from './use-cases/scan-settlement.ts';
export { recordDrill, recordStatement } from './use-cases/statement.ts';
export { askToDecide } from './use-cases/taken-over.ts';
export { tellUse } from './use-cases/tell-use.ts';
