import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables, setDeadline } from '../../../../platform/deadlines/set-deadline.ts';
import { newRandomId } from '../../../../platform/ids/uuid.ts';
import type { KeepTables } from '../../../../platform/retention/keep-record.ts';
import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import { ageBand } from '../../../registration/index.ts';
import {
  checkEvent,
  EVENT_STEPS,
  type EventKind,
  type EventRefusal,
  kindWritten,
  openSteps,
} from '../../domain/cases/case-event.ts';
import { eventsOf, holdEvent, insertEvent, type ToldEvent, writeSteps } from '../../persistence/case-event-store.ts';
import { keepCase } from './begin-case.ts';
import { said } from './case-deeds.ts';
import { CASE_SUBJECT, casePath, EVENT_SUBJECT } from './case-names.ts';
import { type Asking, type HeldCaseTables, heldCase, type NotThere } from './held-case.ts';

/** Somebody is gone, and steps were not all taken. */
export const STEPS_OPEN = 'care.steps-open';

export type EventTables = HeldCaseTables | KeepTables | DeadlineTables | 'care.case_event' | 'vault.dossier_key';

/** How many events a page opens. */
const FIRST_EVENTS = 50;

export const readEvents = (
  tx: Tx<'care.case_event' | 'vault.dossier_key'>,
  tenantId: string,
  caseId: string,
): Promise<readonly ToldEvent[]> => eventsOf(tx, tenantId, caseId, FIRST_EVENTS);

export interface EventInput {
  readonly code: string;
  readonly kind: EventKind;
  readonly happenedOn: PlainDate;
  readonly text: string;
}

/** Writes down what happened. Somebody who left, or a child that is missing, rings today until every step was taken. */
export async function recordEvent(
  tx: Tx<EventTables>,
  asking: Asking,
  input: EventInput,
  time: DomainTime,
): Promise<Result<Done, NotThere | EventRefusal>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const file = held.value;
  const tenantId = asking.actor.organisationId;
  const known = await said(tx, tenantId, input.code);
  if (!known) return err({ code: 'not-found' });
  const isMinor = ageBand(known.content.ageGroup, known.person?.birthDate, time.today);
  const checked = checkEvent(input, isMinor, time.today);
  if (!checked.ok) return checked;
  const kind = kindWritten(input.kind, isMinor);
  const id = newRandomId();
  const hasSteps = EVENT_STEPS[kind].length > 0;
  await insertEvent(
    tx,
    tenantId,
    {
      id,
      caseId: file.id,
      dossierId: file.dossierId,
      kind,
      happenedOn: input.happenedOn,
      settledOn: hasSteps ? undefined : time.today,
      recordedByName: asking.actor.personName,
      recordedAt: time.now,
    },
    input.text,
  );
  if (hasSteps)
    await setDeadline(
      tx,
      {
        tenantId,
        kind: STEPS_OPEN,
        subject: { kind: EVENT_SUBJECT, id },
        path: `${casePath(file.code)}/gebeurtenissen`,
        parameters: { dossier: file.code },
        dueOn: time.today,
        assigneeId: file.coordinatorId,
        substituteId: file.substituteId,
        alsoId: file.substituteId,
        alarmDaysAhead: [0],
      },
      time,
    );
  await keepCase(tx, tenantId, file, time);
  return ok({ subject: { kind: CASE_SUBJECT, id: file.id } });
}

/** Ticks the steps that were taken. All of them: it is settled, and rings no more. */
export async function takeSteps(
  tx: Tx<EventTables>,
  asking: Asking,
  input: { readonly code: string; readonly eventId: string; readonly steps: readonly string[] },
  time: DomainTime,
): Promise<Result<Done, NotThere>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const file = held.value;
  const tenantId = asking.actor.organisationId;
  const event = await holdEvent(tx, tenantId, input.eventId);
  if (event?.caseId !== file.id) return err({ code: 'not-found' });
  // what was ticked before stays: a step that was taken cannot be untaken
  const steps = EVENT_STEPS[event.kind].filter((step) => input.steps.includes(step) || event.steps.includes(step));
  const isSettled = openSteps({ kind: event.kind, steps }).length === 0;
  await writeSteps(tx, tenantId, event, steps, isSettled ? (event.settledOn ?? time.today) : undefined);
  if (isSettled) await completeDeadlines(tx, tenantId, { kind: EVENT_SUBJECT, id: event.id }, time.now);
  await keepCase(tx, tenantId, file, time);
  return ok({ subject: { kind: CASE_SUBJECT, id: file.id } });
}
