import type { ComponentChildren } from 'preact';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import { publicOffer } from '../domain/coverage.ts';
import { PublicNumber, WayToHelp } from '../ui/public-number.tsx';
import { type CoverageTables, readCoverage } from '../use-cases/coverage.ts';
import { HELP_SEEKERS } from './who.ts';

/**
 * Care coordination on the page of a municipality: for everybody one number, or nothing; for who may see more the way to it.
 * Door `published`.
 */
export async function careSection(
  tx: Tx<CoverageTables>,
  municipality: { readonly organisationId: string; readonly code: string },
  reader: Role | undefined,
  today: PlainDate,
): Promise<ComponentChildren> {
  if (reader)
    return HELP_SEEKERS.includes(reader) ? <WayToHelp municipalityCode={municipality.code} key="care" /> : undefined;
  const offer = publicOffer(await readCoverage(tx, municipality.organisationId, today));
  return offer ? <PublicNumber offer={offer} key="care" /> : undefined;
}
