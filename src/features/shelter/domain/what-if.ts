import { broken } from './match.ts';
import type { Needs } from './needs.ts';
import { isKindFor, type Place, type ShelterType } from './place.ts';

/** A group of requests that the same groups of places suit: nobody is told apart in it. */
export interface Demand {
  readonly count: number;
  /** Which groups of places suit. */
  readonly supply: readonly number[];
  /** Which kinds of shelter belong to the legal position: an extra place of that kind would suit. */
  readonly types: readonly ShelterType[];
}

/** What is counted: how many people at most could have a place, now and with more of each kind. Only sums, no code and no person. */
export interface WhatIfTask {
  readonly demands: readonly Demand[];
  /** How many free places there are in each group. */
  readonly supplies: readonly number[];
  readonly types: readonly ShelterType[];
  readonly extra: readonly number[];
}

export interface WhatIf {
  readonly open: number;
  readonly placeable: number;
  /** Per kind, with so many more places: how many more people could have one. */
  readonly gains: readonly {
    readonly type: ShelterType;
    readonly gains: readonly { readonly extra: number; readonly more: number }[];
  }[];
}

/** How many more places are tried of each kind. */
export const EXTRA = [1, 2, 5, 10] as const;

export interface AskedPlace {
  readonly types: readonly ShelterType[];
  readonly needs: Needs;
}

/** Somebody who comes alone; families take more places of one house together and are counted apart. */
export const isSingle = ({ needs }: AskedPlace): boolean => needs.others.length === 0;

/**
 * Groups places that suit the same requests and requests that suit the same places, so that what is solved stays small and holds no
 * person. An extra place is one that meets every condition of whoever may be in that kind of shelter.
 */
export function whatIfTask(asked: readonly AskedPlace[], free: readonly Place[]): WhatIfTask {
  const singles = asked.filter(isSingle).map(({ types, needs }) => ({
    needs,
    types,
    // an extra place of a kind that is for women is none for a man, whatever the law opens to him
    extra: types.filter((type) => isKindFor(type, needs.gender)),
  }));
  const suits = (place: Place): string =>
    singles
      .flatMap(({ types, needs }, index) =>
        broken({ types, needs, apartUnits: new Set() }, place).length === 0 && place.children >= needs.children
          ? [index]
          : [],
      )
      .join(' ');
  const groups = [...Map.groupBy(free, suits)].filter(([suiting]) => suiting !== '');
  const supplyOf = singles.map((_, index) =>
    groups.flatMap(([suiting], group) => (suiting.split(' ').includes(String(index)) ? [group] : [])),
  );
  const alike = Map.groupBy(
    singles.keys(),
    (index) => `${supplyOf[index]!.join(' ')}|${singles[index]!.extra.join(' ')}`,
  );
  return {
    demands: [...alike.values()].map((indices) => ({
      count: indices.length,
      supply: supplyOf[indices[0]!]!,
      types: singles[indices[0]!]!.extra,
    })),
    supplies: groups.map(([, places]) => places.length),
    types: [...new Set(singles.flatMap(({ extra }) => extra))].toSorted(),
    extra: EXTRA,
  };
}
