// breaks: feature:collaboration
export type { door as neighbour } from '../care/index.ts';
export const door = 'collaboration';
