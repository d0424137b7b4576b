// breaks: features-meet-at-index
import { recordElement } from '../../approach/use-cases/record-element.ts';
export const record = recordElement;
