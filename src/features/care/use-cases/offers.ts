import { dutchMoment } from '../../../platform/clock/dutch-moment.ts';
import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { type DeadlineTables, setDeadline, withdrawDeadlines } from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import { addDays, addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  CONFIRMED_MONTHS,
  checkOffer,
  losesIn,
  type Offer,
  type OfferRefusal,
  type OfferTerms,
} from '../domain/offer.ts';
import {
  findOffers,
  holdOffer,
  insertConfirmation,
  insertOffer,
  insertVersion,
  writeTellAt,
} from '../persistence/offer-store.ts';
import { OFFER_ENDS, OFFER_NARROWED, tellMunicipalities } from './tell-municipalities.ts';

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

/** So many days before a contract runs out its municipalities hear it, to arrange what comes after. [design: In Beeld] */
const TELL_DAYS_AHEAD = 30;
/** And once more when it ran out. */
export const tellAfter = (last: PlainDate): Date => dutchMoment(addDays(last, 1));

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

/** Changes an offer from today on; who writes it says that the whole of it is so. A municipality for which it does less is told today. */
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
  const losing = offer.value.municipalityIds.filter((each) => losesIn(each, offer.value, checked.value));
  await tellMunicipalities(tx, losing, OFFER_NARROWED, time);
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
  await writeTellAt(tx, actor.organisationId, id, undefined);
  await tellMunicipalities(tx, terms.municipalityIds, OFFER_ENDS, time);
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
  const { contractUntil } = terms;
  const ahead = contractUntil && dutchMoment(addDays(contractUntil, -TELL_DAYS_AHEAD));
  await writeTellAt(tx, actor.organisationId, key.id, ahead && (ahead > time.now ? ahead : time.now));
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
