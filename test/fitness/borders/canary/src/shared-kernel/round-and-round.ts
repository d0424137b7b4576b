// breaks: no-circular
import { back } from './round-and-back.ts';
export const round = () => back;
