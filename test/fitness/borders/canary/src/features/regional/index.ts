// breaks: feature:regional
export type { door as neighbour } from '../practices/index.ts';
export const door = 'regional';
