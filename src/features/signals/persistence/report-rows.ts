import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type {
  CloseReason,
  Form,
  MayHear,
  ReportDecision,
  ReporterFunction,
  ReportKind,
  Sector,
  SignalReport,
  Source,
  YesNoUnknown,
} from '../domain/signal-report.ts';

/** The columns of a signal that are not sealed. */
export const REPORT_COLUMNS = [
  'id',
  'dossier_id',
  'code',
  'kind',
  'source',
  'reporter_person_id',
  'reporter_function',
  'source_may_hear',
  'recorded_by',
  'received_on',
  'act_by',
  'form',
  'sector',
  'is_danger_now',
  'called_112_at',
  'is_minor',
  'taken_up_on',
  'taken_up_by',
  'weighed_on',
  'passed_on',
  'answered_on',
  'closed_on',
  'close_reason',
  'decide_by',
  'decision',
  'decided_on',
] as const;

interface ReportRow {
  readonly id: string;
  readonly dossier_id: string;
  readonly code: string;
  readonly kind: string;
  readonly source: string;
  readonly reporter_person_id: string | null;
  readonly reporter_function: string;
  readonly source_may_hear: string;
  readonly recorded_by: string;
  readonly received_on: PlainDate;
  readonly act_by: PlainDate | null;
  readonly form: string;
  readonly sector: string;
  readonly is_danger_now: boolean;
  readonly called_112_at: string | null;
  readonly is_minor: string;
  readonly taken_up_on: PlainDate | null;
  readonly taken_up_by: string | null;
  readonly weighed_on: PlainDate | null;
  readonly passed_on: PlainDate | null;
  readonly answered_on: PlainDate | null;
  readonly closed_on: PlainDate | null;
  readonly close_reason: string | null;
  readonly decide_by: PlainDate | null;
  readonly decision: string | null;
  readonly decided_on: PlainDate | null;
}

/** A row as the domain knows it. The database checks the closed lists. */
export function toReport(row: ReportRow): SignalReport {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    code: row.code,
    kind: row.kind as ReportKind,
    source: row.source as Source,
    reporterPersonId: row.reporter_person_id ?? undefined,
    reporterFunction: row.reporter_function as ReporterFunction,
    sourceMayHear: row.source_may_hear as MayHear,
    recordedBy: row.recorded_by,
    receivedOn: row.received_on,
    actBy: row.act_by ?? undefined,
    form: row.form as Form,
    sector: row.sector as Sector,
    isDangerNow: row.is_danger_now,
    called112At: row.called_112_at?.slice(0, 5),
    isMinor: row.is_minor as YesNoUnknown,
    takenUpOn: row.taken_up_on ?? undefined,
    takenUpBy: row.taken_up_by ?? undefined,
    weighedOn: row.weighed_on ?? undefined,
    passedOn: row.passed_on ?? undefined,
    answeredOn: row.answered_on ?? undefined,
    closedOn: row.closed_on ?? undefined,
    closeReason: (row.close_reason as CloseReason | null) ?? undefined,
    decideBy: row.decide_by ?? undefined,
    decision: (row.decision as ReportDecision | null) ?? undefined,
    decidedOn: row.decided_on ?? undefined,
  };
}
