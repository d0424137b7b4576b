import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { Eraser } from '../../../platform/retention/erase-work.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { addMonths, dutchDay } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { guardTexts, type NumberFound } from '../../../shared-kernel/text-guard.ts';
import {
  type CloseRefusal,
  type Incident,
  type IncidentReport,
  judgeClosing,
  judgeStep,
  nextClock,
  type SafetyOutcome,
  type StepKind,
  type StepRefusal,
} from '../domain/incident.ts';
import {
  closeIncident,
  deleteIncident,
  type IncidentTables,
  incidentsOf,
  incidentToChange,
  insertIncident,
  insertStep,
} from '../persistence/incident-store.ts';

export const INCIDENT_SUBJECT = 'privacy.incident';
export const INCIDENT_CLOCK = 'privacy.incident-clock';
export const DRILL_DUE = 'privacy.drill-due';
export const INCIDENTS_PATH = '/privacyloket/datalekken';
const DRILL_SUBJECT = 'privacy.drill';

type Tables = IncidentTables | DeadlineTables | KeepTables;

export interface NumbersRefusal {
  readonly code: 'incident-holds-number';
  readonly field: 'what' | 'taken' | 'note';
  readonly found: NumberFound;
}
export interface TooEarly {
  readonly code: 'incident-in-future';
}
export interface NoIncident {
  readonly code: 'not-found';
}

/** Who may write down that something went wrong is bound by their role; the text may not say who it is about. */
export async function reportIncident(
  tx: Tx<Tables>,
  actor: Actor,
  report: IncidentReport,
  time: DomainTime,
): Promise<Result<Done, NumbersRefusal | TooEarly>> {
  const numbers = numbersIn({ what: report.what, taken: report.taken });
  if (numbers) return err(numbers);
  if (report.discoveredAt > time.now) return err({ code: 'incident-in-future' });
  const tenantId = actor.organisationId;
  const subject = { kind: INCIDENT_SUBJECT, id: newId() };
  await insertIncident(tx, tenantId, { id: subject.id, report, byName: actor.personName, at: time.now });
  await count(tx, tenantId, subject, time);
  await watch(tx, actor, subject.id, time);
  if (report.isDrill) {
    await setDeadline(
      tx,
      {
        tenantId,
        kind: DRILL_DUE,
        subject: { kind: DRILL_SUBJECT, id: tenantId },
        path: INCIDENTS_PATH,
        parameters: {},
        dueOn: addMonths(time.today, 12),
        assigneeId: actor.membershipId,
        substituteId: undefined,
        alarmDaysAhead: [30, 0],
      },
      time,
    );
  }
  return ok({ subject });
}

/** Writes down what was done. */
export async function takeStep(
  tx: Tx<Tables>,
  actor: Actor,
  asked: {
    readonly incidentId: string;
    readonly kind: StepKind;
    readonly outcome?: SafetyOutcome;
    readonly note: string;
  },
  time: DomainTime,
): Promise<Result<Done, StepRefusal | NumbersRefusal | NoIncident>> {
  const tenantId = actor.organisationId;
  const incident = await incidentToChange(tx, tenantId, asked.incidentId);
  if (!incident) return err({ code: 'not-found' });
  const judged = judgeStep(incident, asked.kind, time.now);
  if (!judged.ok) return judged;
  const numbers = numbersIn({ note: asked.note });
  if (numbers) return err(numbers);
  await insertStep(tx, tenantId, {
    incidentId: incident.id,
    id: newId(),
    step: {
      kind: asked.kind,
      outcome: asked.outcome,
      note: asked.note,
      doneByName: actor.personName,
      doneAt: time.now,
    },
  });
  await watch(tx, actor, incident.id, time);
  return ok({ subject: { kind: INCIDENT_SUBJECT, id: incident.id } });
}

/** Ends an incident; its time of keeping counts from now. */
export async function endIncident(
  tx: Tx<Tables>,
  actor: Actor,
  incidentId: string,
  time: DomainTime,
): Promise<Result<Done, CloseRefusal | NoIncident>> {
  const tenantId = actor.organisationId;
  const incident = await incidentToChange(tx, tenantId, incidentId);
  if (!incident) return err({ code: 'not-found' });
  const judged = judgeClosing(incident, time.now);
  if (!judged.ok) return judged;
  const subject = { kind: INCIDENT_SUBJECT, id: incident.id };
  await closeIncident(tx, tenantId, incident.id, time.now);
  await completeDeadlines(tx, tenantId, subject, time.now);
  await count(tx, tenantId, subject, time);
  return ok({ subject });
}

/** All incidents, and when it was last practised. */
export async function readIncidents(
  tx: Tx<IncidentTables>,
  actor: Actor,
): Promise<{ readonly incidents: readonly Incident[]; readonly lastDrill: Date | undefined }> {
  const incidents = await incidentsOf(tx, actor.organisationId);
  return { incidents, lastDrill: incidents.find(({ isDrill }) => isDrill)?.reportedAt };
}

export async function readIncident(tx: Tx<IncidentTables>, actor: Actor, id: string): Promise<Incident | undefined> {
  return (await incidentsOf(tx, actor.organisationId, id))[0];
}

/** Warns of the first clock that still runs; without one there is nothing to warn of. */
async function watch(tx: Tx<Tables>, actor: Actor, id: string, time: DomainTime): Promise<void> {
  const tenantId = actor.organisationId;
  const subject = { kind: INCIDENT_SUBJECT, id };
  const incident = (await incidentsOf(tx, tenantId, id))[0]!;
  const clock = nextClock(incident, time.now);
  if (!clock) return completeDeadlines(tx, tenantId, subject, time.now);
  await setDeadline(
    tx,
    {
      tenantId,
      kind: INCIDENT_CLOCK,
      subject,
      path: `${INCIDENTS_PATH}/${id}`,
      parameters: { oefening: incident.isDrill ? 'ja' : 'nee' },
      dueOn: dutchDay(clock),
      assigneeId: actor.membershipId,
      substituteId: undefined,
      alarmDaysAhead: [1, 0],
    },
    time,
  );
}

async function count(tx: Tx<Tables>, tenantId: string, subject: Done['subject'], time: DomainTime): Promise<void> {
  await keepRecord(tx, { tenantId, rule: 'incident', subject, startsOn: time.today });
}

function numbersIn(texts: Partial<Record<NumbersRefusal['field'], string>>): NumbersRefusal | undefined {
  const [refused] = guardTexts<NumbersRefusal['field']>(texts).refused;
  return refused && { code: 'incident-holds-number', field: refused.field, found: refused.found };
}

/** Erases an incident with its steps, years after it ended. */
export const incidentEraser: Eraser = {
  subjectKind: INCIDENT_SUBJECT,
  erase: (tx, { tenantId, id }) => deleteIncident(tx, tenantId, id),
};
