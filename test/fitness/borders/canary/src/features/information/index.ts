// breaks: feature:information
export type { door as neighbour } from '../signals/index.ts';
export const door = 'information';
