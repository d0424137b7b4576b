import type { Tx } from '../../../platform/db/transact.ts';
import {
  blindIndex,
  blindIndexes,
  openMany,
  sealMany,
  type ToOpen,
  type ToSeal,
} from '../../../platform/vault/sealing.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Sealed } from '../../../shared-kernel/sealed.ts';
import {
  normalisedPlace,
  type ReportDecision,
  type SignalContent,
  type SignalReport,
  type SourceReach,
} from '../domain/signal-report.ts';
import { REPORT_COLUMNS, toReport } from './report-rows.ts';

type Tables = 'signals.signal_report';
type Vault = 'vault.dossier_key';

/** The sealed columns of a signal, and which part of it they hold. */
const CONTENT = {
  observation: 'signals.signal_report.observation',
  saidByPerson: 'signals.signal_report.said_by_person',
  saidByOther: 'signals.signal_report.said_by_other',
  interpretation: 'signals.signal_report.interpretation',
  place: 'signals.signal_report.place',
} as const;
type Part = keyof typeof CONTENT;
const REACH = 'signals.signal_report.source_reach';
type Column = (typeof CONTENT)[Part] | typeof REACH;

/** Whom the content of a signal is about in the log of data processing: whoever is in it, known by the signal itself. */
export const aboutSignal = (report: Pick<SignalReport, 'id'>) => ({ kind: 'signals.person', id: report.id }) as const;

/** By what another signal about the same place is found, within this organisation only. */
export function placeIndex(tx: object, place: string): Buffer {
  return blindIndex(tx, 'signals.signal_report.place', normalisedPlace(place));
}

/** To seek by: also under keys of before. */
export function placeIndexes(tx: object, place: string): readonly Buffer[] {
  return blindIndexes(tx, 'signals.signal_report.place', normalisedPlace(place));
}

/** Lays a signal with its content sealed under the key of its dossier, which is there already. Three statements. */
export async function insertReport(
  tx: Tx<Tables | Vault>,
  tenantId: string,
  report: SignalReport,
  content: SignalContent & SourceReach,
): Promise<void> {
  const { id, dossierId } = report;
  const parts: [Column, string][] = Object.entries(CONTENT).flatMap(([part, column]): [Column, string][] => {
    const text = content[part as Part];
    return text ? [[column, text]] : [];
  });
  if (content.sourceReach) parts.push([REACH, content.sourceReach]);
  const cells = await sealMany(
    tx,
    parts.map(([column, text]): ToSeal<Column> => ({ dossierId, column, rowId: id, content: text })),
  );
  const sealedIn = <C extends Column>(column: C) => {
    const index = parts.findIndex(([each]) => each === column);
    return index < 0 ? null : (cells[index] as unknown as Sealed<C>);
  };
  await tx
    .insertInto('signals.signal_report')
    .values({
      tenant_id: tenantId,
      id,
      dossier_id: dossierId,
      code: report.code,
      kind: report.kind,
      source: report.source,
      reporter_person_id: report.reporterPersonId ?? null,
      reporter_function: report.reporterFunction,
      source_may_hear: report.sourceMayHear,
      recorded_by: report.recordedBy,
      received_on: report.receivedOn,
      act_by: report.actBy ?? null,
      decide_by: report.decideBy ?? null,
      form: report.form,
      sector: report.sector,
      is_danger_now: report.isDangerNow,
      called_112_at: report.called112At ?? null,
      is_minor: report.isMinor,
      observation: sealedIn(CONTENT.observation)!,
      said_by_person: sealedIn(CONTENT.saidByPerson),
      said_by_other: sealedIn(CONTENT.saidByOther),
      interpretation: sealedIn(CONTENT.interpretation),
      place: sealedIn(CONTENT.place),
      place_index: content.place ? placeIndex(tx, content.place) : null,
      source_reach: sealedIn(REACH),
    })
    .execute();
}

