// breaks: feature:insight
export type { door as neighbour } from '../signals/index.ts';
export const door = 'insight';
