/** Bringing possible victims into view at the national register: may I report, reporting, and the register's own list. */

export {
  CONSENT_MONTHS,
  type ConsentRefusal,
  GIVERS,
  LANGUAGES,
  MANNERS,
  REPRESENTATIVES,
  WISHES,
} from './domain/consent.ts';
export { type HelpContent, VITAL_INTERESTS } from './domain/help-request.ts';
export { blockingValues, TOKENS } from './domain/linkage/blocking.ts';
export {
  AGE_GROUPS,
  type AgeGroup,
  EXPLOITATION_FORMS,
  GENDERS,
  identityKey,
  isRegistrationCode,
  NOTHING_KNOWN,
  type PartialDate,
  REGIONS,
  type RegistrationContent,
  readPartialDate,
  registrationCode,
  writePartialDate,
} from './domain/registration.ts';
export { GRANTABLE_KINDS } from './domain/reporter-roles.ts';
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
export { ConsentForm, consentOf, REFUSED_AT as CONSENT_REFUSED_AT, textsIn } from './http/registration-form.ts';
export { registerRegistrationRoutes, unlessClosed } from './http/registration-routes.tsx';
export { registerReporterKindRoutes } from './http/reporter-kind-routes.tsx';
export { registerSeriesRoutes } from './http/series-routes.tsx';
export { callTaskOf } from './http/who.ts';
export { registerReceivedYearlyRoutes } from './http/yearly-received-routes.tsx';
export { registerYearlyRoutes } from './http/yearly-routes.tsx';
export { ConsentFields } from './ui/consent-fields.tsx';
export { choicesOf } from './ui/guide-words.ts';
export { REGISTER_LISTS, REGISTERED_TREND } from './ui/insight-series.ts';
export {
  AGE_GROUP_WORDS,
  FORM_WORDS,
  GENDER_WORDS,
  GIVER_WORDS,
  LANGUAGE_WORDS,
  MANNER_WORDS,
  REGION_WORDS,
  VITAL_WORDS,
} from './ui/registration-words.ts';
export { StartCallForm } from './ui/start-call-form.tsx';
export { bulkWork } from './use-cases/bulk-work.ts';
export { CHECK_EMERGENCY } from './use-cases/check-emergency.ts';
export { CONSENT_DECLARATIONS } from './use-cases/consent-declarations.ts';
export { type ConsentInput, recordRegistrationConsent, wordsDigest } from './use-cases/consents.ts';
export { type DraftFromHelpTables, draftFromHelp } from './use-cases/draft-from-help.ts';
export { type Draft as RegistrationDraft, draftRegistration } from './use-cases/draft-registration.ts';
export { HELP_ANSWER } from './use-cases/help-answer.ts';
export { ageBand, agesDisagree, judgeHelpConsent } from './use-cases/help-consent.ts';
export { acceptHelp } from './use-cases/help-inbox.ts';
export { askForHelp } from './use-cases/help-requests.ts';
export {
  type KnownForPlace,
  knownByCall,
  knownByHelp,
  mayStillHelp,
} from './use-cases/known-for-place.ts';
export { linkageWork } from './use-cases/link-records.ts';
export { type RegistrationView, readRegistration } from './use-cases/read-registrations.ts';
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
export { GRANT_REPORTER_KIND } from './use-cases/reporter-kinds.ts';
export { sendRegistration } from './use-cases/send-registration.ts';
export { takeIn } from './use-cases/take-in.ts';
export { withdrawalWork } from './use-cases/withdrawal-work.ts';
export { YEARLY_DELIVERY } from './use-cases/yearly-delivery.ts';
