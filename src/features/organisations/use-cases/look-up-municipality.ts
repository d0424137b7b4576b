import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { searchByName } from '../domain/name-search.ts';
import {
  carriersOn,
  findDissolved,
  findMembers,
  findMunicipalities,
  findMunicipality,
  findRegions,
  findSuccessions,
  findSuccessors,
  type Municipality,
  organisationWithCode,
  type Predecessor,
  takenOver,
} from '../persistence/municipality-query.ts';

export type { Municipality, Predecessor, Region } from '../persistence/municipality-query.ts';

type Tables =
  | 'organisations.municipality'
  | 'organisations.organisation'
  | 'organisations.code_period'
  | 'organisations.region_membership'
  | 'organisations.succession';

/** Every municipality that exists today. */
export async function listMunicipalities(tx: Tx<Tables>, today: PlainDate): Promise<readonly Municipality[]> {
  return findMunicipalities(tx, today);
}

/**
 * Searches municipalities by what people type: a part of the name, a name with a letter wrong, or one that is no more. Without
 * `name` everything is found.
 */
export async function searchMunicipalities(
  tx: Tx<Tables>,
  wanted: { readonly name: string; readonly province: string },
  today: PlainDate,
) {
  const all = await findMunicipalities(tx, today);
  const existing = searchByName(all, wanted.name);
  const former =
    wanted.name.trim() === ''
      ? { found: [], isGuess: false }
      : searchByName(await findDissolved(tx, today), wanted.name);
  const isGuess = existing.isGuess && former.isGuess;
  return {
    all,
    shown: existing.found.filter(
      (each) => existing.isGuess === isGuess && (!wanted.province || each.provinceCode === wanted.province),
    ),
    former: former.isGuess === isGuess ? former.found : [],
    /** Nothing is called what was typed; what was found is written alike. */
    isGuess,
  };
}

/** The municipalities that were dissolved before this day, by the code and name they had. */
export async function dissolvedMunicipalities(
  tx: Tx<'organisations.succession' | 'organisations.organisation'>,
  today: PlainDate,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return (await findDissolved(tx, today)).map(({ formerCode, name }) => ({ code: formerCode, name }));
}

/** One municipality with its regions; or, when it was dissolved, who took over. */
export async function lookUpMunicipality(tx: Tx<Tables>, code: string, today: PlainDate) {
  const municipality = await findMunicipality(tx, code, today);
  if (municipality)
    return { municipality, regions: await findRegions(tx, municipality.organisationId, today), successors: [] };
  const successors = await findSuccessors(tx, code);
  return successors.length > 0 ? { municipality: undefined, regions: [], successors } : undefined;
}

/** The organisations that a region's director may look into today. */
export async function membersOfRegion(tx: Tx<Tables>, regionId: string, today: PlainDate): Promise<readonly string[]> {
  return findMembers(tx, regionId, today);
}

/** The organisation with this code, when it exists today. */
export async function organisationByCode(tx: Tx<'organisations.organisation'>, code: string, today: PlainDate) {
  return organisationWithCode(tx, code, today);
}

/** Who carries an organisation today: itself as long as it exists; then nobody, its successor, or after a split several. */
export async function carriersToday(
  tx: Tx<'organisations.succession' | 'organisations.organisation'>,
  organisationId: string,
  today: PlainDate,
) {
  return carriersOn(tx, organisationId, today);
}

/** Whose records this organisation may read because it took them over; asked through the door `mandate`. */
export async function predecessorsOf(
  tx: Tx<'organisations.mandate' | 'organisations.organisation'>,
  organisationId: string,
  today: PlainDate,
): Promise<readonly Predecessor[]> {
  return takenOver(tx, organisationId, today);
}

/** Who carries each of these organisations today: for a list that was written before a merger. Itself where nothing changed. */
export async function carriersOfAll(
  tx: Tx<'organisations.succession'>,
  today: PlainDate,
): Promise<(organisationId: string) => readonly string[]> {
  const next = Map.groupBy(await findSuccessions(tx, today), ({ from }) => from);
  const carriers = (id: string): readonly string[] => {
    const after = next.get(id);
    return after ? [...new Set(after.flatMap(({ to }) => carriers(to)))] : [id];
  };
  return carriers;
}
