// breaks: feature:support
export type { door as neighbour } from '../practices/index.ts';
export const door = 'support';
