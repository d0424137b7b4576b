import { z } from 'zod';
import { APPROVAL_HOURS, type ApprovalKind } from '../../../platform/approvals/approval-kind.ts';
import {
  type ApprovalTables,
  type RequestRefusal,
  requestApproval,
} from '../../../platform/approvals/request-approval.ts';
import { dutchMoment } from '../../../platform/clock/dutch-moment.ts';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { askDossier } from '../../../platform/dossiers/reach.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { destroyDossierKey } from '../../../platform/vault/dossier-keys.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import {
  checkOffender,
  freePlace,
  isReadable,
  type OffenderKind,
  type OffenderNote,
  type OffenderRefusal,
  REVIEW_REASON_LENGTH,
  remindOn,
  reviewAfter,
} from '../domain/offender.ts';
import type { SignalReport, YesNoUnknown } from '../domain/signal-report.ts';
import {
  deleteOffenders,
  deleteReader,
  insertOffender,
  insertReader,
  isOffenderReader,
  offenderReaders,
  offendersOf,
  reviewOffender,
} from '../persistence/offender-store.ts';
import { holdReport, reportByCode } from '../persistence/report-store.ts';
import type { Asking, HeldTables, NotThere } from './held-report.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

export const OFFENDER_SUBJECT = 'signals.offender_note';

type Tables =
  | HeldTables
  | KeepTables
  | 'signals.offender_note'
  | 'signals.offender_reader'
  | 'vault.dossier_key'
  | 'vault.sweep';

/** A signal that this person reads, of which she may also know the alleged offenders: she is one of the three. */
async function namedFor(
  tx: Tx<Tables>,
  asking: Asking,
  code: string,
  letter: 'R' | 'W',
  time: DomainTime,
): Promise<Result<SignalReport, NotThere>> {
  const { actor, policy } = asking;
  const { organisationId: tenantId } = actor;
  const report = await (letter === 'W' ? holdReport(tx, tenantId, code) : reportByCode(tx, tenantId, code));
  if (!report) return err({ code: 'not-found' });
  const isNamedForOffenders = await isOffenderReader(tx, tenantId, actor.personId);
  const asked = { dossierId: report.dossierId, letter, dataClass: 'D7', purpose: 'VA-10' } as const;
  const reached = await askDossier(tx, policy, actor, { ...asked, facts: { isNamedForOffenders } }, time);
  return reached.ok ? ok(report) : err({ code: 'not-found' });
}

/** When its readers hear that it waits. */
const remindAt = (reviewBy: PlainDate): Date => dutchMoment(remindOn(reviewBy));

