/** What everybody may read: what In Beeld is, and how it treats visitors. */
export { registerInformationRoutes } from './http/routes.tsx';
