// breaks: feature:care
export type { door as neighbour } from '../signals/index.ts';
export const door = 'care';
