// breaks: views-only-render
import { recordElement } from '../use-cases/record-element.ts';
export const save = recordElement;
