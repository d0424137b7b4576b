// breaks: feature:accounts
export type { door as neighbour } from '../insight/index.ts';
export const door = 'accounts';
