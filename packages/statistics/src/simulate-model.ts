import type { Coefficient } from './fit.ts';
import type { SimulationModel } from './simulate-table.ts';
import { subsetProducts } from './subset-products.ts';
import { termMask } from './term-names.ts';

/**
 * The population a log-linear fit describes: weights exp(Σ of the coefficients of the terms within a history), and the
 * estimate, rounded, as its total. A coefficient of minus infinity gives weight 0.
 *
 * @throws RangeError when the fit has no estimate.
 */
export function simulationModel(
  lists: readonly string[],
  fitted: { readonly estimate: number | null; readonly coefficients: readonly Coefficient[] },
): SimulationModel {
  if (fitted.estimate === null) throw new RangeError('a model without an estimate cannot be simulated from');
  const factors = new Float64Array(2 ** lists.length).fill(1);
  for (const { lists: names, value } of fitted.coefficients) factors[termMask(lists, names)] = Math.exp(value);
  return { lists, total: Math.round(fitted.estimate), weights: subsetProducts(factors) };
}
