// breaks: domain-is-pure
import { recordElement } from '../use-cases/record-element.ts';
export const rule = recordElement;
