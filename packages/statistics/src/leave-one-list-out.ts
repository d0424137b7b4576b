import type { CaptureTable } from './capture-table.ts';
import type { Estimate, EstimateOptions } from './estimate.ts';
import { estimateTotal } from './estimate-total.ts';
import { withoutList } from './without-list.ts';

/** The estimate when one list is ignored; null when nothing usable is left. */
export interface WithoutList {
  readonly list: string;
  readonly estimate: Estimate | null;
}

/**
 * Estimates the total once more without each list: how much hangs on a single source.
 *
 * Cases that stood on that list alone leave the table, so a total below the number observed in the full table is possible
 * and telling.
 */
export function leaveOneListOut(table: CaptureTable, options: EstimateOptions = {}): WithoutList[] {
  return table.lists.map((list) => {
    const rest = withoutList(table, list);
    return { list, estimate: rest ? estimateTotal(rest, { bootstrap: 0, ...options }) : null };
  });
}
