/** The processing register, the start gate, who may reach which dossier, breaches, and requests of people about their data. */
export type { Evidence } from './domain/evidence.ts';
export {
  activityOn,
  activityVersion,
  type Measure,
  type ProcessingActivity,
  type ProcessingRegister,
  type RetentionRule,
} from './domain/processing-activity.ts';
export type { ReceivedPlace } from './domain/rights-request.ts';
export { GATED_FEATURES, gatedFeature, TICK_KINDS, type TickKind } from './domain/start-gate.ts';
export { GATE_READERS } from './http/gate-routes.tsx';
export { registerPrivacyRoutes } from './http/routes.ts';
export { ClosedFeaturePage } from './ui/closed-feature-page.tsx';
export { privacyArrivals } from './use-cases/erased-elsewhere.ts';
export { incidentEraser } from './use-cases/incidents.ts';
export { noticeUse } from './use-cases/noticed.ts';
export { PRIVACY_TEXTS } from './use-cases/privacy-texts.ts';
export { rightsEraser } from './use-cases/rights-requests.ts';
export { isFeatureOpen, readGate, recordTicks } from './use-cases/start-gate.ts';
