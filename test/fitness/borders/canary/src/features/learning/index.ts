// breaks: feature:learning
export type { door as neighbour } from '../care/index.ts';
export const door = 'learning';
