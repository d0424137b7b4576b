import { addMonths, day, type PlainDate } from '../../../shared-kernel/plain-date.ts';

/** A day that comes round in the work of a year. */
export interface CycleDay {
  /** The same for the same thing in every year. */
  readonly id: string;
  readonly on: PlainDate;
  readonly title: string;
}

/** How far ahead the calendar looks. */
const YEARS_AHEAD = 2;

interface Yearly {
  readonly id: string;
  readonly monthAndDay: string;
  readonly title: string;
}

/**
 * The days of the yearly round. 18 October is the European day against trafficking, around which CoMensha publishes its yearly
 * figures (dossier 4.4); the others are when a municipality makes its budget and looks back. [design: In Beeld]
 */
const YEARLY: readonly Yearly[] = [
  { id: 'terugblik', monthAndDay: '01-31', title: 'Kijk terug op het jaar en oefen de meldroute' },
  { id: 'kadernota', monthAndDay: '04-01', title: 'Vraag geld en uren aan voor het komende jaar' },
  { id: 'begroting', monthAndDay: '09-01', title: 'Kijk of geld en uren in de begroting staan' },
  { id: 'eu-dag', monthAndDay: '10-18', title: 'Europese dag tegen mensenhandel' },
];

/** What comes round from today on: the yearly days, the yearly letter to the council, and the end of plan and adoption. */
export function cycleFrom(
  today: PlainDate,
  plan: { readonly startsOn: PlainDate; readonly endsOn: PlainDate },
  adoption: { readonly decidedOn: PlainDate; readonly validUntil: PlainDate } | undefined,
): readonly CycleDay[] {
  const until = addMonths(today, YEARS_AHEAD * 12);
  const year = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, index) => year + index);
  const yearly = years.flatMap((each) =>
    YEARLY.map(({ id, monthAndDay, title }) => ({ id: `${id}-${each}`, on: day(`${each}-${monthAndDay}`), title })),
  );
  const letters = Array.from({ length: 5 }, (_, index) => ({
    id: `raadsbrief-${index + 1}`,
    on: addMonths(adoption?.decidedOn ?? plan.startsOn, 12 * (index + 1)),
    title: 'Stuur de jaarlijkse brief aan de raad',
  }));
  const ends = [
    { id: 'einde-plan', on: plan.endsOn, title: 'Het plan loopt af: stel een nieuw plan op' },
    ...(adoption
      ? [{ id: 'einde-besluit', on: adoption.validUntil, title: 'Het besluit over het beleid loopt af' }]
      : []),
  ];
  return [...yearly, ...letters, ...ends]
    .filter(({ on }) => on >= today && on <= until)
    .sort((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id));
}
