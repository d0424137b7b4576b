import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { askDossier } from '../../../platform/dossiers/reach.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import { isWithCare } from '../domain/handover.ts';
import { OPENING_REASON_LENGTH, type PersonIdentity } from '../domain/person.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { type SignalStatus, statusOf } from '../domain/signal-status.ts';
import { handoversOf } from '../persistence/handover-store.ts';
import {
  indexesOf,
  insertIdentity,
  insertOpening,
  type KnownPerson,
  latestOpenings,
  type Opening,
  openIdentity,
  openingsOf,
  personIndexes,
  personsOf,
  reportsWithPerson,
} from '../persistence/identity-store.ts';
import { reportsAtPlace } from '../persistence/report-query.ts';
import { hasReach, openReach, placeIndexes } from '../persistence/report-store.ts';
import { type Asking, type HeldTables, heldReport, type NotThere, readableReport } from './held-report.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

type Tables = HeldTables | 'signals.handover' | 'signals.identity' | 'signals.identity_opening' | 'vault.dossier_key';
type Linked = SignalReport & { readonly status: SignalStatus };
const withStatus = (reports: readonly SignalReport[]): readonly Linked[] =>
  reports.map((report) => ({ ...report, status: statusOf(report) }));

/** The persons of a signal as the page shows them: that they are known, and who opened them. */
export interface PersonsView extends Done {
  readonly report: SignalReport;
  readonly persons: readonly KnownPerson[];
  readonly openings: readonly Opening[];
  /** Other signals with one of these persons, without what they say. */
  readonly samePerson: readonly Linked[];
  /** It was recorded how the source from outside may be reached. */
  readonly hasReach: boolean;
  /** She weighs signals. A care coordinator who was let in sees of this signal who it is about, and nothing of another. */
  readonly isWeigher: boolean;
}

/** Which persons of a signal are known, and other signals with them. Opens nobody. */
export async function viewPersons(
  tx: Tx<Tables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<PersonsView, NotThere>> {
  const { organisationId: tenantId } = asking.actor;
  const found = await readableReport(tx, asking, code, time);
  if (!found.ok) return found;
  const report = found.value;
  const isWeigher = asking.actor.role === 'aandachtsfunctionaris';
  if (!isWeigher && !isWithCare(await handoversOf(tx, tenantId, report.id))) return err({ code: 'not-found' });
  const indexes = isWeigher ? await indexesOf(tx, tenantId, report.id) : [];
  return ok({
    subject: { kind: REPORT_SUBJECT, id: report.id },
    report,
    persons: await personsOf(tx, tenantId, report.id),
    openings: await openingsOf(tx, tenantId, report.id),
    samePerson: withStatus(await reportsWithPerson(tx, tenantId, indexes, report.id)),
    hasReach: isWeigher && (await hasReach(tx, tenantId, report.id)),
    isWeigher,
  });
}

export type RecordPersonRefusal = NotThere | { readonly code: 'about-a-place-only' | 'signal-closed' | 'bsn-not-kept' };

/** Records who a person in a signal is. Only for a signal about a person that is open; a citizen service number is never kept. */
export async function recordPerson(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly code: string; readonly person: PersonIdentity },
  time: DomainTime,
): Promise<Result<Done, RecordPersonRefusal>> {
  const { actor } = asking;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  if (report.kind !== 'person') return err({ code: 'about-a-place-only' });
  if (report.closedOn) return err({ code: 'signal-closed' });
  const texts = [input.person.name, input.person.safeReach ?? ''];
  if (texts.some((text) => guardText(text).numbers.includes('bsn'))) return err({ code: 'bsn-not-kept' });
  const recorded = { id: newRandomId(), person: input.person, by: actor.personId, on: time.today };
  await insertIdentity(tx, actor.organisationId, report, recorded);
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

export type OpenPersonRefusal = NotThere | { readonly code: 'opening-reason-too-short' | 'opening-reason-names' };

/** Who a person is, or how the source may be reached, opened now. */
export type OpenedPerson = Done &
  ({ readonly personId: string; readonly person: PersonIdentity } | { readonly reach: string });

/**
 * Opens who a person is, or how the source may be reached (without `personId`), with a reason that stays; the log of data processing
 * gets a row that the officer for data protection sees.
 */
export async function openPerson(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly code: string; readonly personId: string | undefined; readonly reason: string },
  time: DomainTime,
): Promise<Result<OpenedPerson, OpenPersonRefusal>> {
  const { actor, policy } = asking;
  const tenantId = actor.organisationId;
  const reason = input.reason.trim();
  const guarded = guardText(reason);
  if (guarded.numbers.length > 0 || guarded.looksLikeName) return err({ code: 'opening-reason-names' });
  if (reason.length < OPENING_REASON_LENGTH) return err({ code: 'opening-reason-too-short' });
  const found = await readableReport(tx, asking, input.code, time);
  if (!found.ok) return found;
  const report = found.value;
  const asked = { dossierId: report.dossierId, letter: 'R', dataClass: 'D4', purpose: 'VA-02' } as const;
  if (!(await askDossier(tx, policy, actor, { ...asked, facts: { reason } }, time)).ok)
    return err({ code: 'not-found' });
  const { personId } = input;
  // care ends when it was sent back; and who told of it stays with who weighs
  const isCare = actor.role !== 'aandachtsfunctionaris';
  if (isCare && (personId === undefined || !isWithCare(await handoversOf(tx, tenantId, report.id))))
    return err({ code: 'not-found' });
  const subject = { kind: REPORT_SUBJECT, id: report.id };
  const person = personId === undefined ? undefined : await openIdentity(tx, tenantId, report, personId);
  const reach = personId === undefined ? await openReach(tx, tenantId, report) : undefined;
  if (!person && reach === undefined) return err({ code: 'not-found' });
  await insertOpening(tx, tenantId, report, {
    id: newRandomId(),
    identityId: personId,
    openedAt: time.now,
    openedByName: actor.personName,
    reason,
  });
  return ok(person ? { subject, personId: personId!, person } : { subject, reach: reach! });
}

/** What is sought: a place, or a person by name and day of birth, exactly. */
export type Sought = { readonly place: string } | { readonly person: Pick<PersonIdentity, 'name' | 'birthDate'> };

/** Signals about exactly this place or person, in this organisation only. Content and identity stay shut. */
export async function findSignals(
  tx: Tx<HeldTables | 'signals.identity'>,
  actor: Actor,
  sought: Sought,
): Promise<Result<Done & { readonly reports: readonly Linked[] }>> {
  const tenantId = actor.organisationId;
  const reports =
    'place' in sought
      ? await reportsAtPlace(tx, tenantId, placeIndexes(tx, sought.place), undefined)
      : await reportsWithPerson(tx, tenantId, personIndexes(tx, sought.person), undefined);
  return ok({ subject: { kind: 'signals.search', id: tenantId }, reports: withStatus(reports) });
}

/** Who opened which person and why, for the officer for data protection. */
export async function openingsForOfficer(
  tx: Tx<'signals.identity_opening' | 'signals.signal_report'>,
  actor: Actor,
): Promise<readonly (Opening & { readonly code: string })[]> {
  return latestOpenings(tx, actor.organisationId);
}
