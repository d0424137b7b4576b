import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Depth } from './case-file.ts';

/** How an organisation keeps its cases. */
export interface CareSetting {
  readonly depth: Depth;
  /** Of a full file: where stands what was agreed about keeping it. */
  readonly assurance: string | undefined;
  /** How many cases one coordinator has at most; undefined while the coordinators set none. */
  readonly caseloadNorm: number | undefined;
  readonly version: number;
}

/** Lean, until somebody chooses: the file stays in the own system of the organisation. */
export const DEFAULT_SETTING: CareSetting = {
  depth: 'lean',
  assurance: undefined,
  caseloadNorm: undefined,
  version: 0,
};

export type SettingRefusal = { readonly code: 'assurance-missing' };

/** A full file holds health: it asks where the agreement about keeping it stands. */
export function checkSetting(setting: Omit<CareSetting, 'version'>): Result<undefined, SettingRefusal> {
  return setting.depth === 'full' && !setting.assurance ? err({ code: 'assurance-missing' }) : ok(undefined);
}
