/** «Mag ik dit delen?», and what was shared with whom, on which basis. */
export { registerSharingRoutes } from './http/routes.tsx';
export { disclosureEraser } from './use-cases/disclosures.ts';
export { SHARING_RULES } from './use-cases/sharing-rules.ts';