/** A signal without its content, by its code; undefined when it is not there, or hidden from who asks. */
export async function reportByCode(tx: Tx<Tables>, tenantId: string, code: string): Promise<SignalReport | undefined> {
  const row = await tx
    .selectFrom('signals.signal_report')
    .select(REPORT_COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('code', '=', code)
    .executeTakeFirst();
  return row && toReport(row);
}

/** The same, held until the deed is done. */
export async function holdReport(tx: Tx<Tables>, tenantId: string, code: string): Promise<SignalReport | undefined> {
  const row = await tx
    .selectFrom('signals.signal_report')
    .select(REPORT_COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  return row && toReport(row);
}

/** What was seen and said, as it stands sealed. */
type SealedParts = Readonly<Record<Part, Uint8Array | null>>;

/** A signal with its content still sealed, in one statement; undefined when it is not there, or hidden from who asks. */
export async function sealedReport(
  tx: Tx<Tables>,
  tenantId: string,
  code: string,
): Promise<{ readonly report: SignalReport; readonly sealed: SealedParts } | undefined> {
  const row = await tx
    .selectFrom('signals.signal_report')
    .select(REPORT_COLUMNS)
    .select(['observation', 'said_by_person', 'said_by_other', 'interpretation', 'place'])
    .where('tenant_id', '=', tenantId)
    .where('code', '=', code)
    .executeTakeFirst();
  return (
    row && {
      report: toReport(row),
      sealed: {
        observation: row.observation,
        saidByPerson: row.said_by_person,
        saidByOther: row.said_by_other,
        interpretation: row.interpretation,
        place: row.place,
      },
    }
  );
}

/**
 * Opens what was seen and said, and leaves a row in the log of data processing when the signal is about a person. Undefined when the
 * key of the dossier was destroyed.
 */
export async function openParts(
  tx: Tx<Vault>,
  report: SignalReport,
  sealed: SealedParts,
): Promise<SignalContent | undefined> {
  const parts = (Object.keys(CONTENT) as Part[]).filter((part) => sealed[part] !== null);
  const about = report.kind === 'person' ? aboutSignal(report) : 'nobody';
  const texts = await openMany(
    tx,
    parts.map(
      (part): ToOpen<Column> => ({
        sealed: sealed[part] as Sealed<Column>,
        about,
        dossierId: report.dossierId,
        column: CONTENT[part],
        rowId: report.id,
      }),
    ),
  );
  const opened = Object.fromEntries(parts.map((part, index) => [part, texts[index]])) as Partial<SignalContent>;
  return opened.observation === undefined ? undefined : { ...opened, observation: opened.observation };
}

/** The same for a signal that was found before. */
export async function openContent(
  tx: Tx<Tables | Vault>,
  tenantId: string,
  { code }: SignalReport,
): Promise<SignalContent | undefined> {
  const found = await sealedReport(tx, tenantId, code);
  return found && openParts(tx, found.report, found.sealed);
}

/** The place of a signal alone, for what must not be said elsewhere; undefined when it names none. */
export async function openPlace(
  tx: Tx<Tables | Vault>,
  tenantId: string,
  report: SignalReport,
): Promise<string | undefined> {
  const { place } = await tx
    .selectFrom('signals.signal_report')
    .select('place')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', report.id)
    .executeTakeFirstOrThrow();
  if (!place) return undefined;
  const about = report.kind === 'person' ? aboutSignal(report) : 'nobody';
  const cell = { sealed: place, about, dossierId: report.dossierId, column: CONTENT.place, rowId: report.id } as const;
  const [text] = await openMany(tx, [cell]);
  return text;
}

/** Writes down a day on which something happened, and by when the next thing is to be done. */
export async function markReport(
  tx: Tx<Tables>,
  tenantId: string,
  id: string,
  marks: {
    readonly takenUp?: { readonly on: PlainDate; readonly by: string };
    readonly weighedOn?: PlainDate;
    readonly passedOn?: PlainDate;
    readonly answeredOn?: PlainDate;
    readonly closed?: { readonly on: PlainDate; readonly reason: string };
    readonly decided?: { readonly on: PlainDate; readonly decision: ReportDecision };
    /** `null` when nothing waits for the focal point any more. */
    readonly actBy?: PlainDate | null;
  },
): Promise<void> {
  const { takenUp, closed, decided } = marks;
  await tx
    .updateTable('signals.signal_report')
    .set({
      ...(takenUp && { taken_up_on: takenUp.on, taken_up_by: takenUp.by }),
      ...(marks.weighedOn && { weighed_on: marks.weighedOn }),
      ...(marks.passedOn && { passed_on: marks.passedOn }),
      ...(marks.answeredOn && { answered_on: marks.answeredOn }),
      ...(closed && { closed_on: closed.on, close_reason: closed.reason }),
      ...(decided && { decided_on: decided.on, decision: decided.decision }),
      ...(marks.actBy !== undefined && { act_by: marks.actBy }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** How a source from outside may be reached: identity, so it opens with a row in the log. Undefined when nothing was recorded. */
export async function openReach(
  tx: Tx<Tables | Vault>,
  tenantId: string,
  report: SignalReport,
): Promise<string | undefined> {
  const { source_reach: sealed } = await tx
    .selectFrom('signals.signal_report')
    .select('source_reach')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', report.id)
    .executeTakeFirstOrThrow();
  if (!sealed) return undefined;
  const about = { kind: 'signals.source', id: report.id };
  const [text] = await openMany(tx, [{ sealed, about, dossierId: report.dossierId, column: REACH, rowId: report.id }]);
  return text;
}

/** Whether it was recorded how the source may be reached. Opens nothing. */
export async function hasReach(tx: Tx<Tables>, tenantId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('signals.signal_report')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('source_reach', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}
