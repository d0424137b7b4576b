/** Bringing possible victims into view at the national register: may I report, reporting, and the register's own list. */

export type { HelpContent } from './domain/help-request.ts';
export { blockingValues, TOKENS } from './domain/linkage/blocking.ts';
export {
  type AgeGroup,
  EXPLOITATION_FORMS,
  identityKey,
  NOTHING_KNOWN,
  type PartialDate,
  REGIONS,
  type RegistrationContent,
} from './domain/registration.ts';
export { registerRegistrationApiRoutes } from './http/api-routes.ts';
export { registerBulkRoutes } from './http/bulk-routes.tsx';
export { registerCallRoutes } from './http/call-routes.tsx';
export { registerConsentRoutes } from './http/consent-routes.tsx';
export { registerDeclarationRoutes } from './http/declaration-routes.tsx';
export { registerGuideRoutes } from './http/guide-routes.tsx';
export { registerHelpRoutes } from './http/help-routes.tsx';
export { registerHtcdsRoutes } from './http/htcds-routes.tsx';
export { registerQuestionRoutes } from './http/question-routes.tsx';
export { registerNationalRegisterRoutes } from './http/register-routes.tsx';
export { registerRegistrationRoutes } from './http/registration-routes.tsx';
export { registerSeriesRoutes } from './http/series-routes.tsx';
export { registerReceivedYearlyRoutes } from './http/yearly-received-routes.tsx';
export { registerYearlyRoutes } from './http/yearly-routes.tsx';
export { REGISTER_LISTS, REGISTERED_TREND } from './ui/insight-series.ts';
export { bulkWork } from './use-cases/bulk-work.ts';
export { CHECK_EMERGENCY } from './use-cases/check-emergency.ts';
export { CONSENT_DECLARATIONS } from './use-cases/consent-declarations.ts';
export { recordRegistrationConsent } from './use-cases/consents.ts';
export { type Draft as RegistrationDraft, draftRegistration } from './use-cases/draft-registration.ts';
export { HELP_ANSWER } from './use-cases/help-answer.ts';
export { acceptHelp } from './use-cases/help-inbox.ts';
export { askForHelp } from './use-cases/help-requests.ts';
export { linkageWork } from './use-cases/link-records.ts';
export { REGISTRATION_ARRIVALS, REGISTRATION_TEXTS } from './use-cases/registration-arrival.ts';
export {
  bulkEraser,
  callEraser,
  helpRequestEraser,
  recordEraser,
  registrationEraser,
} from './use-cases/registration-erasers.ts';
export {
  HELP_MESSAGES,
  HELP_REQUEST,
  QUESTION_MESSAGES,
  REGISTRATION_MESSAGES,
  YEARLY_MESSAGE,
} from './use-cases/registration-names.ts';
export { REGISTRATION_RULES } from './use-cases/registration-rules.ts';
export { sendRegistration } from './use-cases/send-registration.ts';
export { takeIn } from './use-cases/take-in.ts';
export { withdrawalWork } from './use-cases/withdrawal-work.ts';
export { YEARLY_DELIVERY } from './use-cases/yearly-delivery.ts';
