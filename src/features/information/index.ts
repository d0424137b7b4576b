/** What everybody may read: what In Beeld is, how it treats visitors, and help for who is in trouble. */
export { registerInformationRoutes } from './http/routes.tsx';
export { TRAFFICKING_FORMS } from './use-cases/form-content.ts';
export { HELP_TEXTS } from './use-cases/help-content.ts';
