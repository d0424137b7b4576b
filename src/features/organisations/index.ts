/** Municipalities, regions and partners, each with the days between which it exists. */
export { municipalHistory, UNKNOWN_START } from './domain/merger.ts';
export { latestPopulation, type Municipality as MunicipalityReference } from './domain/municipality.ts';
export { membershipsFrom } from './domain/region-membership.ts';
export { registerOrganisationRoutes } from './http/routes.tsx';
export {
  listMunicipalities,
  lookUpMunicipality,
  type Municipality,
  membersOfRegion,
} from './use-cases/look-up-municipality.ts';
