import { DATA_CLASSES } from './processing-activities.ts';
import { EXAMPLE_COLUMNS } from './seed/example-dossiers.ts';
import { TABLES } from './tables.ts';

/** What kind of data a column holds, in the words of its data class; «gegevens» when the register no longer knows it. */
export function columnWords(column: string): string {
  const at = column.lastIndexOf('.');
  const dataClass = TABLES[column.slice(0, at)]?.columns[column.slice(at + 1)] ?? EXAMPLE_COLUMNS[column];
  return dataClass ? DATA_CLASSES[dataClass] : 'gegevens';
}
