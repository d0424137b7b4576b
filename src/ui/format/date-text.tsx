import { dutchDay, type PlainDate, writeDutchDate } from '../../shared-kernel/plain-date.ts';

const CLOCK = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });

/** '24 november 2026 om 14:05', in Dutch time. */
export function writeDutchMoment(instant: Date): string {
  return `${writeDutchDate(dutchDay(instant))} om ${CLOCK.format(instant)}`;
}

/** A calendar day: '24 november 2026'. */
export function DateText(props: { date: PlainDate }) {
  return <time dateTime={props.date}>{writeDutchDate(props.date)}</time>;
}

/** An instant, with its Dutch time: '24 november 2026 om 14:05'. */
export function MomentText(props: { instant: Date }) {
  return <time dateTime={props.instant.toISOString()}>{writeDutchMoment(props.instant)}</time>;
}
