// breaks: statistics-stands-alone
import { readFileSync } from 'node:fs';
export const table = () => readFileSync('table.csv', 'utf8');
