import type { ProblemItem } from '../../../platform/http/problem.ts';
import { MONITOR_REGIONS, type MonitorFilter, type MonitorRegion, UNKNOWN_REGION } from '../domain/monitor-filter.ts';
import type { TrendStep } from '../domain/standing-trend.ts';
import {
  ANCHORED_VALUES,
  ORDERS,
  type Order,
  REGION_FIELDS,
  REGION_NAMES,
  STATE_VALUES,
  TREND_VALUES,
} from '../ui/monitor-words.ts';
import { MONITOR_ELEMENTS, type MonitorElement, type MonitorRow } from '../use-cases/monitor.ts';

/** What somebody asked for in the address. What was not understood is in `errors`, and is left out of the question. */
export interface MonitorAddress {
  /** Undefined when none is named: the page shows the first then, and a file holds them all. */
  readonly element: MonitorElement | undefined;
  readonly filter: MonitorFilter;
  readonly order: Order;
  readonly step: TrendStep;
  /** All elements side by side in the table. */
  readonly isSideBySide: boolean;
  /** From 1; the caller keeps it within what there is. */
  readonly page: number;
  /** What was filled in, to show it again. */
  readonly values: Readonly<Record<string, string>>;
  /** By name of the field, in Dutch: what to do. */
  readonly errors: Readonly<Record<string, string>>;
}

const LONGEST_NAME = 100;

/** Everything that an address of the monitor may ask, in the order in which we write it. */
const FIELDS: readonly string[] = [
  'onderdeel',
  ...Object.values(REGION_FIELDS),
  'stand',
  'borging',
  'naam',
  'volgorde',
  'trend',
  'tabel',
  'pagina',
];

/** Reads what somebody asks of the monitor. `rows` tell which regions there are. */
export function readMonitorAddress(query: unknown, rows: readonly MonitorRow[]): MonitorAddress {
  const raw = query as Record<string, unknown>;
  const asked = (name: string): string => {
    const value = [raw[name]].flat()[0];
    return typeof value === 'string' ? value.trim() : '';
  };
  const errors: Record<string, string> = {};
  const choose = <Value extends string>(name: string, choices: Readonly<Record<Value, string>>, text: string) => {
    const value = asked(name);
    if (value === '') return undefined;
    const found = (Object.keys(choices) as Value[]).find((each) => choices[each] === value);
    if (found === undefined) errors[name] = text;
    return found;
  };
  const element = choose(
    'onderdeel',
    Object.fromEntries(MONITOR_ELEMENTS.map(({ id }) => [id, id])),
    'Dit onderdeel staat niet op de monitor. Kies er een uit de lijst.',
  );
  const regions: Partial<Record<MonitorRegion, string>> = {};
  for (const kind of MONITOR_REGIONS) {
    const name = REGION_FIELDS[kind];
    const value = asked(name);
    if (value === '') continue;
    if (rows.some((row) => (row.regions[kind]?.code ?? UNKNOWN_REGION) === value)) regions[kind] = value;
    else errors[name] = `Deze ${REGION_NAMES[kind].one} kennen wij niet. Kies er een uit de lijst.`;
  }
  const name = asked('naam');
  if (name.length > LONGEST_NAME) errors.naam = `Gebruik hoogstens ${LONGEST_NAME} tekens.`;
  const filter: MonitorFilter = {
    regions,
    state: choose('stand', STATE_VALUES, 'Deze stand kennen wij niet. Kies er een uit de lijst.'),
    anchored: choose('borging', ANCHORED_VALUES, 'Kies bij borging er een uit de lijst.'),
    name: name === '' || errors.naam ? undefined : name,
  };
  const orders = Object.fromEntries(Object.keys(ORDERS).map((order) => [order, order])) as Record<Order, string>;
  return {
    element: MONITOR_ELEMENTS.find(({ id }) => id === element),
    filter,
    order: choose('volgorde', orders, 'Kies een volgorde uit de lijst.') ?? 'naam',
    step: choose('trend', TREND_VALUES, 'Kies kwartaal of jaar.') ?? 'quarter',
    isSideBySide: asked('tabel') === 'alle',
    page: /^[1-9]\d{0,5}$/.test(asked('pagina')) ? Number(asked('pagina')) : 1,
    values: Object.fromEntries(FIELDS.map((each) => [each, asked(each)])),
    errors,
  };
}

/** The address of the same question with some of it changed; '' leaves a part out. */
export function monitorHref(
  path: string,
  { values }: Pick<MonitorAddress, 'values'>,
  changes: Readonly<Record<string, string>> = {},
): string {
  const asked = new URLSearchParams();
  for (const name of FIELDS) {
    const value = changes[name] ?? values[name] ?? '';
    if (value !== '') asked.set(name, value);
  }
  return asked.size > 0 ? `${path}?${asked}` : path;
}

/** What was not understood, as an answer to a system. */
export function addressProblem(errors: MonitorAddress['errors']) {
  return {
    status: 400,
    code: 'ongeldige-invoer',
    title: 'Ongeldige invoer',
    detail: 'Een of meer parameters zijn niet goed ingevuld.',
    errors: Object.entries(errors).map(
      ([name, detail]): ProblemItem => ({ in: 'query', location: { name }, code: 'invalid.value', detail }),
    ),
  };
}
