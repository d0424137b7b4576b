import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { colleaguesOf, endsOf } from '../../../platform/members/members.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import {
  countsOn,
  currentFacts,
  type ElementState,
  type Fact,
  type FactTables,
  reportFact,
} from '../../approach/index.ts';
import { publishedShare } from '../domain/published-share.ts';
import { registerFacts } from '../domain/register-share.ts';
import { FOCAL_POINT_WORK } from '../domain/training.ts';
import { publishShare } from '../persistence/share-store.ts';
import { loadWorkGroups, type RegisterTables, trainingsFor } from '../persistence/trainee-store.ts';

/** What a part of learning says of an element; undefined when it says nothing. */
export interface LearningFact {
  readonly element: string;
  readonly state: ElementState;
  readonly asOf: PlainDate;
  readonly lapsesOn: PlainDate;
  readonly statement: string;
  readonly evidenceLink?: string | undefined;
}

/** Who keeps these facts, and under which evidence they can be found. */
export interface FactKeeper {
  readonly elements: readonly string[];
  readonly evidence: string;
}

const REGISTER: FactKeeper = { elements: ['K3.1', 'K3.3', 'K3.7'], evidence: 'Trainingsregister in In Beeld' };

/**
 * Tells the approach what changed, in the transaction of the deed: what says the same as before is not said again, and what is no
 * longer shown is taken back. What lapses by its own date is left to that date.
 */
export async function tellApproach(
  tx: Tx<FactTables>,
  tenantId: string,
  keeper: FactKeeper,
  said: readonly LearningFact[],
  time: DomainTime,
): Promise<void> {
  const before = (await currentFacts(tx, tenantId)).filter(({ source }) => source === 'learning');
  for (const element of keeper.elements) {
    const known = before.find((fact) => fact.element === element);
    const now = said.find((fact) => fact.element === element);
    if (now && !(known && isSame(known, now)))
      await reportFact(
        tx,
        tenantId,
        {
          ...now,
          source: 'learning',
          evidenceTitle: `${keeper.evidence}, stand van ${writeDutchDate(time.today)}`,
          reportedBy: 'Leren',
        },
        time,
      );
    else if (!now && known && known.state !== 'absent' && countsOn(known, time.today))
      await reportFact(
        tx,
        tenantId,
        {
          element,
          source: 'learning',
          state: 'absent',
          asOf: time.today,
          lapsesOn: known.lapsesOn,
          statement: `Dit blijkt niet meer uit: ${keeper.evidence}.`,
          evidenceTitle: `${keeper.evidence}, stand van ${writeDutchDate(time.today)}`,
          reportedBy: 'Leren',
        },
        time,
      );
  }
}

const isSame = (known: Fact, now: LearningFact): boolean =>
  known.state === now.state &&
  known.asOf === now.asOf &&
  known.lapsesOn === now.lapsesOn &&
  known.statement === now.statement;

/** Lets the approach follow the register (K3.1, K3.3 and K3.7) and the country its share. After every change of it, in its transaction. */
export async function tellOfRegister(
  tx: Tx<FactTables | RegisterTables | 'learning.trained_share'>,
  tenantId: string,
  time: DomainTime,
): Promise<void> {
  const groups = await loadWorkGroups(tx, tenantId);
  const focalPoints = await colleaguesOf(tx, tenantId, time.today, ['aandachtsfunctionaris']);
  const trainings = await trainingsFor(tx, tenantId, FOCAL_POINT_WORK, focalPoints);
  const ends = await endsOf(
    tx,
    tenantId,
    focalPoints.map(({ membershipId }) => membershipId),
  );
  // a training helps the municipality as long as whoever followed it is its focal point
  const trained = trainings.map(({ personId, name, followedOn, validUntil }) => {
    const holders = focalPoints.filter((each) =>
      personId ? each.personId === personId : each.name.toLowerCase() === name.toLowerCase(),
    );
    return {
      followedOn,
      validUntil: earliest(validUntil, lastEnd(holders.map(({ membershipId }) => ends.get(membershipId)))),
    };
  });
  await tellApproach(tx, tenantId, REGISTER, registerFacts(groups, trained, time.today), time);
  await publishShare(tx, tenantId, publishedShare(groups, time.today), time.now);
}

const earliest = (one: PlainDate, other: PlainDate | undefined): PlainDate =>
  other !== undefined && other < one ? other : one;

/** The last of these days; undefined when one of them is not known, and so does not come. */
const lastEnd = (ends: readonly (PlainDate | undefined)[]): PlainDate | undefined =>
  ends.includes(undefined)
    ? undefined
    : ends
        .filter((end) => end !== undefined)
        .toSorted()
        .at(-1);
