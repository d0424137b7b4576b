const FORMATS = [0, 1, 2, 3].map(
  (digits) => new Intl.NumberFormat('nl-NL', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

/** '1.062' or, with decimals (0–3), '12,5'. */
export function writeNumber(value: number, decimals: 0 | 1 | 2 | 3 = 0): string {
  return FORMATS[decimals]!.format(value);
}

/** A number the way Dutch people read it, with the exact value for machines. */
export function NumberText(props: { value: number; decimals?: 0 | 1 | 2 | 3 | undefined; unit?: string | undefined }) {
  return (
    <data value={String(props.value)}>
      {writeNumber(props.value, props.decimals)}
      {props.unit ? `\u00a0${props.unit}` : ''}
    </data>
  );
}
