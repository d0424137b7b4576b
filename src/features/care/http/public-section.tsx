import type { ComponentChildren } from 'preact';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { publicOffer } from '../domain/coverage.ts';
import { PublicNumber } from '../ui/public-number.tsx';
import { type CoverageTables, readCoverage } from '../use-cases/coverage.ts';

/** What everybody sees of care coordination on the page of a municipality: one number, or nothing. Door `published`. */
export async function careSection(
  tx: Tx<CoverageTables>,
  municipalityId: string,
  today: PlainDate,
): Promise<ComponentChildren> {
  const offer = publicOffer(await readCoverage(tx, municipalityId, today));
  return offer ? <PublicNumber offer={offer} key="care" /> : undefined;
}
