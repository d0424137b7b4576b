// breaks: not-to-unresolvable
import { gone } from './not-here.ts';
export const missing = gone;
