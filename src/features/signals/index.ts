/** What can be noticed, the check that advises what to do with it, and passing a signal on. */

export { neverASignal } from './domain/never-a-signal.ts';
export type { PassedOn } from './domain/pass-on.ts';
export { normalisedPlace, signalCode } from './domain/signal-report.ts';
export type { Recognised } from './domain/weighing.ts';
export { registerCatalogueRoutes } from './http/catalogue-routes.tsx';
export { registerCheckRoutes } from './http/check-routes.tsx';
export { registerFollowUpRoutes } from './http/follow-up-routes.tsx';
export { registerPhotoRoutes } from './http/photo-routes.tsx';
export { registerSignalRoutes } from './http/signal-routes.tsx';
export { PASSED_ON_TREND } from './ui/passed-on-trend.ts';
export { SIGNAL_CATALOGUE } from './use-cases/catalogue-content.ts';
export { SIGNAL_CHANNELS } from './use-cases/channel-content.ts';
export { CLOSE_REPORT } from './use-cases/close-report.ts';
export { answerVictimCheck, closureEraser, intendClosure } from './use-cases/closures.ts';
export { recordLooked } from './use-cases/enrich.ts';
export { SIGNAL_CONSULTATION, SIGNAL_HANDOVER } from './use-cases/exchange-receivers.ts';
export { addPartner, inspectionEraser, makeReady, planInspection, prepareInspection } from './use-cases/inspections.ts';
export { offenderEraser } from './use-cases/offenders.ts';
export { countSignal, passOn } from './use-cases/pass-on.ts';
export { receiptWork } from './use-cases/receipt-work.ts';
export { recordForSource } from './use-cases/record-for-source.ts';
export { SHARING_LINES } from './use-cases/sharing-lines.ts';
export { signalEraser } from './use-cases/signal-eraser.ts';
export { SIGNAL_TEXTS } from './use-cases/signal-texts.ts';
export { takeUp } from './use-cases/take-up.ts';
export { FEEDBACK_TEXTS, reporterUpdateWork } from './use-cases/tell-reporter.ts';
export { LOWER_ACUTE, weighReport } from './use-cases/weigh-report.ts';
