// breaks: nothing
export { tables } from './app/tables.ts';