/** Records a name, a plate or a number of an alleged offender with a signal. */
export async function recordOffender(
  tx: Tx<Tables | 'privacy.dossier'>,
  asking: Asking,
  input: {
    readonly code: string;
    readonly kind: OffenderKind;
    readonly content: string;
    readonly mayBeVictim: YesNoUnknown;
  },
  time: DomainTime,
): Promise<Result<Done, NotThere | OffenderRefusal | { readonly code: 'signal-closed' }>> {
  const { actor } = asking;
  const found = await namedFor(tx, asking, input.code, 'W', time);
  if (!found.ok) return found;
  const report = found.value;
  if (report.closedOn) return err({ code: 'signal-closed' });
  const checked = checkOffender(input.kind, input.content);
  if (!checked.ok) return checked;
  const id = newRandomId();
  const path = `/meldingen/${report.code}/daders`;
  await openDossier(tx, actor, { id, kind: OFFENDER_SUBJECT, activity: 'VA-10', path }, time);
  const note: OffenderNote = {
    id,
    dossierId: id,
    kind: input.kind,
    mayBeVictim: input.mayBeVictim,
    recordedOn: time.today,
    recordedByName: actor.personName,
    reviewBy: reviewAfter(time.today),
  };
  await insertOffender(tx, actor, report.id, note, input.content, remindAt(note.reviewBy));
  const kept = { rule: 'offender-information', subject: { kind: OFFENDER_SUBJECT, id }, startsOn: time.today };
  await keepRecord(tx, { tenantId: actor.organisationId, dossierId: id, ...kept });
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

export interface OffendersView extends Done {
  readonly report: SignalReport;
  readonly notes: readonly (OffenderNote & { readonly content: string | undefined; readonly isReadable: boolean })[];
}

/** What is recorded of alleged offenders in a signal; what was not reviewed in time stays shut. */
export async function viewOffenders(
  tx: Tx<Tables>,
  asking: Asking,
  { code, opens }: { readonly code: string; readonly opens: boolean },
  time: DomainTime,
): Promise<Result<OffendersView, NotThere>> {
  const found = await namedFor(tx, asking, code, 'R', time);
  if (!found.ok) return found;
  const report = found.value;
  const mayOpen = (note: OffenderNote) => opens && isReadable(note, time.today);
  const notes = await offendersOf(tx, asking.actor.organisationId, report.id, mayOpen);
  return ok({
    subject: { kind: REPORT_SUBJECT, id: report.id },
    report,
    notes: notes.map((note) => ({ ...note, isReadable: isReadable(note, time.today) })),
  });
}

export type StillNeededRefusal = NotThere | { readonly code: 'review-reason-too-short' | 'review-reason-names' };

/** Says why it is still needed, for three months more. */
export async function keepOffender(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly code: string; readonly id: string; readonly reason: string },
  time: DomainTime,
): Promise<Result<Done, StillNeededRefusal>> {
  const reason = input.reason.trim();
  const guarded = guardText(reason);
  if (guarded.numbers.length > 0 || guarded.looksLikeName) return err({ code: 'review-reason-names' });
  if (reason.length < REVIEW_REASON_LENGTH) return err({ code: 'review-reason-too-short' });
  const found = await namedFor(tx, asking, input.code, 'W', time);
  if (!found.ok) return found;
  const { id } = found.value;
  const tenantId = asking.actor.organisationId;
  const by = reviewAfter(time.today);
  const review = { by, remindAt: remindAt(by), reason };
  if (!(await reviewOffender(tx, tenantId, id, input.id, review))) return err({ code: 'not-found' });
  return ok({ subject: { kind: REPORT_SUBJECT, id } });
}

/** Erases what is no longer needed, at once: the row and its key. */
export async function dropOffender(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly code: string; readonly id: string },
  time: DomainTime,
): Promise<Result<Done, NotThere>> {
  const tenantId = asking.actor.organisationId;
  const found = await namedFor(tx, asking, input.code, 'W', time);
  if (!found.ok) return found;
  const notes = await offendersOf(tx, tenantId, found.value.id, () => false);
  if (!notes.some(({ id }) => id === input.id)) return err({ code: 'not-found' });
  for (const dossierId of await deleteOffenders(tx, tenantId, { id: input.id }))
    await destroyDossierKey(tx, tenantId, dossierId, time.now);
  return ok({ subject: { kind: REPORT_SUBJECT, id: found.value.id } });
}

/** With a signal goes what it says of alleged offenders: never kept longer than the signal itself. @returns how many */
export async function dropWithSignal(
  tx: Tx<'signals.offender_note' | 'vault.dossier_key' | 'vault.sweep'>,
  tenantId: string,
  reportId: string,
  time: DomainTime,
): Promise<number> {
  const dossiers = await deleteOffenders(tx, tenantId, { reportId });
  for (const dossierId of dossiers) await destroyDossierKey(tx, tenantId, dossierId, time.now);
  return dossiers.length;
}

export const offenderEraser: Eraser = {
  subjectKind: OFFENDER_SUBJECT,
  async erase(tx, { tenantId, id }) {
    return { 'signals.offender_note': (await deleteOffenders(tx, tenantId, { id })).length };
  },
};

type ReaderTables = 'signals.offender_reader' | 'accounts.membership';

