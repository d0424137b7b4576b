import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables, setDeadline } from '../../../../platform/deadlines/set-deadline.ts';
import { newRandomId } from '../../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import { type CaseClock, type Reading, readingOf, readyBy } from '../../domain/cases/case-clock.ts';
import type { CaseFile } from '../../domain/cases/case-file.ts';
import { REMINDERS_AHEAD } from '../../domain/terms/clock.ts';
import { endersOf } from '../../domain/terms/procedure.ts';
import { type AskRefusal, answerTerm, type CareTerms } from '../../domain/terms/term-table.ts';
import { clocksOf, holdClock, insertClock, markClock } from '../../persistence/clock-store.ts';
import { careTermsToday } from '../care-terms.ts';
import { CASE_SUBJECT, CLOCK_SUBJECT, casePath, SHARED_SUBJECT } from './case-names.ts';
import { type FollowTables, followCase } from './follow-case.ts';
import { type Asking, type HeldCaseTables, heldCase, type NotThere } from './held-case.ts';
import { sharedWith } from './read-cases.ts';
import type { SharedCase } from './receive-referral.ts';

/** A clock of a case comes near its end. */
export const CLOCK_ENDS = 'care.clock-ends';
/** How an end is written that no event of the procedure brings. */
export const DONE = 'gedaan';

export type ClockTables = HeldCaseTables | FollowTables | DeadlineTables | 'content.edition';

/** The events that end a clock, by the state chart of its procedure; that it was done always may. */
export function endsOf(terms: CareTerms, clockId: string): readonly string[] {
  const procedure = terms.procedures.find(({ clocks }) => clocks.some(({ id }) => id === clockId));
  const clock = procedure?.clocks.find(({ id }) => id === clockId);
  return procedure && clock ? [DONE, ...endersOf(procedure, clock.runsIn).map(({ name }) => name)] : [DONE];
}

/** Sets a clock in a case: its days by the rules of today, reminders for who coordinates and who stands in. */
export async function setClock(
  tx: Tx<ClockTables | 'exchange.message' | 'vault.message_key'>,
  asking: Asking,
  input: { readonly code: string; readonly clock: string; readonly day: PlainDate },
  time: DomainTime,
): Promise<Result<Done, NotThere | AskRefusal>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const file = held.value;
  const { actor } = asking;
  const tenantId = actor.organisationId;
  const edition = await careTermsToday(tx, time.today);
  const answer = answerTerm(edition.body, input.clock, input.day);
  if (!answer.ok) return answer;
  const { computed, clock } = answer.value;
  const laid = {
    id: newRandomId(),
    caseId: file.id,
    dossierId: file.dossierId,
    clock: clock.id,
    edition: `${edition.id}@${edition.version}`,
    givenOn: input.day,
    warnsFor: computed.nominal,
    lastDay: computed.lastDay,
    needsSecond: clock.term.kind === 'stated' && clock.term.needsSecondReader,
    setBy: actor.personId,
    setByName: actor.personName,
    setOn: time.today,
  };
  await insertClock(tx, tenantId, laid);
  await remind(tx, tenantId, file, { ...laid, second: undefined, ended: undefined, version: 1 }, time);
  await settleShared(tx, tenantId, file, time);
  return followCase(tx, tenantId, file, time);
}

/** Clocks that another organisation shared and that nobody set here yet. */
const sharedNotSet = (shared: SharedCase | undefined, own: readonly Pick<CaseClock, 'clock'>[]) =>
  (shared?.clocks ?? []).filter(({ clock }) => !own.some((each) => each.clock === clock));

/** Sets every clock that was shared and not set here yet, by the rules of today. What those do not know stays to be set by hand. */
export async function takeOverClocks(
  tx: Tx<ClockTables | 'exchange.message' | 'vault.message_key'>,
  asking: Asking,
  input: { readonly code: string },
  time: DomainTime,
): Promise<Result<Done, NotThere>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const tenantId = asking.actor.organisationId;
  const shared = await sharedWith(tx, tenantId, held.value);
  for (const { clock, givenOn } of sharedNotSet(shared, await clocksOf(tx, tenantId, held.value.id)))
    await setClock(tx, asking, { code: input.code, clock, day: givenOn }, time);
  return ok({ subject: { kind: CASE_SUBJECT, id: held.value.id } });
}

/** Nothing rings any more about clocks that were shared once each of them is set here. */
async function settleShared(
  tx: Tx<ClockTables | 'exchange.message' | 'vault.message_key'>,
  tenantId: string,
  file: CaseFile,
  time: DomainTime,
): Promise<void> {
  if (file.source !== 'referral' || file.sourceId === undefined) return;
  const shared = await sharedWith(tx, tenantId, file);
  if (sharedNotSet(shared, await clocksOf(tx, tenantId, file.id)).length > 0) return;
  await completeDeadlines(tx, tenantId, { kind: SHARED_SUBJECT, id: file.sourceId }, time.now);
}

/** A second person reads the day in the letter herself. She is not who set it, and her reading is kept also when it differs. */
export async function readAgain(
  tx: Tx<ClockTables>,
  asking: Asking,
  input: { readonly code: string; readonly clockId: string; readonly day: PlainDate },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'own-reading' | 'no-second-needed' | 'clock-ended' }>> {
  const found = await heldClock(tx, asking, input, time);
  if (!found.ok) return found;
  const { file, clock } = found.value;
  const { actor } = asking;
  if (clock.ended) return err({ code: 'clock-ended' });
  if (!clock.needsSecond) return err({ code: 'no-second-needed' });
  if (clock.setBy === actor.personId) return err({ code: 'own-reading' });
  const second = { day: input.day, by: actor.personId, name: actor.personName };
  await markClock(tx, actor.organisationId, clock, { second });
  await remind(tx, actor.organisationId, file, { ...clock, second }, time);
  return followCase(tx, actor.organisationId, file, time);
}

