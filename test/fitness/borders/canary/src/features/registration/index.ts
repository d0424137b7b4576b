// breaks: feature:registration
export type { door as neighbour } from '../signals/index.ts';
export const door = 'registration';
