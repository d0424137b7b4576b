/** The table of a region: gaps, trends, and what its municipalities do together. Never a person. */
export { registerRegionalRoutes } from './http/routes.tsx';
export { REMARK_ARRIVALS as REGIONAL_REMARK_ARRIVALS } from './use-cases/joint-remarks.ts';
export { agreeAction } from './use-cases/region-table.ts';
export { JOINT_REMARK, REGIONAL_TEXTS } from './use-cases/regional-names.ts';
