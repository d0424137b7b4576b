import type { MunicipalityCode } from '../../../shared-kernel/municipality-code.ts';

/** What the reference data know of a municipality. Source and date: `seed/reference/README.md`. */
export interface Municipality {
  readonly code: MunicipalityCode;
  readonly name: string;
  readonly provinceCode: string;
  readonly province: string;
  readonly safetyRegionCode: string;
  readonly policeUnitCode: string;
  readonly policeUnit: string;
  /** Inhabitants on 1 January of the year, oldest first. */
  readonly population: readonly { readonly year: number; readonly value: number }[];
  readonly landKm2: number;
  /** Addresses per km² around an address (CBS, omgevingsadressendichtheid). */
  readonly addressDensity: number;
  /** 1 very strongly urban to 5 not urban (CBS, stedelijkheid). */
  readonly urbanity: number;
  readonly lon: number;
  readonly lat: number;
  readonly neighbours: readonly string[];
}

/** The latest known number of inhabitants. */
export function latestPopulation({ population }: Pick<Municipality, 'population'>): {
  readonly year: number;
  readonly value: number;
} {
  return population.reduce((latest, count) => (count.year > latest.year ? count : latest));
}
