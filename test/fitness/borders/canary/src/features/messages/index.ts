// breaks: feature:messages
export type { door as neighbour } from '../signals/index.ts';
export const door = 'messages';
