// breaks: feature:organisations
export type { door as neighbour } from '../approach/index.ts';
export const door = 'organisations';
