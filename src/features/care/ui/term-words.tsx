import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { isLongTerm, type Term, weekdayOf } from '../../../shared-kernel/working-days.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import type { ClockTerm } from '../domain/terms/clock.ts';
import type { ComputedTerm, SkippedDay } from '../domain/terms/compute-term.ts';
import type { Rests } from '../domain/terms/term-table.ts';

export const TERMS_PATH = '/zorgcoordinatie/termijnen';
export const TERMS_TITLE = 'Termijnen in de zorgcoördinatie';

const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;

/** 'dinsdag 27 april 2027' */
export const writeWeekday = (date: PlainDate): string => `${WEEKDAYS[weekdayOf(date) - 1]} ${writeDutchDate(date)}`;

/** A day with its weekday: for a last day that matters. */
export function WeekdayText(props: { date: PlainDate }) {
  return <time dateTime={props.date}>{writeWeekday(props.date)}</time>;
}

const UNITS: Readonly<Record<Term['unit'], readonly [one: string, more: string]>> = {
  days: ['dag', 'dagen'],
  weeks: ['week', 'weken'],
  months: ['maand', 'maanden'],
  years: ['jaar', 'jaar'],
};

/** How long a clock runs, such as '3 maanden', or where its last day stands. */
export function lengthWords(term: ClockTerm): string {
  switch (term.kind) {
    case 'unknown':
      return 'geen termijn bekend';
    case 'stated':
      return term.daysBefore === 0 ? 'de dag die er staat' : 'de dag vóór de dag die er staat';
    default:
      return `${term.count} ${UNITS[term.unit][term.count === 1 ? 0 : 1]}`;
  }
}

/** What a term does at the weekend and on holidays, with the article of the Algemene termijnenwet: two columns for a lawyer. */
export function ruleWords(term: ClockTerm): { readonly weekend: string; readonly holidays: string } {
  if (term.kind === 'unknown') return { weekend: 'geen termijn', holidays: 'geen termijn' };
  if (term.kind !== 'statutory') return { weekend: 'nooit later', holidays: 'nooit later' };
  if (isLongTerm(term)) return { weekend: 'schuift niet (artikel 4)', holidays: 'schuift niet (artikel 4)' };
  const isVeryShort = term.unit === 'days' && term.count < 3;
  return {
    weekend: `schuift naar een werkdag (artikel 1${isVeryShort ? '' : ' en 2'})`,
    holidays: 'schuift naar een werkdag (artikel 1 en 3)',
  };
}

const skippedWords = ({ why, holiday }: SkippedDay): string =>
  holiday ?? { saturday: 'zaterdag', sunday: 'zondag', equated: 'gelijkgestelde dag', holiday: 'feestdag' }[why];

/** Why the last day is that day, in a sentence or two. */
export function whyWords(computed: ComputedTerm): string {
  switch (computed.rule) {
    case 'stated':
      return computed.lastDay === computed.given
        ? 'Deze dag staat er. Hij schuift nooit naar later.'
        : 'Dit is de dag vóór de dag die er staat. Hij schuift nooit naar later.';
    case 'never-later':
      return `De eerste dag telt mee en de laatste dag schuift nooit naar later. Wie de eerste dag niet meetelt, komt op ${writeDutchDate(computed.otherReading!)}.`;
    case 'left-alone':
      return 'De termijn is te lang om te schuiven bij een weekend of feestdag (Algemene termijnenwet, artikel 4).';
    case 'stands':
      return 'Dit is een werkdag: er schuift niets.';
    case 'moved':
      return movedWords(computed);
  }
}

function movedWords({ nominal, skipped, isForTwoWorkingDays }: ComputedTerm): string {
  const days = skipped.map((each) => `${writeDutchDate(each.date)} (${skippedWords(each)})`).join(', ');
  const over = skipped.length > 0 ? ` Overgeslagen: ${days}.` : '';
  const two = isForTwoWorkingDays
    ? ' Er horen minstens twee werkdagen in de termijn te zitten (Algemene termijnenwet, artikel 2).'
    : '';
  return `De termijn zou eindigen op ${writeDutchDate(nominal)}.${over}${two}`;
}

const MARK_WORDS: Readonly<Record<Rests['mark'], string>> = {
  law: 'wettekst',
  found: 'gelezen in een openbare bron',
  own: 'algemene kennis',
  design: 'keuze van In Beeld',
};

/** The source, what kind of source, when it was read, and whether a lawyer checked it. */
export function SourceNote({ source, statedOn, readOn, mark, verifiedOn }: Rests) {
  return (
    <>
      {source} ({MARK_WORDS[mark]}
      {statedOn ? (
        <>
          , tekst van <DateText date={statedOn} />
        </>
      ) : null}
      {readOn ? (
        <>
          , gelezen op <DateText date={readOn} />
        </>
      ) : null}
      ).{' '}
      {verifiedOn ? (
        <>
          Nagekeken op <DateText date={verifiedOn} />.
        </>
      ) : (
        <StatusBadge kind="warning" label="nog te verifiëren" />
      )}
    </>
  );
}
