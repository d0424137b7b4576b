// breaks: browser-code-stays-small
import { word } from '../../shared-kernel/word.ts';
export const text = word;
