import { readTable, type TableProblem, type TableText } from '@in-beeld/statistics';
import { z } from 'zod';
import { MAX_FIELD } from '../../../platform/http/parse.ts';
import { DEFAULT_STUDY } from '../domain/study.ts';

const number = (message: string, isAllowed: (value: number) => boolean) =>
  z.string().transform((typed, context) => {
    const value = /^\d{1,9}([.,]\d{1,6})?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : Number.NaN;
    if (isAllowed(value)) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** What an analyst asks: a table, pasted or as a file, and how to compute. */
export const EstimateForm = z.object({
  tabel: z
    .string()
    .max(
      MAX_FIELD,
      `De tabel is te lang. Gebruik hoogstens ${MAX_FIELD} tekens: een regel per combinatie van lijsten.`,
    ),
  herhalingen: number(
    'Vul 0 in, of een heel getal van 100 tot en met 5000.',
    (value) => Number.isInteger(value) && (value === 0 || (value >= 100 && value <= 5000)),
  ),
  begingetal: number('Vul een heel getal in, bijvoorbeeld 1.', Number.isInteger),
  drempel: number('Vul een getal in van 0 tot en met 1, bijvoorbeeld 0,02.', (value) => value >= 0 && value <= 1),
  kenmerken: z.string().trim().max(200, 'Gebruik hoogstens 200 tekens.').default(''),
  latent: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'ja'),
  dekking: number('Kies 90%, 95% of 99%.', (value) => [0.9, 0.95, 0.99].includes(value)),
});

/** What the form shows at first. */
export const FIRST_VALUES = {
  tabel: '',
  kenmerken: '',
  herhalingen: String(DEFAULT_STUDY.bootstrap),
  begingetal: String(DEFAULT_STUDY.seed),
  drempel: String(DEFAULT_STUDY.threshold).replace('.', ','),
  dekking: String(DEFAULT_STUDY.level),
} as const;

/** The text of an uploaded file: UTF-8, or else as older spreadsheets on Windows save it. */
export function textOfFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The table in a text, or what is wrong with it, where, and how to mend it. Does not repeat what was typed. */
export function readTyped(
  text: string,
  covariates: readonly string[] = [],
): { readonly read: TableText } | { readonly error: string } {
  if (text.trim() === '') return { error: 'Kies een bestand, of plak de tabel in het vak.' };
  const read = readTable(text, { covariates });
  return read.ok ? { read: read.value } : { error: problemText(read.error, columnNumber(text, read.error)) };
}

/** The place of a column by its name in the first line, from 1. */
function columnNumber(text: string, { column }: TableProblem): number | undefined {
  if (column === undefined) return undefined;
  const names = (
    text
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? ''
  ).split(/[;,\t]/);
  const at = names.findIndex((name) => name.trim().replace(/^"(.*)"$/, '$1') === column);
  return at < 0 ? undefined : at + 1;
}

const ADVICE: Readonly<Record<TableProblem['code'], string>> = {
  'empty-text': 'Kies een bestand, of plak de tabel in het vak.',
  'no-count-column': 'noem de laatste kolom “count” of “aantal”. Daarin staat hoeveel mensen het zijn.',
  'nameless-column': 'geef elke kolom een naam.',
  'repeated-column': 'geef elke lijst een eigen naam; nu heten twee kolommen hetzelfde.',
  'unknown-covariate': 'Bij kenmerken staat een naam die geen kolom is. Schrijf de naam zoals in de eerste regel.',
  'too-few-lists': 'Er zijn ten minste twee lijsten nodig.',
  'too-many-lists': 'Gebruik hoogstens tien lijsten.',
  'wrong-number-of-fields': 'deze regel heeft meer of minder velden dan de eerste regel.',
  'not-zero-or-one':
    'zet hier 0 of 1. Is dit een kenmerk, zoals leeftijd? Schrijf de naam van de kolom dan bij kenmerken.',
  'not-a-number': 'zet in de laatste kolom een aantal.',
  'negative-count': 'een aantal kan niet onder nul zijn.',
  'fractional-count': 'een aantal is een heel getal: de tabel telt hele personen.',
  'count-too-large': 'dit aantal is te groot om precies mee te rekenen.',
  'no-list': 'haal deze regel weg. Wie op geen enkele lijst staat, is juist onbekend.',
  'no-cases': 'De tabel bevat geen mensen. Vul aantallen in.',
};

function problemText({ code, line }: TableProblem, column: number | undefined): string {
  const advice = ADVICE[code];
  if (line === undefined) return advice.charAt(0).toUpperCase() + advice.slice(1);
  return `Regel ${line}${column === undefined ? '' : `, kolom ${column}`}: ${advice.charAt(0).toLowerCase()}${advice.slice(1)}`;
}
