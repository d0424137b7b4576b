/** One decomposable graph on lists 0..k-1; sets of lists are bit masks. */
export interface DecomposableGraph {
  /** Maximal cliques, ascending. */
  readonly cliques: readonly number[];
  /** Non-empty separators of the clique tree with the number of times each occurs. */
  readonly separators: readonly { readonly lists: number; readonly times: number }[];
}

/**
 * Every decomposable (chordal) graph on `k` labelled lists: 2, 8, 61, 822, 18,154 for k = 2..6.
 *
 * A graph is decomposable iff lists can be taken away one by one whose remaining neighbours all know each other. The
 * list taken with its neighbours adds a clique, the neighbours alone take one away; what remains with a plus are the
 * maximal cliques, with a minus the separators.
 *
 * Source: Lauritzen (1996), Graphical Models, section 2.1; Madigan & York (1997), Biometrika 84.
 */
export function listDecomposableGraphs(k: number): DecomposableGraph[] {
  if (!Number.isInteger(k) || k < 2 || k > 6)
    throw new RangeError(`decomposable graphs are listed for 2 to 6 lists, not ${k}`);
  const pairs: [number, number][] = [];
  for (let i = 0; i < k; i++) for (let j = i + 1; j < k; j++) pairs.push([i, j]);
  const graphs: DecomposableGraph[] = [];
  for (let edges = 0; edges < 1 << pairs.length; edges++) {
    const neighbours = new Array<number>(k).fill(0);
    pairs.forEach(([i, j], at) => {
      if ((edges >> at) & 1) {
        neighbours[i]! |= 1 << j;
        neighbours[j]! |= 1 << i;
      }
    });
    const graph = decompose(neighbours);
    if (graph !== undefined) graphs.push(graph);
  }
  return graphs;
}

function decompose(neighbours: readonly number[]): DecomposableGraph | undefined {
  const weight = new Map<number, number>();
  const add = (lists: number, by: number) => weight.set(lists, (weight.get(lists) ?? 0) + by);
  let left = (1 << neighbours.length) - 1;
  while (left !== 0) {
    const taken = neighbours.findIndex((_, i) => (left >> i) & 1 && isClique(neighbours[i]! & left, neighbours));
    if (taken < 0) return undefined;
    add((neighbours[taken]! & left) | (1 << taken), 1);
    add(neighbours[taken]! & left, -1);
    left &= ~(1 << taken);
  }
  const sets = [...weight].filter(([lists, times]) => lists !== 0 && times !== 0).sort(([a], [b]) => a - b);
  return {
    cliques: sets.filter(([, times]) => times > 0).map(([lists]) => lists),
    separators: sets.filter(([, times]) => times < 0).map(([lists, times]) => ({ lists, times: -times })),
  };
}

function isClique(lists: number, neighbours: readonly number[]): boolean {
  return neighbours.every((known, i) => !((lists >> i) & 1) || (lists & ~(known | (1 << i))) === 0);
}
