import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { type DeadlineTables, setDeadline } from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { addMonths } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type FactTables, reportFact } from '../../approach/index.ts';
import { EVERY_CELL } from '../domain/cells.ts';
import { countCoverage, type MunicipalCoverage } from '../domain/coverage.ts';
import { CONFIRMED_MONTHS } from '../domain/offer.ts';
import { insertArrangement, insertObjection, withdrawObjection } from '../persistence/arrangement-store.ts';

type Tables = 'care.arrangement' | FactTables | DeadlineTables;

/** The municipality must look at its list again. */
export const ARRANGEMENT_UNCONFIRMED = 'care.arrangement-unconfirmed';

/** The element of the framework that asks about care coordination. [Kader Aanpak Mensenhandel, theme 5; IBP 5.11] */
const CARE_ELEMENT = 'K5.1';

/**
 * A municipality says that the list of who works for it is complete: what nobody serves is from now on a gap and no longer
 * unknown. Its approach hears what is covered, until the list must be confirmed again. Twice on a day is once.
 * @param seen how it stood when she pressed, read through the door `published`.
 */
export async function confirmArrangement(
  tx: Tx<Tables>,
  actor: Actor,
  seen: MunicipalCoverage,
  time: DomainTime,
): Promise<Result<{ readonly subject: { readonly kind: 'care.arrangement'; readonly id: string } }, never>> {
  const { today } = time;
  const tenantId = actor.organisationId;
  await insertArrangement(tx, tenantId, today);
  const lapsesOn = addMonths(today, CONFIRMED_MONTHS);
  const { covered } = countCoverage(seen.coverage, EVERY_CELL);
  const { covered: all } = countCoverage({ ...seen.coverage, covered: EVERY_CELL }, EVERY_CELL);
  const fact = {
    element: CARE_ELEMENT,
    source: 'care',
    state: covered === all ? 'present' : covered > 0 ? 'started' : 'absent',
    asOf: today,
    lapsesOn,
    statement: `Zorgcoördinatie dekt ${covered} van de ${all} combinaties van vorm, leeftijd, geslacht en moment. De gemeente bevestigde de lijst.`,
    evidenceTitle: 'Dekking van zorgcoördinatie in In Beeld',
    reportedBy: actor.personName,
  } as const;
  await reportFact(tx, tenantId, fact, time);
  const deadline = {
    tenantId,
    kind: ARRANGEMENT_UNCONFIRMED,
    subject: { kind: 'care.arrangement', id: tenantId },
    path: `/netwerk/dekking/${actor.organisationCode}`,
    parameters: {},
    dueOn: lapsesOn,
    assigneeId: actor.membershipId,
    substituteId: undefined,
    alarmDaysAhead: [30, 7, 0],
  } as const;
  await setDeadline(tx, deadline, time);
  return ok({ subject: { kind: 'care.arrangement', id: tenantId } });
}

interface ObjectionDone {
  readonly subject: { readonly kind: 'care.objection'; readonly id: string };
}

/** A municipality says that an offer for it is otherwise; until it takes that back or the organisation agrees, nobody knows. */
export async function objectToOffer(
  tx: Tx<'care.objection'>,
  actor: Actor,
  input: { readonly offerId: string; readonly reason: string },
  seen: MunicipalCoverage,
  { today }: DomainTime,
): Promise<Result<ObjectionDone, { readonly code: 'not-found' | 'objected-before' }>> {
  const found = seen.coverage.offers.find(({ offer, standing }) => offer.id === input.offerId && standing !== 'ended');
  if (!found) return err({ code: 'not-found' });
  const id = newId();
  const { organisationId: offerOrganisationId } = found.offer;
  const objection = { id, offerOrganisationId, offerId: input.offerId, reason: input.reason, madeOn: today };
  if (!(await insertObjection(tx, actor.organisationId, objection))) return err({ code: 'objected-before' });
  return ok({ subject: { kind: 'care.objection', id } });
}

/** The municipality takes its objection back. */
export async function takeBackObjection(
  tx: Tx<'care.objection'>,
  actor: Actor,
  input: { readonly id: string },
  { today }: DomainTime,
): Promise<Result<ObjectionDone, { readonly code: 'not-found' }>> {
  if (!(await withdrawObjection(tx, actor.organisationId, input.id, today))) return err({ code: 'not-found' });
  return ok({ subject: { kind: 'care.objection', id: input.id } });
}
