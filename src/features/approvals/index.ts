/** What waits for a second person, and deciding about it. */
export { registerApprovalRoutes } from './http/routes.tsx';
