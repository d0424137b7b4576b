// breaks: feature:consultation
export type { door as neighbour } from '../care/index.ts';
export const door = 'consultation';
