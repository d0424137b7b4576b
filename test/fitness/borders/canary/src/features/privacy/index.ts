// breaks: feature:privacy
export type { door as neighbour } from '../care/index.ts';
export const door = 'privacy';
