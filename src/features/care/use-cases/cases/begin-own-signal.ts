import type { AnyTx, DomainTime, Done } from '../../../../platform/db/transact.ts';
import type { PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import { caseFrom } from '../../persistence/case-store.ts';
import { type BeginInput, type BeginRefusal, type Begun, type KnownBefore, layCase, toldOf } from './begin-case.ts';
import type { Asking, NotThere } from './held-case.ts';

/** The persons of a signal of the own municipality, for a care coordinator who was let in: that they are known, never who. */
export interface SignalPersons extends Done {
  readonly persons: readonly { readonly id: string; readonly recordedOn: PlainDate }[];
}

/** One of them, opened with a reason that stays with the signal. */
export interface SignalPerson extends Done {
  readonly name: string;
  readonly birthDate: PlainDate | undefined;
  readonly safeReach: string | undefined;
}

export type OpenRefusal = { readonly code: 'not-found' | 'opening-reason-too-short' | 'opening-reason-names' };

/** What signals lets care see; `app` connects the two, so that neither knows the other. */
export interface OwnSignals {
  persons(tx: AnyTx, asking: Asking, code: string, time: DomainTime): Promise<Result<SignalPersons, NotThere>>;
  open(
    tx: AnyTx,
    asking: Asking,
    input: { readonly code: string; readonly personId: string; readonly reason: string },
    time: DomainTime,
  ): Promise<Result<SignalPerson, OpenRefusal>>;
}

/** Opens one person to begin from, with what the form of a case takes of her. How she is reached goes along in the first words. */
export async function knownFromOwnSignal(
  tx: AnyTx,
  asking: Asking,
  input: { readonly code: string; readonly personId: string; readonly reason: string },
  signals: OwnSignals,
  time: DomainTime,
): Promise<Result<KnownBefore, OpenRefusal>> {
  const opened = await signals.open(tx, asking, input, time);
  if (!opened.ok) return opened;
  const { subject, name, birthDate, safeReach } = opened.value;
  const before = await caseFrom(tx, asking.actor.organisationId, input.personId);
  return ok({
    subject,
    sourceId: input.personId,
    region: 'unknown',
    person: { name, birthDate },
    content: {
      reason: safeReach ? `Veilig te bereiken: ${safeReach}` : '',
      broughtBy: `Aandachtsfunctionaris, signaal ${input.code}`,
    },
    before: before && toldOf(before, asking.actor),
  });
}

/** Begins a case about a person in a signal of the own municipality, once for each person, for who was let in there. */
export async function beginFromOwnSignal(
  tx: AnyTx,
  asking: Asking,
  input: Omit<BeginInput, 'from'> & { readonly code: string; readonly personId: string },
  signals: OwnSignals,
  time: DomainTime,
): Promise<Result<Begun, BeginRefusal>> {
  const { code, personId, ...known } = input;
  const found = await signals.persons(tx, asking, code, time);
  if (!found.ok) return found;
  if (!found.value.persons.some(({ id }) => id === personId)) return err({ code: 'not-found' });
  return layCase(tx, asking.actor, { ...known, source: 'own-signal', sourceId: personId }, time);
}
