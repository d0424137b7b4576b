// breaks: feature:messages
export type { door as neighbour } from '../approach/index.ts';
export const door = 'messages';
