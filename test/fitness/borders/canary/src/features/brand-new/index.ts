// breaks: feature-is-known
export { first } from './domain/first.ts';
