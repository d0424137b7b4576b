// breaks: domain-is-pure
import { readFileSync } from 'node:fs';
export const element = () => readFileSync('element.json', 'utf8');
