// breaks: nothing
import { door } from '../../approach/index.ts';
export const record = door;
