/** Municipalities, regions and partners, each with the days between which it exists. */

export { type Capability, mandateOn } from './domain/mandate.ts';
export { municipalHistory, UNKNOWN_START } from './domain/merger.ts';
export { latestPopulation, type Municipality as MunicipalityReference } from './domain/municipality.ts';
export { membershipsFrom } from './domain/region-membership.ts';
export {
  allLines,
  type CallAdvice,
  type ContactLine,
  isDialable,
  linesNeedingVerification,
  linesOnPaper,
  type Situation,
  type WhoToCall,
  whoToCall,
  wordsOf,
  workingHours,
} from './domain/who-to-call.ts';
export { registerOrganisationRoutes } from './http/routes.tsx';
export { CallList, CallSheet } from './ui/who-to-call.tsx';
export { CONTACT_LINES, contactLinesToday } from './use-cases/contact-lines.ts';
export {
  carriersOfAll,
  carriersToday,
  dissolvedMunicipalities,
  listMunicipalities,
  lookUpMunicipality,
  type Municipality,
  membersOfRegion,
  organisationByCode,
  type Predecessor,
  predecessorsOf,
} from './use-cases/look-up-municipality.ts';
export {
  giveMandate,
  holdMandate,
  type MandateRow,
  mandatesGivenBy,
  mandatesHeldBy,
  mayActFor,
  runningMandatesByGiver,
} from './use-cases/mandates.ts';
export { type MunicipalMerger, mergeMunicipalities } from './use-cases/merge-municipalities.ts';
export { type NamedOrganisation, organisationById, organisationsOfKind } from './use-cases/named-organisations.ts';
export { type DatedMembership, membershipsOfKinds, municipalDays } from './use-cases/regions-of-municipalities.ts';
export { similarTo } from './use-cases/similar-municipalities.ts';
