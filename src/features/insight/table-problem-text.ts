import type { TableProblem } from '@in-beeld/statistics';

/** Why a file is no capture table, in one or two Dutch sentences that say where to look and what to do. */
export function tableProblemText(problem: TableProblem): string {
  const { line, column, value } = problem;
  const at = line === undefined ? '' : `Regel ${line}: `;
  switch (problem.code) {
    case 'empty-text':
      return 'Het bestand is leeg.';
    case 'no-count-column':
      return `${at}de laatste kolom moet "count" heten en het aantal personen bevatten. Nu heet die "${value}".`;
    case 'nameless-column':
      return `${at}elke kolom heeft een naam nodig.`;
    case 'repeated-column':
      return `${at}twee kolommen heten "${column}". Geef elke lijst een eigen naam.`;
    case 'unknown-covariate':
      return `Er is geen kolom "${column}". Noem bij --covariates kolommen uit het bestand.`;
    case 'too-few-lists':
      return 'Er zijn ten minste twee lijsten nodig om het onbekende deel te schatten.';
    case 'too-many-lists':
      return 'Er kunnen hoogstens tien lijsten in een tabel.';
    case 'wrong-number-of-fields':
      return `${at}het aantal velden past niet bij de kopregel.`;
    case 'not-zero-or-one':
      return `${at}in kolom "${column}" staat "${value}". Een lijst bevat alleen 0 of 1. Is de kolom een kenmerk? Noem die dan bij --covariates.`;
    case 'not-a-number':
      return `${at}"${value}" is geen aantal.`;
    case 'negative-count':
      return `${at}het aantal ${value} is negatief.`;
    case 'fractional-count':
      return `${at}het aantal ${value} is geen heel getal. Een tabel telt hele personen.`;
    case 'count-too-large':
      return `${at}het aantal${value ? ` ${value}` : ''} is te groot om precies mee te rekenen.`;
    case 'no-list':
      return `${at}${value} personen staan op geen enkele lijst. Dat aantal is juist onbekend; haal de regel weg.`;
    case 'no-cases':
      return 'De tabel bevat geen personen.';
  }
}
