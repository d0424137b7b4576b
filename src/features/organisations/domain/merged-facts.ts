import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** What the register knows of a municipality as a place. */
export interface MunicipalityFacts {
  readonly provinceCode: string;
  readonly population: number;
  readonly populationOn: PlainDate;
  readonly landKm2: number;
  /** Addresses per km² around an address (CBS, omgevingsadressendichtheid). */
  readonly addressDensity: number;
  readonly urbanity: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly hexagon: { readonly q: number; readonly r: number };
}

/** Lower limits of urbanity 1 to 4 in addresses per km² (CBS, stedelijkheid van een gebied). */
const URBANITY_FROM = [2500, 1500, 1000, 500];

/**
 * What is known of a new municipality on its first day: people and land together, the centre and the density weighed by people,
 * and on the map the place of its largest part. It holds until the register of Statistics Netherlands has its own figures.
 * @throws RangeError without parts.
 */
export function mergeFacts(parts: readonly MunicipalityFacts[]): MunicipalityFacts {
  const [first, ...rest] = parts;
  if (!first) throw new RangeError('geen gemeente om samen te voegen');
  const largest = rest.reduce((most, part) => (part.population > most.population ? part : most), first);
  const population = sum(parts, (part) => part.population);
  const weighed = (of: (part: MunicipalityFacts) => number) => sum(parts, (p) => of(p) * p.population) / population;
  const addressDensity = Math.round(weighed((part) => part.addressDensity));
  return {
    provinceCode: largest.provinceCode,
    population,
    populationOn: parts.map((part) => part.populationOn).sort()[0]!,
    landKm2: sum(parts, (part) => part.landKm2),
    addressDensity,
    urbanity: 1 + URBANITY_FROM.filter((from) => addressDensity < from).length,
    longitude: weighed((part) => part.longitude),
    latitude: weighed((part) => part.latitude),
    hexagon: largest.hexagon,
  };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** That a municipality belongs to a region, as one source says it; null: not known. */
export interface RegionOf {
  readonly kind: string;
  readonly regionId: string | null;
  readonly source: string;
}

const UNDECIDED = 'onbekend: de samengevoegde gemeenten hoorden niet bij dezelfde regio';

/** The regions of a new municipality: the one all its parts share, and otherwise not known until somebody says so. */
export function mergeRegions(parts: readonly (readonly RegionOf[])[]): readonly RegionOf[] {
  const kinds = [...new Set(parts.flat().map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const all = parts.map((regions) => regions.find((region) => region.kind === kind));
    const first = all[0];
    const isShared = all.every((region) => (region?.regionId ?? null) === (first?.regionId ?? null));
    return first && isShared ? first : { kind, regionId: null, source: UNDECIDED };
  });
}
