import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import type { DeliveryRefusal } from '../../../platform/exchange/message.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { ConsentRefusal } from '../domain/consent.ts';
import { dataIn } from '../domain/consent-data.ts';
import type { AgeGroup, PersonName } from '../domain/registration.ts';
import { type JoinRefusal, mayBeJoined } from '../domain/registration-status.ts';
import { markRegistration, openRegistration, sealedRegistration } from '../persistence/registration-store.ts';
import { byNameConsent, type ConsentInput, type ConsentTables, layConsent } from './consents.ts';
import { type Asking, heldRegistration, type NotThere } from './held-registration.ts';
import { REGISTRATION_BY_NAME, REGISTRATION_SUBJECT } from './registration-names.ts';
import { carry, messageOf, type NoRegister } from './send-registration.ts';

export type JoiningRefusal =
  | NotThere
  | NoRegister
  | JoinRefusal
  | ConsentRefusal
  | DeliveryRefusal
  | { readonly code: 'consent-before' | 'birth-date-in-future' };

/**
 * Adds a name, with consent, to a registration that was sent without one. The register puts it with what it had: the number of
 * persons does not change.
 */
export async function joinRegistration(
  tx: Tx<ConsentTables>,
  asking: Asking,
  input: {
    readonly code: string;
    readonly person: PersonName;
    /** How old she is, now that it can be asked. */
    readonly ageGroup: AgeGroup;
    readonly consent: ConsentInput;
  },
  time: DomainTime,
): Promise<Result<Done, JoiningRefusal>> {
  const { organisationId: tenantId } = asking.actor;
  const held = await heldRegistration(tx, asking, input.code, time);
  if (!held.ok) return held;
  const registration = held.value;
  const may = mayBeJoined(registration);
  if (!may.ok) return may;
  const birth = input.person.birthDate;
  if (birth !== undefined && birth > time.today.slice(0, birth.length)) return err({ code: 'birth-date-in-future' });
  const found = await sealedRegistration(tx, tenantId, input.code);
  const opened = found && (await openRegistration(tx, found));
  if (!opened || registration.messageId === undefined) return err({ code: 'not-found' });
  const content = { ...opened.content, ageGroup: input.ageGroup };
  const sends = dataIn(content, input.person);
  const consent = await layConsent(
    tx,
    asking,
    await byNameConsent(tx, registration, { ageGroup: input.ageGroup, birthDate: birth, sends, goesNow: true }, time),
    input.consent,
    time,
  );
  if (!consent.ok) return consent;
  const messageId = newRandomId();
  const agreed = { givenOn: input.consent.givenOn, data: input.consent.data ?? sends };
  const opens = { content, person: input.person, consent: agreed };
  const says = messageOf(registration, opens, time.today, registration.messageId);
  const sent = await carry(
    tx,
    tenantId,
    { id: messageId, kind: REGISTRATION_BY_NAME, consentId: consent.value },
    says,
    time,
  );
  if (!sent.ok) return sent;
  await markRegistration(tx, tenantId, registration, {
    joined: { on: time.today, messageId, person: input.person },
  });
  return ok({ subject: { kind: REGISTRATION_SUBJECT, id: registration.id } });
}
