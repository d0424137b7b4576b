// breaks: entry-points-are-the-ends
export { tables } from '../main.ts';
