import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import {
  type Agreement,
  agreementsOf,
  agreementsOfOthers,
  endAgreement,
  insertAgreement,
  lockAgreement,
} from '../../../platform/exchange/agreement.ts';
import { type LaidKind, messageKinds } from '../../../platform/exchange/message-kind.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type AgreementRefusal, type AgreementState, agreementOn, checkAgreement } from '../domain/agreement.ts';
import { type Organisation, organisationsById, organisationsOn } from '../persistence/organisation-names.ts';

export type { LaidKind, Organisation };

type Tables = 'exchange.agreement' | 'exchange.message_kind' | 'organisations.organisation';

export interface AgreementInput {
  readonly counterpartCode: string;
  readonly kind: string;
  readonly basis: string;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate;
}

/** Writes down that the actor's organisation exchanges a kind of message with another. It holds once the other does so too. */
export async function recordAgreement(
  tx: Tx<Tables>,
  actor: Actor,
  input: AgreementInput,
  { today }: DomainTime,
): Promise<Result<Done, AgreementRefusal | { readonly code: 'unknown-kind' }>> {
  const counterpart = (await organisationsOn(tx, today)).find(({ code }) => code === input.counterpartCode);
  if (!counterpart || counterpart.id === actor.organisationId) return err({ code: 'unknown-counterpart' });
  if (!(await messageKinds(tx)).some(({ kind, isAgreed }) => isAgreed && kind === input.kind))
    return err({ code: 'unknown-kind' });
  const { counterpartCode: _code, ...terms } = input;
  const recorded = await agreementsOf(tx, actor.organisationId);
  const checked = checkAgreement({ ...terms, counterpartId: counterpart.id }, recorded, today);
  if (!checked.ok) return checked;
  const id = newId();
  await insertAgreement(tx, actor.organisationId, { ...checked.value, id });
  return ok({ subject: { kind: 'exchange.agreement', id } });
}

/** Ends an agreement today: nothing is sent on it any more, and what was sent is not delivered. */
export async function endAgreementToday(
  tx: Tx<'exchange.agreement'>,
  actor: Actor,
  input: { readonly id: string },
  { today }: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' | 'already-over' }>> {
  const agreement = await lockAgreement(tx, actor.organisationId, input.id);
  if (!agreement) return err({ code: 'not-found' });
  if (agreement.validUntil <= today) return err({ code: 'already-over' });
  // one that begins later never holds
  await endAgreement(tx, actor.organisationId, agreement.id, agreement.validFrom > today ? agreement.validFrom : today);
  return ok({ subject: { kind: 'exchange.agreement', id: agreement.id } });
}

/** An agreement of one's own, with who is on the other side and how it stands. */
export interface AgreementView extends Agreement {
  readonly counterpart: Organisation;
  readonly kindLabel: string;
  readonly state: AgreementState;
}

/** What another organisation wrote down about exchanging with this one, that this one did not. */
export interface Proposal {
  readonly counterpart: Organisation;
  readonly kind: string;
  readonly kindLabel: string;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate;
}

export interface AgreementsView {
  readonly agreements: readonly AgreementView[];
  readonly proposals: readonly Proposal[];
  readonly kinds: readonly LaidKind[];
  readonly today: PlainDate;
}

/** The agreements of the actor's organisation, and those that others wrote down and still wait for it. */
export async function readAgreements(tx: Tx<Tables>, actor: Actor, today: PlainDate): Promise<AgreementsView> {
  const own = await agreementsOf(tx, actor.organisationId);
  const theirs = await agreementsOfOthers(tx);
  const kinds = (await messageKinds(tx)).filter(({ isAgreed }) => isAgreed);
  const names = await organisationsById(
    tx,
    [...own, ...theirs].map(({ counterpartId }) => counterpartId),
  );
  const label = (kind: string) => kinds.find((each) => each.kind === kind)?.label ?? kind;
  const known = (id: string) => names.get(id) ?? { id, code: '', name: 'Onbekende organisatie' };
  const same = (one: { counterpartId: string; kind: string }, other: { counterpartId: string; kind: string }) =>
    one.counterpartId === other.counterpartId && one.kind === other.kind;
  return {
    agreements: own.map((agreement) => ({
      ...agreement,
      counterpart: known(agreement.counterpartId),
      kindLabel: label(agreement.kind),
      state: agreementOn(
        agreement,
        theirs.filter((each) => same(each, agreement)),
        today,
      ),
    })),
    proposals: theirs
      .filter((each) => each.validUntil > today && !own.some((mine) => same(mine, each) && mine.validUntil > today))
      .map((each) => ({ ...each, counterpart: known(each.counterpartId), kindLabel: label(each.kind) })),
    kinds,
    today,
  };
}

/** With whom an agreement can be written down: every organisation that exists today, but one's own. */
export async function counterparts(tx: Tx<Tables>, actor: Actor, today: PlainDate): Promise<readonly Organisation[]> {
  return (await organisationsOn(tx, today)).filter(({ id }) => id !== actor.organisationId);
}