/** Ends a clock: it was done in time, or something happened that ends it. Until then it rings, also past its day. */
export async function endClock(
  tx: Tx<ClockTables>,
  asking: Asking,
  input: { readonly code: string; readonly clockId: string; readonly by: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'clock-ended' | 'unknown-end' }>> {
  const found = await heldClock(tx, asking, input, time);
  if (!found.ok) return found;
  const { file, clock } = found.value;
  const { actor } = asking;
  if (clock.ended) return err({ code: 'clock-ended' });
  const { body } = await careTermsToday(tx, time.today);
  if (!endsOf(body, clock.clock).includes(input.by)) return err({ code: 'unknown-end' });
  await markClock(tx, actor.organisationId, clock, {
    ended: { on: time.today, by: input.by, name: actor.personName },
  });
  await completeDeadlines(tx, actor.organisationId, { kind: CLOCK_SUBJECT, id: clock.id }, time.now);
  return followCase(tx, actor.organisationId, file, time);
}

async function heldClock(
  tx: Tx<ClockTables>,
  asking: Asking,
  input: { readonly code: string; readonly clockId: string },
  time: DomainTime,
): Promise<Result<{ readonly file: CaseFile; readonly clock: CaseClock }, NotThere>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const clock = await holdClock(tx, asking.actor.organisationId, input.clockId);
  return clock?.caseId === held.value.id ? ok({ file: held.value, clock }) : err({ code: 'not-found' });
}

async function remind(
  tx: Tx<DeadlineTables>,
  tenantId: string,
  file: CaseFile,
  clock: CaseClock,
  time: DomainTime,
): Promise<void> {
  await setDeadline(
    tx,
    {
      tenantId,
      kind: CLOCK_ENDS,
      subject: { kind: CLOCK_SUBJECT, id: clock.id },
      path: `${casePath(file.code)}/termijnen`,
      parameters: { dossier: file.code },
      dueOn: readyBy(clock),
      assigneeId: file.coordinatorId,
      substituteId: file.substituteId,
      alsoId: file.substituteId,
      alarmDaysAhead: [...REMINDERS_AHEAD, 0],
    },
    time,
  );
}

/** Reminds whoever works on the case now: after somebody else took it over, or stands in. */
export async function remindAnew(
  tx: Tx<DeadlineTables | 'care.case_clock'>,
  tenantId: string,
  file: CaseFile,
  time: DomainTime,
): Promise<void> {
  for (const clock of await clocksOf(tx, tenantId, file.id))
    if (!clock.ended) await remind(tx, tenantId, file, clock, time);
}

/** A clock of a case in the words of the content it was set by; what left the content keeps its own name. */
export interface NamedClock {
  readonly id: string;
  readonly name: string;
  readonly article: string;
  readonly after: string;
  readonly isVerified: boolean;
  readonly givenOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly readyBy: PlainDate;
  readonly reading: Reading;
  readonly secondDay: PlainDate | undefined;
  readonly isOwnReading: boolean;
  readonly setByName: string;
  readonly ended: CaseClock['ended'];
  readonly ends: readonly string[];
}

/** The clocks of a case, which can be set, and which another organisation shared that nobody set here yet. */
export async function readClocks(
  tx: Tx<'care.case_clock' | 'content.edition' | 'exchange.message' | 'vault.message_key'>,
  actor: Pick<Actor, 'organisationId' | 'personId'>,
  file: CaseFile,
  known: SharedCase | undefined,
  time: DomainTime,
): Promise<{
  readonly clocks: readonly NamedClock[];
  readonly shared: readonly { readonly name: string; readonly lastDay: PlainDate }[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}> {
  const { body } = await careTermsToday(tx, time.today);
  const named = body.procedures.flatMap((procedure) => procedure.clocks.map((clock) => ({ procedure, clock })));
  const running = await clocksOf(tx, actor.organisationId, file.id);
  const shared = known ?? (await sharedWith(tx, actor.organisationId, file));
  return {
    shared: sharedNotSet(shared, running).map(({ clock: id, lastDay }) => ({
      name: named.find(({ clock }) => clock.id === id)?.clock.name ?? id,
      lastDay,
    })),
    clocks: running.map((each) => {
      const said = named.find(({ clock }) => clock.id === each.clock)?.clock;
      return {
        id: each.id,
        name: said?.name ?? each.clock,
        article: said?.article ?? 'Deze klok staat niet meer in de lijst.',
        after: said?.after ?? '',
        isVerified: said?.verifiedOn != null,
        givenOn: each.givenOn,
        lastDay: each.lastDay,
        readyBy: readyBy(each),
        reading: readingOf(each),
        secondDay: each.second?.day,
        isOwnReading: each.setBy === actor.personId,
        setByName: each.setByName,
        ended: each.ended,
        ends: endsOf(body, each.clock),
      };
    }),
    choices: named
      .filter(({ clock }) => clock.term.kind !== 'unknown')
      .map(({ procedure, clock }) => ({
        value: clock.id,
        label: clock.name.startsWith(procedure.name) ? clock.name : `${procedure.name}: ${clock.name}`,
      })),
  };
}

/** What the clocks are called today. */
export async function clockNames(tx: Tx<'content.edition'>, today: PlainDate): Promise<ReadonlyMap<string, string>> {
  const { body } = await careTermsToday(tx, today);
  return new Map(body.procedures.flatMap(({ clocks }) => clocks.map(({ id, name }) => [id, name] as const)));
}
