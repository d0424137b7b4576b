/** Municipalities, regions and partners, each with the days between which it exists. */
export { municipalHistory, UNKNOWN_START } from './domain/merger.ts';
export { latestPopulation, type Municipality as MunicipalityReference } from './domain/municipality.ts';
export { membershipsFrom } from './domain/region-membership.ts';
export { registerOrganisationRoutes } from './http/routes.tsx';
export {
  carriersToday,
  listMunicipalities,
  lookUpMunicipality,
  type Municipality,
  membersOfRegion,
  type Predecessor,
  predecessorsOf,
} from './use-cases/look-up-municipality.ts';
export { holdMandate, type MandateRow, mandatesHeldBy, runningMandatesByGiver } from './use-cases/mandates.ts';
export { type MunicipalMerger, mergeMunicipalities } from './use-cases/merge-municipalities.ts';
