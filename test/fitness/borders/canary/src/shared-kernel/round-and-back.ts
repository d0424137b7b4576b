// breaks: no-circular
import { round } from './round-and-round.ts';
export const back = () => round;
