// breaks: feature:approach
export type { door as neighbour } from '../learning/index.ts';
export const door = 'approach';
