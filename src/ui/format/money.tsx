const WHOLE = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const EXACT = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });

/** '€ 1.062' for whole euros, '€ 1.062,50' otherwise. */
export function writeMoney(euros: number): string {
  return (Number.isInteger(euros) ? WHOLE : EXACT).format(euros);
}

/** An amount in euros. */
export function Money(props: { euros: number }) {
  return <data value={String(props.euros)}>{writeMoney(props.euros)}</data>;
}
