import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { notify } from '../../../platform/deadlines/notify.ts';
import { giveAccess, linesOf } from '../../../platform/dossiers/give-access.ts';
import { holds } from '../../../platform/dossiers/judge-access.ts';
import type { MailTables } from '../../../platform/mail/outbox.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { isWithCare } from '../domain/handover.ts';
import { handoversOf } from '../persistence/handover-store.ts';
import { type Asking, type HeldTables, heldReport, type NotThere } from './held-report.ts';
import { REPORT_SUBJECT } from './signal-names.ts';
import { INVOLVED } from './signal-texts.ts';

type Tables = HeldTables | MailTables | 'signals.handover' | 'accounts.membership' | 'deadlines.notification';

export type InvolveRefusal =
  | NotThere
  | { readonly code: 'about-a-place-only' | 'not-with-care' | 'no-coordinator' | 'involved-before' };

/**
 * Lets a care coordinator of this organisation help whoever a signal is about: it was handed over to care, after the questions about what
 * the person knows and wants. She may then open who it is, with a reason; the signal itself stays with who weighs. One of another
 * organisation never comes in here: to her goes what the exchange carries.
 */
export async function involveCoordinator(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly code: string; readonly personId: string },
  time: DomainTime,
): Promise<Result<Done, InvolveRefusal>> {
  const { actor } = asking;
  const tenantId = actor.organisationId;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  if (report.kind !== 'person') return err({ code: 'about-a-place-only' });
  if (!isWithCare(await handoversOf(tx, tenantId, report.id))) return err({ code: 'not-with-care' });
  const coordinator = (await coordinatorsToday(tx, tenantId, time.today)).find(
    ({ personId }) => personId === input.personId,
  );
  if (!coordinator) return err({ code: 'no-coordinator' });
  const { dossierId } = report;
  const giving = { dossierId, personId: coordinator.personId, kind: 'assigned', until: undefined } as const;
  const lines = await linesOf(tx, tenantId, dossierId, coordinator.personId);
  if (lines.some((line) => line.kind === 'assigned' && holds(line, time.now))) return err({ code: 'involved-before' });
  const given = await giveAccess(tx, actor, { ...giving, reason: 'overgedragen aan de zorgcoördinator' }, time);
  // who is kept away from it is not told so here
  if (!given.ok) return err({ code: 'no-coordinator' });
  const { membershipId, personId } = coordinator;
  const path = `/meldingen/${report.code}/personen`;
  await notify(tx, { tenantId, membershipId, personId, kind: INVOLVED, path, level: 1 }, time.now);
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

/** The care coordinators of this organisation itself; most work elsewhere. */
export const coordinatorsToday = (tx: Tx<'accounts.membership'>, tenantId: string, today: PlainDate) =>
  colleaguesOf(tx, tenantId, today, ['zorgcoordinator']);
