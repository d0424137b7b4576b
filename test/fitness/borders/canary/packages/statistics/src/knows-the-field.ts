// breaks: statistics-stands-alone
import { word } from '../../../src/shared-kernel/word.ts';
export const field = word;
