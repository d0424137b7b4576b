import { Link } from './link.tsx';

/** A number to call with one touch when somebody confirmed it; otherwise the number alone, to be checked first. */
export function PhoneLink(props: { number: string; isSure: boolean; call?: string | undefined }) {
  const whole = props.number.replaceAll(' ', '\u00a0'); // never over two lines
  return props.isSure ? (
    <Link href={`tel:${props.number.replace(/(?!^\+)\D/g, '')}`}>{`${props.call ?? 'Bel'} ${whole}`}</Link>
  ) : (
    <span>{whole}</span>
  );
}
