// breaks: feature:sharing
export type { door as neighbour } from '../practices/index.ts';
export const door = 'sharing';
