import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { askDossier, type DossierTables } from '../../../platform/dossiers/reach.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { type Countdown, countdownOf, type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { type SignalStatus, statusOf } from '../domain/signal-status.ts';
import type { FoundMeasure } from '../persistence/measure-rows.ts';
import { reportsAtPlace } from '../persistence/report-query.ts';
import { placeIndexes } from '../persistence/report-store.ts';
import type { Asking, NotThere } from './held-report.ts';

export type MeasureTables = DossierTables | KeepTables | 'vault.dossier_key';

/** What a municipality does at a place, such as an inspection or a closure: it has a dossier and a term of its own. */
export interface MeasureKind {
  /** The record of its audit events, and the kind of its dossier. */
  readonly subject: string;
  /** By which rule it is kept. */
  readonly rule: string;
  /** Where its list stands. */
  readonly list: string;
}

/** A measure of which this person may do the next thing; or one answer for every other. */
export async function reachedMeasure<M extends { readonly dossierId: string }>(
  tx: Tx<MeasureTables>,
  { actor, policy }: Asking,
  found: FoundMeasure<M> | undefined,
  letter: 'R' | 'W',
  time: DomainTime,
): Promise<Result<FoundMeasure<M>, NotThere>> {
  if (!found) return err({ code: 'not-found' });
  const asked = { dossierId: found.measure.dossierId, letter, dataClass: 'D3', purpose: 'VA-02' } as const;
  return (await askDossier(tx, policy, actor, asked, time)).ok ? ok(found) : err({ code: 'not-found' });
}

/** Opens the dossier of a new measure. @returns its id: random, not in order of time, because it stands in addresses. */
export async function openMeasure(
  tx: Tx<'privacy.dossier'>,
  actor: Pick<Actor, 'organisationId'>,
  { subject, list }: MeasureKind,
  time: DomainTime,
): Promise<string> {
  const id = newRandomId();
  await openDossier(tx, actor, { id, kind: subject, activity: 'VA-02', path: `${list}/${id}` }, time);
  return id;
}

/** Counts its time from this day. */
export async function keepMeasure(
  tx: Tx<KeepTables>,
  tenantId: string,
  { subject, rule }: MeasureKind,
  { id, dossierId }: { readonly id: string; readonly dossierId: string },
  startsOn: PlainDate,
): Promise<void> {
  await keepRecord(tx, { tenantId, rule, subject: { kind: subject, id }, dossierId, startsOn });
}

/** What the page of a measure shows of its place, and how long it is still kept. */
export interface AtPlace {
  readonly place: string | undefined;
  /** Signals about the same address, without what they say. */
  readonly signals: readonly (SignalReport & { readonly status: SignalStatus })[];
  readonly countdown: Countdown | undefined;
}

/** Opens the address when asked, and finds the signals about it. */
export async function viewPlace(
  tx: Tx<MeasureTables | 'signals.signal_report'>,
  tenantId: string,
  subject: { readonly kind: string; readonly id: string },
  openPlace: FoundMeasure<unknown>['openPlace'] | undefined,
): Promise<AtPlace> {
  const place = await openPlace?.(tx);
  const indexes = place === undefined ? [] : placeIndexes(tx, place);
  const signals = await reportsAtPlace(tx, tenantId, indexes, undefined);
  return {
    place,
    signals: signals.map((report) => ({ ...report, status: statusOf(report) })),
    countdown: await countdownOf(tx, tenantId, subject),
  };
}
