// breaks: nothing
import { fit } from '@in-beeld/statistics';
import { word } from '../../../shared-kernel/word.ts';
export const allowed = [fit, word];
