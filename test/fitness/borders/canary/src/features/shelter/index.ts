// breaks: feature:shelter
export type { door as neighbour } from '../care/index.ts';
export const door = 'shelter';
