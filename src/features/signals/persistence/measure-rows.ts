import type { Tx } from '../../../platform/db/transact.ts';
import { openMany } from '../../../platform/vault/sealing.ts';
import type { Sealed } from '../../../shared-kernel/sealed.ts';
import type { Aftermath } from '../domain/inspection.ts';

/** What the tables of measures at a place have in common: a sealed address, and in numbers what the measure took away. */

export const AFTERMATH_COLUMNS = [
  'lost_home',
  'lost_work',
  'went_shelter',
  'went_housing',
  'went_family',
  'went_abroad',
  'went_unknown',
] as const;

export type AftermathRow = Readonly<Record<(typeof AFTERMATH_COLUMNS)[number], number | null>>;

/** The numbers of a row; the database holds that they are whole once it was carried out. */
export const toAftermath = (row: AftermathRow): Aftermath => ({
  lostHome: row.lost_home!,
  lostWork: row.lost_work!,
  wentShelter: row.went_shelter!,
  wentHousing: row.went_housing!,
  wentFamily: row.went_family!,
  wentAbroad: row.went_abroad!,
  wentUnknown: row.went_unknown!,
});

export const aftermathRow = (after: Aftermath) => ({
  lost_home: after.lostHome,
  lost_work: after.lostWork,
  went_shelter: after.wentShelter,
  went_housing: after.wentHousing,
  went_family: after.wentFamily,
  went_abroad: after.wentAbroad,
  went_unknown: after.wentUnknown,
});

/** Opens the address of a measure; undefined when it has none, or was erased. */
export type OpenPlace = (tx: Tx<'vault.dossier_key'>) => Promise<string | undefined>;

/** A measure as it was found, with its address still sealed. */
export interface FoundMeasure<M> {
  readonly measure: M;
  readonly openPlace: OpenPlace;
}

/** `about` says whether looking at the address is looking at somebody. */
export function found<
  M extends { readonly id: string; readonly dossierId: string },
  Column extends 'signals.inspection.place' | 'signals.closure.place',
>(
  measure: M,
  column: Column,
  sealed: Sealed<Column> | null,
  about: 'nobody' | { readonly kind: string; readonly id: string },
): FoundMeasure<M> {
  return {
    measure,
    async openPlace(tx) {
      if (!sealed) return undefined;
      const { id: rowId, dossierId } = measure;
      return (await openMany(tx, [{ sealed, about, dossierId, column, rowId }]))[0];
    },
  };
}

/** How many measures stand on one page of a list. */
export const MEASURES_A_PAGE = 50;