/** Who reads about alleged offenders, and who can be named: focal points of today. */
export async function viewReaders(tx: Tx<ReaderTables>, actor: Actor, { today }: DomainTime) {
  const readers = await offenderReaders(tx, actor.organisationId);
  const officers = await colleaguesOf(tx, actor.organisationId, today, ['aandachtsfunctionaris']);
  return { readers, candidates: officers.filter((each) => !readers.some((one) => one.personId === each.personId)) };
}

interface NameReader {
  readonly personId: string;
  readonly name: string;
}

type NamingRefusal = { readonly code: 'unknown-person' | 'three-readers' | 'named-before' };

/** Naming who may read about alleged offenders: asked by the mayor, agreed by somebody else; never by who would read. */
export const NAME_READER: ApprovalKind<NameReader> = {
  kind: 'signals.name-offender-reader',
  label: 'Iemand gegevens over mogelijke daders laten lezen',
  effect: 'Deze aandachtsfunctionaris leest vanaf nu wat over mogelijke daders is vastgelegd, en legt het vast.',
  payload: z.object({ personId: z.uuid(), name: z.string() }),
  show: ({ name }) => [{ label: 'Wie', value: name }],
  requesters: ['bestuurder'],
  deciders: ['bestuurder', 'teamleider'],
  hours: APPROVAL_HOURS,
  async execute(tx, { tenantId, payload: { personId }, requestedBy }, decider, time) {
    if (decider.personId === personId) return err({ code: 'own-reading' });
    const free = await placeFor(tx, tenantId, personId, time);
    if (!free.ok) return free;
    const namedByName = `${requestedBy.name} en ${decider.personName}`;
    const reader = { ...free.value, personId, namedByName, namedOn: time.today };
    if (!(await insertReader(tx, tenantId, reader))) return err({ code: 'three-readers' });
    return ok({ subject: { kind: 'signals.offender_reader', id: personId } });
  },
};

/** The place of a focal point who may be named today: the fourth has none. Holds the places until the deed is done. */
async function placeFor(
  tx: Tx<ReaderTables>,
  tenantId: string,
  personId: string,
  time: DomainTime,
): Promise<Result<{ readonly place: number; readonly name: string }, NamingRefusal>> {
  const readers = await offenderReaders(tx, tenantId, { forUpdate: true });
  const officers = await colleaguesOf(tx, tenantId, time.today, ['aandachtsfunctionaris']);
  const officer = officers.find((each) => each.personId === personId);
  if (!officer) return err({ code: 'unknown-person' });
  if (readers.some((each) => each.personId === personId)) return err({ code: 'named-before' });
  const place = freePlace(readers.map((each) => each.place));
  return place === undefined ? err({ code: 'three-readers' }) : ok({ place, name: officer.name });
}

export type NameReaderRefusal = NamingRefusal | RequestRefusal;

/** Asks a second person to agree that a focal point may read about alleged offenders. */
export async function nameReader(
  tx: Tx<ReaderTables | ApprovalTables>,
  actor: Actor,
  input: { readonly personId: string; readonly because: string },
  time: DomainTime,
): Promise<Result<Done, NameReaderRefusal>> {
  const free = await placeFor(tx, actor.organisationId, input.personId, time);
  if (!free.ok) return free;
  const subject = { kind: 'signals.offender_reader', id: input.personId };
  const payload = { personId: input.personId, name: free.value.name };
  const asked = await requestApproval(tx, NAME_READER, actor, { subject, payload, reason: input.because }, time);
  return asked.ok ? ok({ subject }) : asked;
}

/** Takes a reader's name away: from now on she reads nothing of it. */
export async function endReader(
  tx: Tx<ReaderTables>,
  actor: Actor,
  personId: string,
): Promise<Result<Done, { readonly code: 'unknown-person' }>> {
  if (!(await deleteReader(tx, actor.organisationId, personId))) return err({ code: 'unknown-person' });
  return ok({ subject: { kind: 'signals.offender_reader', id: personId } });
}
