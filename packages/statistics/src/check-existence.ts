import type { CaptureTable } from './capture-table.ts';
import { type ExistenceCode, existence } from './existence.ts';
import { interactionsOf, type ModelInput } from './model-input.ts';
import { splitTerms } from './split-terms.ts';
import { termNames } from './term-names.ts';
import { order } from './term-order.ts';

/** Whether a number can be computed at all; see `existence` for the codes. */
export interface ExistenceReport {
  readonly code: ExistenceCode;
  readonly exists: boolean;
  readonly identifiable: boolean;
  /** Groups of lists whose effect runs to infinity (no estimate). */
  readonly escaping: readonly (readonly string[])[];
  /** Groups of lists whose effects cannot be told apart (not identifiable). */
  readonly confounded: readonly (readonly string[])[];
  /** Interactions of the model without a single case, at minus infinity; harmless by themselves. */
  readonly emptyTerms: readonly (readonly string[])[];
}

/**
 * Existence and identifiability of the maximum-likelihood estimate of a model on a table.
 *
 * Code 0: fine. 1: no estimate. 2: not identifiable. 3: both. A list without cases gives code 1: drop it first
 * (`prepareTable`).
 * Source: Fienberg & Rinaldo (2012); Chan, Silverman & Vincent (2021), the code is theirs.
 */
export function checkExistence(table: CaptureTable, model: ModelInput): ExistenceReport {
  const interactions = interactionsOf(table.lists, model);
  const split = splitTerms(table, interactions);
  // A list without cases is reported, as the R packages do, not taken to minus infinity like an empty overlap.
  const terms = [...split.terms, ...split.emptyTerms.filter((term) => order(term) === 1)];
  const emptyTerms = split.emptyTerms.filter((term) => order(term) > 1);
  const { code, escaping, confounded } = existence(table.counts, terms, emptyTerms);
  const names = (masks: readonly number[]) => masks.filter((mask) => mask !== 0).map((m) => termNames(table.lists, m));
  return {
    code,
    exists: (code & 1) === 0,
    identifiable: (code & 2) === 0,
    escaping: names(escaping),
    confounded: names(confounded),
    emptyTerms: names(emptyTerms),
  };
}
