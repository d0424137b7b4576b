import type { OpenColumn } from '../../../platform/open-data/open-table.ts';
import type { TrendPoint } from '../domain/standing-trend.ts';
import type { MonitorElement } from '../use-cases/monitor.ts';
import { elementColumns } from './monitor-columns.ts';

/** One row of the trend: an element on a day, in the chosen regions. */
export interface TrendRow {
  readonly point: TrendPoint;
  readonly element: MonitorElement;
  /** The chosen regions by name, or Nederland. */
  readonly area: string;
}

/** The one list of columns of the trend: of the CSV, the JSON, their description for machines, and the page that explains them. */
export const TREND_COLUMNS: readonly OpenColumn<TrendRow>[] = [
  ...elementColumns(),
  {
    name: 'gebied',
    title: { nl: 'Gebied', en: 'Area' },
    description: { nl: 'Nederland, of de gekozen regio’s.', en: 'The Netherlands, or the regions that were chosen.' },
    datatype: 'string',
    required: true,
    cell: ({ area }) => area,
  },
  {
    name: 'dag',
    title: { nl: 'Dag', en: 'Day' },
    description: {
      nl: 'De dag waarop is geteld: het einde van een kwartaal of jaar, en de dag van vandaag.',
      en: 'The day of the count: the end of a quarter or a year, and today.',
    },
    datatype: 'date',
    required: true,
    cell: ({ point }) => point.day,
  },
  {
    name: 'gemeenten',
    title: { nl: 'Gemeenten', en: 'Municipalities' },
    description: {
      nl: 'Hoeveel gemeenten er op die dag in dit gebied waren.',
      en: 'How many municipalities this area had on that day.',
    },
    datatype: 'integer',
    required: true,
    cell: ({ point }) => point.all,
  },
  {
    name: 'geregeld',
    title: { nl: 'Geregeld', en: 'In place' },
    description: {
      nl: 'Bij hoeveel daarvan het op die dag was geregeld, door de gemeente of de regio, volgens wat nu bekend is over die dag.',
      en: 'How many of these had it in place on that day, by themselves or by their region, as far as is now known about that day.',
    },
    datatype: 'integer',
    required: true,
    cell: ({ point }) => point.held,
  },
  {
    name: 'vervallen',
    title: { nl: 'Vervallen', en: 'Lapsed' },
    description: {
      nl: 'Bij hoeveel daarvan het eerder was geregeld en op die dag niet meer gold.',
      en: 'How many of these had it in place before, and no longer on that day.',
    },
    datatype: 'integer',
    required: true,
    cell: ({ point }) => point.lapsed,
  },
];
