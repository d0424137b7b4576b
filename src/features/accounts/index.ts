/** People, the roles they hold in organisations, and how they come in. */
export { type OrganisationKind, ROLE_DESCRIPTIONS } from './domain/roles.ts';
export { CASE_ROLES } from './domain/session-limits.ts';
export { LATE_FORM_COOKIE, leaveTickets, sessionCookie } from './http/cookie.ts';
export { registerDemoRoutes } from './http/demo-routes.tsx';
export { registerGrantRoleRoutes } from './http/grant-role-routes.tsx';
export { registerPeopleRoutes } from './http/people-routes.tsx';
export { CALLBACK_PATH, registerProviderRoutes } from './http/provider-routes.tsx';
export { registerSessionRoutes } from './http/session-routes.tsx';
export { registerSystemClientRoutes } from './http/system-client-routes.tsx';
export { organisationByCode } from './persistence/membership-store.ts';
export { carryStaffOver } from './use-cases/carry-staff-over.ts';
export { newDemoMember } from './use-cases/enter-demo.ts';
export { GRANT_ROLE } from './use-cases/grant-role.ts';
export { keepLateForm, takeLateForm, ticketsIn } from './use-cases/late-form.ts';
export { resolveToken } from './use-cases/resolve-token.ts';
export { noteSessionEmergency, resolveSession, touchSession, writerOf } from './use-cases/sessions.ts';
export { endProviderOf, providersRunning, registerProvider } from './use-cases/sign-in-at-provider.ts';
