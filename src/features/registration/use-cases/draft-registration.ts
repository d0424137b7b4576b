import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { newRandomBytes, newRandomId } from '../../../platform/ids/uuid.ts';
import { type KeepTables, keepRecord } from '../../../platform/retention/keep-record.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  type ContentRefusal,
  checkContent,
  type PersonName,
  type Region,
  type Registration,
  type RegistrationContent,
  registrationCode,
} from '../domain/registration.ts';
import { mayUseRoute, type RouteRefusal } from '../domain/reporter-roles.ts';
import type { ReporterType, Route } from '../domain/reporting-guide.ts';
import { insertRegistration, rewriteRegistration } from '../persistence/registration-store.ts';
import { type Asking, type HeldTables, heldRegistration, type NotThere } from './held-registration.ts';
import { REGISTRATION_SUBJECT, registrationPath } from './registration-names.ts';
import { type KindTables, reporterKinds } from './reporter-kinds.ts';

export type DraftTables = HeldTables | KindTables | 'vault.dossier_key' | KeepTables;

export interface Draft {
  readonly route: Route;
  readonly reporterType: ReporterType;
  readonly region: Region;
  readonly content: RegistrationContent;
  readonly person: PersonName | undefined;
}

export type DraftRefusal = ContentRefusal | RouteRefusal | { readonly code: 'birth-date-in-future' };

export type Drafted = Done & { readonly code: string };

/** Keeps a registration as a draft, sealed. Nothing is sent yet. */
export async function draftRegistration(
  tx: Tx<DraftTables>,
  actor: Actor,
  draft: Draft,
  time: DomainTime,
): Promise<Result<Drafted, DraftRefusal>> {
  const judged = judgeDraft(await reporterKinds(tx, actor), draft, time);
  if (!judged.ok) return judged;
  const registration = newRegistration(actor, draft, time);
  const { id } = registration;
  const path = registrationPath(registration.code);
  await openDossier(tx, actor, { id, kind: REGISTRATION_SUBJECT, activity: 'VA-07', path }, time);
  await insertRegistration(tx, actor.organisationId, registration, draft.content, draft.person);
  await keepDraft(tx, actor, registration, time);
  return ok({ subject: { kind: REGISTRATION_SUBJECT, id }, code: registration.code });
}

/** A registration as it begins. Its id is random, not in order of time: it stands in addresses. */
export function newRegistration(
  actor: Pick<Actor, 'personId'>,
  draft: Draft,
  { today }: Pick<DomainTime, 'today'>,
  id: string = newRandomId(),
): Registration {
  return {
    id,
    dossierId: id,
    code: registrationCode(newRandomBytes(8)),
    route: draft.route,
    reporterType: draft.reporterType,
    region: draft.region,
    recordedBy: actor.personId,
    draftedOn: today,
    sentOn: undefined,
    messageId: undefined,
    joinedOn: undefined,
    joinMessageId: undefined,
    withdrawnOn: undefined,
    version: 1,
  };
}

/** Writes a draft anew. Refused when somebody else did so meanwhile, or when it was sent. */
export async function changeDraft(
  tx: Tx<DraftTables>,
  asking: Asking,
  input: Omit<Draft, 'route'> & { readonly code: string; readonly seenVersion: number },
  time: DomainTime,
): Promise<Result<Done, NotThere | DraftRefusal | { readonly code: 'sent-before' | 'changed-meanwhile' }>> {
  const held = await heldRegistration(tx, asking, input.code, time);
  if (!held.ok) return held;
  const registration = held.value;
  if (registration.sentOn !== undefined) return err({ code: 'sent-before' });
  if (registration.version !== input.seenVersion) return err({ code: 'changed-meanwhile' });
  const kinds = await reporterKinds(tx, asking.actor);
  const judged = judgeDraft(kinds, { ...input, route: registration.route }, time);
  if (!judged.ok) return judged;
  await rewriteRegistration(tx, asking.actor.organisationId, registration, input);
  await keepDraft(tx, asking.actor, registration, time);
  return ok({ subject: { kind: REGISTRATION_SUBJECT, id: registration.id } });
}

/** Whether this may be kept as a registration: as what the organisation may report, and what it says. */
export function judgeDraft(
  kinds: readonly ReporterType[],
  draft: Draft,
  { today }: Pick<DomainTime, 'today'>,
): Result<undefined, DraftRefusal> {
  const route = mayUseRoute(kinds, draft.reporterType, draft.route);
  if (!route.ok) return route;
  const wrong = checkContent(draft.content, draft.reporterType, today);
  if (wrong) return err(wrong);
  const birth = draft.person?.birthDate;
  if (birth !== undefined && birth > today.slice(0, birth.length)) return err({ code: 'birth-date-in-future' });
  return ok(undefined);
}

/** What is not sent goes soon; the time counts from the last change. */
export async function keepDraft(
  tx: Tx<KeepTables>,
  actor: Actor,
  registration: Registration,
  { today }: DomainTime,
): Promise<void> {
  await keepRecord(tx, {
    tenantId: actor.organisationId,
    rule: 'registration-draft',
    subject: { kind: REGISTRATION_SUBJECT, id: registration.id },
    dossierId: registration.dossierId,
    startsOn: today,
  });
}
