// breaks: not-to-undeclared
import { lightningCss } from 'abstract-logging';
export const leaning = lightningCss;
