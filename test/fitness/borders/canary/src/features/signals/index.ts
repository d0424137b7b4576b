// breaks: feature:signals
export type { door as neighbour } from '../registration/index.ts';
export const door = 'signals';
