import { type DomainTime, inHouseOf, type Tx } from '../../../platform/db/transact.ts';
import { setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { addDays } from '../../../shared-kernel/plain-date.ts';
import { openElementsOf } from '../persistence/deadline-query.ts';
import { openPublicFacts, type PublicFactTables } from '../persistence/public-fact-store.ts';
import type { RenewTables } from './anchoring.ts';
import { SOURCE_FOUND, silenceSources, sourceSubject } from './close-sources.ts';
import { tellByRole } from './tell-by-role.ts';

/** A municipality is asked to answer within four weeks. [design: In Beeld] */
const ANSWER_DAYS = 28;
/** Where it says whether the source is right. */
const PATH = '/aanpak/openbare-bronnen';

type Tables = RenewTables | PublicFactTables;

/**
 * Tells each municipality that VNG found something public about it, in the transaction in which that is entered: once for a batch,
 * however many sources it holds. What it was told before and did not answer, is named along. Door `own`, of VNG; an exception with
 * its reasons in docs/decisions/0023.
 */
export async function askAboutSources(
  tx: Tx<Tables>,
  entered: readonly { readonly municipalityId: string; readonly element: string }[],
  time: DomainTime,
): Promise<void> {
  const found = Map.groupBy(entered, ({ municipalityId }) => municipalityId);
  // always in the same order: two batches at once do not wait for each other in a circle
  for (const id of [...found.keys()].toSorted())
    await inHouseOf(tx, id, async () => {
      const before = await openElementsOf(tx, id, SOURCE_FOUND);
      const fresh = found.get(id)!.map(({ element }) => element);
      const elements = [...new Set([...before.flatMap((each) => each.elements), ...fresh])].toSorted();
      const alarm = {
        kind: SOURCE_FOUND,
        path: PATH,
        parameters: { onderdeel: elements.join(' ') },
        dueOn: addDays(time.today, ANSWER_DAYS),
        alarmDaysAhead: [ANSWER_DAYS],
      };
      await tellByRole(tx, id, (role) => ({ ...alarm, subject: sourceSubject(role) }), setDeadline, time);
    });
}

/** Silences that alarm when VNG took back the last source that waited. Door `own`, of VNG. */
export async function stopAskingAboutSources(tx: Tx<Tables>, municipalityId: string, time: DomainTime): Promise<void> {
  await inHouseOf(tx, municipalityId, async () => {
    const waiting = await openPublicFacts(tx, { municipalityId });
    if (waiting.length === 0) await silenceSources(tx, municipalityId, time);
  });
}
