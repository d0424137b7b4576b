// breaks: feature:practices
export type { door as neighbour } from '../support/index.ts';
export const door = 'practices';
