/** The table of a region: gaps, trends, and what its municipalities do together. Never a person. */
export { registerRegionalRoutes } from './http/routes.tsx';
export { agreeAction } from './use-cases/region-table.ts';
export { REGIONAL_TEXTS } from './use-cases/regional-names.ts';
