import type { Language, Translated } from '../../shared-kernel/language.ts';
import { useLanguage } from '../language.tsx';

type Decimals = 0 | 1 | 2 | 3;

const formats = (locale: string) =>
  [0, 1, 2, 3].map(
    (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
const FORMATS: Translated<readonly Intl.NumberFormat[]> = { nl: formats('nl-NL'), en: formats('en-GB') };

/** '1.062' or, with decimals (0–3), '12,5'; in English '1,062' and '12.5'. */
export function writeNumber(value: number, decimals: Decimals = 0, language: Language = 'nl'): string {
  return FORMATS[language][decimals]!.format(value);
}

/** A number the way people read it in the language of the page, with the exact value for machines. */
export function NumberText(props: { value: number; decimals?: Decimals | undefined; unit?: string | undefined }) {
  return (
    <data value={String(props.value)}>
      {writeNumber(props.value, props.decimals, useLanguage())}
      {props.unit ? `\u00a0${props.unit}` : ''}
    </data>
  );
}
