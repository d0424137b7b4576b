import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';

/** A whole day in a calendar. No names of people: a calendar file travels. */
export interface CalendarDay {
  /** Stays the same when the day moves, so that a calendar moves it along. */
  readonly id: string;
  readonly on: PlainDate;
  readonly title: string;
  readonly description: string;
  /** When what it says was last changed. */
  readonly changedAt: Date;
}

/** Lines end in CRLF and are at most 75 octets long (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** A calendar file (RFC 5545) with these days. */
export function writeCalendar(name: string, days: readonly CalendarDay[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//In Beeld//Aanpak mensenhandel//NL',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ id, on, title, description, changedAt }) => [
      'BEGIN:VEVENT',
      `UID:${id}@in-beeld`,
      `DTSTAMP:${changedAt.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

const compact = (date: PlainDate) => date.replaceAll('-', '');

/** RFC 5545, 3.3.11; a control character has no place in a text. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\p{Cc}/gu, '');
}

/** Cuts a long line between characters, never inside one; each next piece begins with a space. */
function folded(line: string): string[] {
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST_LINE) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece];
}
