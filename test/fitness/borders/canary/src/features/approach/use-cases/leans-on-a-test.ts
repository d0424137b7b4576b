// breaks: no-import-of-tests
import { sample } from './record-element.test.ts';
export const leaning = sample;
