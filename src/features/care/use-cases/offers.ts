import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { type DeadlineTables, setDeadline, withdrawDeadlines } from '../../../platform/deadlines/set-deadline.ts';
import { tellHouse } from '../../../platform/deadlines/tell-house.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { CONFIRMED_MONTHS, checkOffer, type Offer, type OfferRefusal, type OfferTerms } from '../domain/offer.ts';
import {
  codesOf,
  findOffers,
  holdOffer,
  insertConfirmation,
  insertOffer,
  insertVersion,
} from '../persistence/offer-store.ts';

type Tables =
  | 'care.offer'
  | 'care.offer_version'
  | 'care.offer_confirmation'
  | 'organisations.organisation'
  | 'accounts.membership'
  | DeadlineTables;

interface Done {
  readonly subject: { readonly kind: 'care.offer'; readonly id: string };
}

type NotFound = { readonly code: 'not-found' };
type Conflict = { readonly code: 'edit-conflict' };

/** The offer must be confirmed again. */
export const OFFER_UNCONFIRMED = 'care.offer-unconfirmed';
/** The contract of an offer ends. */
export const CONTRACT_ENDS = 'care.contract-ends';

/** In the house of a municipality: somebody who works for it stops. Who that is stands on its own page. */
export const OFFER_ENDS = 'care.offer-ends';

const pathOf = (id: string) => `/netwerk/aanbod/${id}`;

/** What the actor's organisation offers, also what ended. Door `own`. */
export async function ownOffers(tx: Tx<Tables>, actor: Actor, today: PlainDate): Promise<readonly Offer[]> {
  return (await findOffers(tx, today, actor)).filter(({ isFormer }) => !isFormer);
}

/** Publishes an offer, confirmed on the day it is written. */
export async function addOffer(
  tx: Tx<Tables>,
  actor: Actor,
  terms: OfferTerms,
  time: DomainTime,
): Promise<Result<Done, OfferRefusal>> {
  const checked = checkOffer(terms, time.today);
  if (!checked.ok) return checked;
  const id = newId();
  await insertOffer(tx, actor.organisationId, id, time.now);
  await write(tx, actor, { id, version: 1 }, checked.value, time);
  return ok({ subject: { kind: 'care.offer', id } });
}

/** Changes an offer from today on; who writes it says that the whole of it is so. */
export async function changeOffer(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly id: string; readonly version: number; readonly terms: OfferTerms },
  time: DomainTime,
): Promise<Result<Done, OfferRefusal | NotFound | Conflict>> {
  const offer = await heldOffer(tx, actor, input, time.today);
  if (!offer.ok) return offer;
  const checked = checkOffer(input.terms, time.today);
  if (!checked.ok) return checked;
  await write(tx, actor, { id: input.id, version: offer.value.version + 1 }, checked.value, time);
  return ok({ subject: { kind: 'care.offer', id: input.id } });
}

/** Says that nothing changed: one press. Twice on a day is once. */
export async function confirmOffer(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly id: string },
  time: DomainTime,
): Promise<Result<Done, NotFound>> {
  const offer = await heldOffer(tx, actor, { id: input.id }, time.today);
  if (!offer.ok) return err({ code: 'not-found' });
  await insertConfirmation(tx, actor.organisationId, input.id, time.today);
  await askAgain(tx, actor, input.id, offer.value, time);
  return ok({ subject: { kind: 'care.offer', id: input.id } });
}

/** Ends an offer on a day, today or later: from that day on its municipalities have the gap that follows. Each of them is told today. */
export async function endOffer(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly id: string; readonly version: number; readonly endsOn: PlainDate },
  time: DomainTime,
): Promise<Result<Done, NotFound | Conflict | { readonly code: 'ends-in-past' }>> {
  const offer = await heldOffer(tx, actor, input, time.today);
  if (!offer.ok) return offer;
  if (input.endsOn < time.today) return err({ code: 'ends-in-past' });
  const { id, version, ...terms } = offer.value;
  const key = { id, version: version + 1, validFrom: time.today, endedOn: input.endsOn };
  await insertVersion(tx, actor.organisationId, key, terms);
  const subject = { kind: 'care.offer', id } as const;
  await withdrawDeadlines(tx, actor.organisationId, subject, time.now);
  for (const { id: tenantId, code } of await codesOf(tx, terms.municipalityIds))
    for (const role of ['aandachtsfunctionaris', 'beleidsmedewerker'] as const)
      await tellHouse(tx, { tenantId, role, kind: OFFER_ENDS, path: `/netwerk/dekking/${code}` }, time.now);
  return ok({ subject });
}

/** An offer that goes on, held until the transaction ends; when somebody wrote it in between, a conflict. */
async function heldOffer(
  tx: Tx<Tables>,
  { organisationId }: Actor,
  { id, version }: { readonly id: string; readonly version?: number },
  today: PlainDate,
): Promise<Result<Offer, NotFound | Conflict>> {
  if (!(await holdOffer(tx, organisationId, id))) return err({ code: 'not-found' });
  const offer = (await findOffers(tx, today, { organisationId })).find((each) => each.id === id && !each.isFormer);
  if (!offer || offer.endedOn !== undefined) return err({ code: 'not-found' });
  if (version !== undefined && version !== offer.version) return err({ code: 'edit-conflict' });
  return ok(offer);
}

async function write(
  tx: Tx<Tables>,
  actor: Actor,
  key: { readonly id: string; readonly version: number },
  terms: OfferTerms,
  time: DomainTime,
): Promise<void> {
  await insertVersion(tx, actor.organisationId, { ...key, validFrom: time.today }, terms);
  await insertConfirmation(tx, actor.organisationId, key.id, time.today);
  await askAgain(tx, actor, key.id, terms, time);
}

/**
 * Sets when it must be confirmed again, and the end of the contract. A colleague in the same role hears it too, and has it when whoever
 * wrote it leaves.
 */
async function askAgain(tx: Tx<Tables>, actor: Actor, id: string, terms: OfferTerms, time: DomainTime): Promise<void> {
  const subject = { kind: 'care.offer', id } as const;
  const colleagues = await colleaguesOf(tx, actor.organisationId, time.today, [actor.role]);
  const substituteId = colleagues.find(({ membershipId }) => membershipId !== actor.membershipId)?.membershipId;
  const deadline = {
    tenantId: actor.organisationId,
    subject,
    path: pathOf(id),
    parameters: { aanbod: terms.name },
    assigneeId: actor.membershipId,
    substituteId,
    alsoId: substituteId,
  };
  await withdrawDeadlines(tx, actor.organisationId, subject, time.now);
  const dueOn = addMonths(time.today, CONFIRMED_MONTHS);
  await setDeadline(tx, { ...deadline, kind: OFFER_UNCONFIRMED, dueOn, alarmDaysAhead: [30, 7, 0] }, time);
  const { contractUntil: last } = terms;
  if (last) await setDeadline(tx, { ...deadline, kind: CONTRACT_ENDS, dueOn: last, alarmDaysAhead: [90, 30, 0] }, time);
}
