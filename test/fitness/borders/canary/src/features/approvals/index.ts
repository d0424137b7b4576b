// breaks: feature:approvals
export type { door as neighbour } from '../care/index.ts';
export const door = 'approvals';
