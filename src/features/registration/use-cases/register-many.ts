import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { openDossiers } from '../../../platform/dossiers/give-access.ts';
import { recordConsents } from '../../../platform/exchange/consent.ts';
import { type DeliveryRefusal, deliverMessages } from '../../../platform/exchange/message.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { keepRecords } from '../../../platform/retention/keep-record.ts';
import { makeDossierKeys } from '../../../platform/vault/dossier-keys.ts';
import { addMonths } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { CONSENT_MONTHS, type ConsentRefusal } from '../domain/consent.ts';
import { dataIn } from '../domain/consent-data.ts';
import { mayBeSent, type SendRefusal } from '../domain/registration-status.ts';
import type { ReporterType } from '../domain/reporting-guide.ts';
import { insertConsents } from '../persistence/consent-store.ts';
import { insertRegistrations, noteSent } from '../persistence/registration-store.ts';
import {
  askedByName,
  type ConsentInput,
  type ConsentTables,
  consentToLay,
  judgeConsent,
  judgeData,
  type Rules,
} from './consents.ts';
import { type Draft, type DraftRefusal, judgeDraft, newRegistration } from './draft-registration.ts';
import { REGISTRATION, REGISTRATION_BY_NAME, REGISTRATION_SUBJECT, registrationPath } from './registration-names.ts';
import { rulesToday } from './registration-rules.ts';
import { reporterKinds } from './reporter-kinds.ts';
import { messageOf, type NoRegister, registerFor } from './send-registration.ts';
import { type ShowTables, showRegistering } from './show-registering.ts';

export type RegisterTables = ConsentTables | ShowTables | 'privacy.dossier';

/** A registration that is drafted, consented and sent as one deed. */
export interface Entering extends Draft {
  readonly consent: ConsentInput | undefined;
  /** When it is known beforehand. */
  readonly id?: string;
}

export type EnteringRefusal =
  | DraftRefusal
  | ConsentRefusal
  | SendRefusal
  | { readonly code: 'no-consent-needed' | 'consent-lapsed' };

/** Everything that can be said of a registration without writing: the same rules as its form asks in three steps. */
export function judgeEntering(
  kinds: readonly ReporterType[],
  rules: Pick<Rules, 'body'>,
  entering: Entering,
  time: Pick<DomainTime, 'today'>,
): Result<undefined, EnteringRefusal> {
  const drafted = judgeDraft(kinds, entering, time);
  if (!drafted.ok) return drafted;
  const { route, person, consent } = entering;
  if (consent && route !== 'by-name') return err({ code: 'no-consent-needed' });
  if (consent) {
    const judged = judgeConsent(rules, askedOf(entering), consent, time.today);
    if (!judged.ok) return judged;
    const covers = judgeData({ purpose: 'registration', sends: sendsOf(entering), goesNow: true }, consent.data);
    if (!covers.ok) return covers;
    if (addMonths(consent.givenOn, CONSENT_MONTHS) <= time.today) return err({ code: 'consent-lapsed' });
  }
  return mayBeSent({ route, sentOn: undefined }, person, consent !== undefined);
}

/** One that was registered: which, and its code. */
export interface Registered extends Done {
  readonly code: string;
}

/** Which of them cannot be registered, by its place in the list, and why. */
export type ManyRefusal = (EnteringRefusal | NoRegister | DeliveryRefusal) & { readonly index: number };

/**
 * Registers many possible victims as one deed: all, or none of them. Each goes by the same rules as one that is typed by hand, and is
 * kept, consented and carried in the same way; only the statements are shared, so that ten thousand do not take an hour.
 */
export async function registerMany(
  tx: Tx<RegisterTables>,
  actor: Actor,
  all: readonly Entering[],
  time: DomainTime,
): Promise<Result<readonly Registered[], ManyRefusal>> {
  if (all.length === 0) return ok([]);
  const { organisationId: tenantId } = actor;
  const rules = await rulesToday(tx, time.today);
  const kinds = await reporterKinds(tx, actor);
  for (const [index, entering] of all.entries()) {
    const judged = judgeEntering(kinds, rules, entering, time);
    if (!judged.ok) return err({ ...judged.error, index });
  }
  const registers = new Map<string, { readonly id: string; readonly basis: string }>();
  for (const [index, { route }] of all.entries()) {
    const kind = kindFor(route);
    if (registers.has(kind.kind)) continue;
    const register = await registerFor(tx, tenantId, kind, time.today);
    if (!register.ok) return err({ ...register.error, index });
    registers.set(kind.kind, register.value);
  }

  const sent = all.map((entering) => {
    const registration = {
      ...newRegistration(actor, entering, time, entering.id),
      sentOn: time.today,
      messageId: newRandomId(),
    };
    const kind = kindFor(entering.route);
    const register = registers.get(kind.kind)!;
    const consent =
      entering.consent &&
      consentToLay(
        actor,
        rules,
        askedByName(rules, registration, { ...askedOf(entering), sends: sendsOf(entering), goesNow: true }),
        entering.consent,
        register.id,
        time,
      );
    return { registration, content: entering.content, person: entering.person, kind, register, consent };
  });
  const registrations = sent.map(({ registration }) => registration);
  await openDossiers(
    tx,
    actor,
    registrations.map(({ id, code }) => ({
      ...{ id, kind: REGISTRATION_SUBJECT, activity: 'VA-07', path: registrationPath(code) },
    })),
    time,
  );
  await makeDossierKeys(
    tx,
    registrations.map(({ dossierId }) => dossierId),
  );
  await insertRegistrations(tx, tenantId, sent);
  const consents = sent.flatMap(({ consent }) => consent ?? []);
  await insertConsents(tx, tenantId, consents);
  await recordConsents(
    tx,
    consents.map(({ carried }) => carried),
  );
  noteSent(tx, sent);
  const carried = await deliverMessages(
    tx,
    sent.map(({ registration, kind, register, consent, ...opened }) => ({
      id: registration.messageId,
      receiverId: register.id,
      kind: kind.kind,
      basis: register.basis,
      ...(consent && { consentId: consent.carried.id }),
      content: Buffer.from(
        JSON.stringify(messageOf(registration, { ...opened, consent: consent?.consent }, time.today)),
      ),
    })),
    time,
  );
  for (const [index, each] of carried.entries()) if (!each.ok) return err({ ...each.error, index });
  const kept = { tenantId, rule: 'registration-copy', startsOn: time.today } as const;
  await keepRecords(
    tx,
    registrations.flatMap(({ id, dossierId, messageId }) => [
      { ...kept, subject: { kind: REGISTRATION_SUBJECT, id }, dossierId },
      { ...kept, subject: { kind: 'exchange.message', id: messageId } },
    ]),
  );
  await showRegistering(tx, tenantId, time);
  return ok(registrations.map(({ id, code }) => ({ subject: { kind: REGISTRATION_SUBJECT, id }, code })));
}

/** What the law looks at. */
const askedOf = ({ reporterType, content: { ageGroup }, person }: Entering) =>
  ({ purpose: 'registration', reporterType, ageGroup, birthDate: person?.birthDate }) as const;

const sendsOf = ({ content, person }: Entering) => dataIn(content, person);

const kindFor = (route: Draft['route']) => (route === 'by-name' ? REGISTRATION_BY_NAME : REGISTRATION);
