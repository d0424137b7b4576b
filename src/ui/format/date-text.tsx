import type { Language, Translated } from '../../shared-kernel/language.ts';
import { dutchDay, type PlainDate, writeDate, writePartial } from '../../shared-kernel/plain-date.ts';
import { useLanguage } from '../language.tsx';

const CLOCK = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });
const AT: Translated<string> = { nl: 'om', en: 'at' };

/** '24 november 2026 om 14:05' or '24 November 2026 at 14:05': the time is the one in the Netherlands. */
export function writeMoment(instant: Date, language: Language): string {
  return `${writeDate(dutchDay(instant), language)} ${AT[language]} ${CLOCK.format(instant)}`;
}

/** A calendar day: '24 november 2026'. */
export function DateText(props: { date: PlainDate }) {
  return <time dateTime={props.date}>{writeDate(props.date, useLanguage())}</time>;
}

/** A day, a month or a year: 'oktober 2022'. */
export function PartialDateText(props: { date: string }) {
  return <time dateTime={props.date}>{writePartial(props.date, useLanguage())}</time>;
}

/** An instant, with its Dutch time: '24 november 2026 om 14:05'. */
export function MomentText(props: { instant: Date }) {
  return <time dateTime={props.instant.toISOString()}>{writeMoment(props.instant, useLanguage())}</time>;
}
