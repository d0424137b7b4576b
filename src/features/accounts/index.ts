/** People, the roles they hold in organisations, and how they come in. */
export { type OrganisationKind, ROLE_DESCRIPTIONS } from './domain/roles.ts';
export { CASE_ROLES } from './domain/session-limits.ts';
export { LATE_FORM_COOKIE, sessionCookie } from './http/cookie.ts';
export { registerDemoRoutes } from './http/demo-routes.tsx';
export { registerSessionRoutes } from './http/session-routes.tsx';
export { carryStaffOver } from './use-cases/carry-staff-over.ts';
export { newDemoMember } from './use-cases/enter-demo.ts';
export { keepLateForm, LATE_FORM_SECONDS } from './use-cases/late-form.ts';
export { resolveToken } from './use-cases/resolve-token.ts';
export { resolveSession, touchSession, writerOf } from './use-cases/sessions.ts';
