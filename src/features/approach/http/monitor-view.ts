import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { isAskedFor, MONITOR_REGIONS, type MonitorFilter, type MonitorRegion } from '../domain/monitor-filter.ts';
import type { TrendPoint } from '../domain/standing-trend.ts';
import type { KnownRegions } from '../ui/monitor-filter-form.tsx';
import type { MonitorView } from '../ui/monitor-view.ts';
import type { Order } from '../ui/monitor-words.ts';
import { filteredOn, MONITOR_ELEMENTS, type MonitorElement, type MonitorRow } from '../use-cases/monitor.ts';
import type { MonitorAddress } from './monitor-address.ts';

/** How many municipalities stand on one page of the table. */
export const PAGE_SIZE = 25;

/** The municipalities that are asked for, in the order that is asked for. */
export function rowsAskedFor(
  rows: readonly MonitorRow[],
  { filter, order }: MonitorAddress,
  element: MonitorElement,
): readonly MonitorRow[] {
  return inOrder(
    rows.filter((row) => isAskedFor(filteredOn(row, element.id), filter)),
    order,
    element,
  );
}

/** By name they come from the database. What has no day stands last. */
function inOrder(rows: readonly MonitorRow[], order: Order, { id }: MonitorElement): readonly MonitorRow[] {
  if (order === 'naam') return rows;
  const dayOf = (row: MonitorRow): PlainDate | undefined =>
    order === 'oudste' ? row.element(id).decidedOn : row.element(id).lapsesOn;
  return rows.toSorted((one, other) =>
    (dayOf(one) ?? '9999') < (dayOf(other) ?? '9999') ? -1 : dayOf(one) === dayOf(other) ? 0 : 1,
  );
}

const BY_NAME = new Intl.Collator('nl');

/** The regions to which some municipality belongs today, by name. */
function knownRegions(rows: readonly MonitorRow[]): KnownRegions {
  const of = (kind: MonitorRegion) =>
    [
      ...new Map(rows.flatMap(({ regions }) => regions[kind] ?? []).map((region) => [region.code, region])).values(),
    ].sort((one, other) => BY_NAME.compare(one.name, other.name));
  return Object.fromEntries(MONITOR_REGIONS.map((kind) => [kind, of(kind)])) as unknown as KnownRegions;
}

/** What the page shows of the country for this address. A page past the last is the last. */
export function viewOf(
  rows: readonly MonitorRow[],
  address: MonitorAddress,
  trend: readonly TrendPoint[],
): MonitorView {
  const element = address.element ?? MONITOR_ELEMENTS[0]!;
  const { filter } = address;
  const filtered = rows.map((row) => filteredOn(row, element.id));
  const asked = (part: MonitorFilter) => rows.filter((_, at) => isAskedFor(filtered[at]!, part));
  const shown = inOrder(asked(filter), address.order, element);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_SIZE));
  const page = Math.min(address.page, pages);
  return {
    elements: MONITOR_ELEMENTS,
    element,
    rows,
    area: asked({ regions: filter.regions, name: filter.name }),
    shown,
    onPage: shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    page,
    pages,
    filtered,
    filter,
    regions: knownRegions(rows),
    isSideBySide: address.isSideBySide,
    step: address.step,
    trend,
    values: address.values,
    errors: address.errors,
  };
}
